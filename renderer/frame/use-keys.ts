import { useEffect } from 'react';
import { redoLast, undoLast } from '../answers/change.ts';
import { hear } from '../bridge.ts';
import { flushDrafts } from '../form/draft-flush.ts';
import { boundKeys, changedKeys, isLetters } from '../keys/bound.ts';
import { chordOf } from '../keys/chord.ts';
import { isTyping } from '../keys/typing.ts';
import { actOnRow } from '../menu/row-acts.ts';
import { openMenuAt } from '../menu/open-menu.ts';
import { aboutNow, offeredNow } from '../screen/offers.ts';
import { lock } from '../screen/lock.ts';
import { go, type Route } from '../screen/route.ts';
import { nowInstant, setScreen, useScreen } from '../screen/screen.ts';
import { standsOver } from '../screen/stands-over.ts';
import { typedKinds } from '../pages/list/new-menu.tsx';
import { takeIn } from '../pages/evidence/take-in.ts';
import { newRoute } from '../pages/record/new-route.ts';
import { topicOf } from '../help/topic-of.ts';
import type { KeyId } from '../words/keys.ts';
import { begun, gone, papers } from './letter-pairs.ts';
import { nextRegion } from './next-region.ts';
import { paperHere } from './paper-here.ts';

/** How long the second letter may take, in milliseconds. */
const pair = 1200;

/** These work over a dialog too. */
const always: ReadonlySet<KeyId> = new Set(['palette', 'goToNumber', 'searchAll', 'find', 'lock', 'sheet', 'help']);
/** These are done where nothing is typed only: in a field they are the field's own. */
const notInFields: ReadonlySet<KeyId> = new Set(['undo', 'redo', 'remove', 'beside', 'edit']);

/** These go on while their keys are held down; of everything else one press does one thing. */
const goesOn: ReadonlySet<KeyId> = new Set(['back', 'forward', 'nextRegion', 'lastRegion']);

/** Does what its keys say; gives whether there was anything to do: if not, the key is left to whatever has the focus. */
function doIt(id: KeyId, route: Route, isOver: boolean): boolean {
  const writable = useScreen.getState().asOf === null && useScreen.getState().session?.vault?.readOnly == null;
  const offered = offeredNow().findLast((act) => act.key === id);
  const done = (_act: void | Promise<void>): true => true;
  if (id in gone) return done(go(gone[id as keyof typeof gone]));
  if (id in begun) return writable && done(go(newRoute(begun[id as keyof typeof begun])));
  if (id in papers) return writable && done(go({ page: 'press', document: papers[id as keyof typeof papers], number: aboutNow()?.number ?? '-' }));
  switch (id) {
    case 'palette':
    case 'goToNumber':
      return done(setScreen({ palette: true }));
    case 'searchAll':
      // On the page of search itself the address stays as it is: the field takes the focus again.
      if (route.page === 'search') document.querySelector<HTMLElement>('[data-find]')?.focus();
      return done(go({ page: 'search' }));
    case 'find': {
      const find = document.querySelector<HTMLElement>('[data-find]');
      find?.focus();
      return find !== null;
    }
    case 'lock':
      return done(lock('asked'));
    // Over a dialog help stands over it: what is typed there is not left.
    case 'help':
      return done(isOver ? setScreen({ helpOver: topicOf(route) }) : go({ page: 'help', topic: topicOf(route) }));
    case 'sheet':
    case 'letters':
      return done(setScreen({ help: true }));
    case 'new':
      return done(go(newRoute(newKindOf(route))));
    case 'save':
      return done(flushDrafts().then((sealed) => void (sealed && setScreen({ savedAt: nowInstant() }))));
    case 'undo':
      return writable && done(undoLast());
    case 'redo':
      return writable && done(redoLast());
    case 'takeIn':
      return writable && done(takeIn());
    case 'back':
      return done(history.back());
    case 'forward':
      return done(history.forward());
    case 'nextRegion':
      return done(nextRegion(1));
    case 'lastRegion':
      return done(nextRegion(-1));
    case 'menu':
      return openMenuAt(document.activeElement);
    case 'facts':
      return done(void dispatchEvent(new Event('cordon-facts')));
    case 'print': {
      // Never the browser's own: what is on paper went through `release`.
      if (offered) return done((offered.ask ?? offered.act)());
      const paper = paperHere(route);
      return done(paper === null ? setScreen({ palette: true }) : go(paper));
    }
    // Of a row with the focus, else what the page offers.
    case 'beside':
    case 'edit':
    case 'remove':
      if (!(id === 'remove' && offered?.on === 'chosen') && actOnRow(document.activeElement, id)) return true;
      break;
    case 'export':
    case 'why':
    case 'next':
      break;
  }
  if (offered) (offered.ask ?? offered.act)();
  return offered !== undefined || id === 'export';
}

/** The keys of look.md §9 that work on every page, as the person at work has set them. */
export function useKeys(route: Route): void {
  useEffect(() => {
    let first = { letter: '', at: 0 };
    const onKey = (event: KeyboardEvent): void => {
      const pressed = chordOf(event);
      if (pressed === null) return;
      const { asOf, palette, choosingTime, help, settings } = useScreen.getState();
      const isOver = palette || choosingTime || help || standsOver();
      const bound = [...boundKeys(changedKeys())];
      const idOf = (keys: string): KeyId | undefined => bound.find(([, has]) => has === keys)?.[0];
      const act = (id: KeyId | undefined): void => {
        if (id !== undefined && ((event.repeat && !goesOn.has(id)) || doIt(id, route, isOver))) event.preventDefault();
      };
      if (!isLetters(pressed)) {
        // The Menu key is on some keyboards only; Shift F10 says the same on all of them.
        const id = pressed === 'ContextMenu' ? 'menu' : idOf(pressed);
        if (id !== undefined && (!isOver || always.has(id)) && !(notInFields.has(id) && isTyping(event.target))) return act(id);
        if (pressed === 'Esc' && !isOver && asOf !== null && !isTyping(event.target)) {
          event.preventDefault();
          setScreen({ asOf: null });
        }
        return;
      }
      if (isOver || isTyping(event.target) || !settings.singleKeys || event.defaultPrevented) return;
      const both = Date.now() - first.at < pair ? idOf(`${first.letter} ${pressed}`) : undefined;
      const begins = both === undefined && bound.some(([, has]) => has.startsWith(`${pressed} `));
      first = begins ? { letter: pressed, at: Date.now() } : { letter: '', at: 0 };
      if (both !== undefined) return act(both);
      if (/^[1-9]$/.test(pressed) && route.page === 'record') {
        event.preventDefault();
        return document.querySelectorAll<HTMLElement>('#page [role=tab]')[Number(pressed) - 1]?.click();
      }
      act(idOf(pressed));
    };
    addEventListener('keydown', onKey);
    // Chosen in the menu bar: as if its keys had been pressed, and not over what asks something.
    const stop = hear('menu.chosen', ({ act }) => {
      // Closing asks for itself, whatever is open.
      if (act === 'close') return;
      const { palette, choosingTime, help } = useScreen.getState();
      if (!(palette || choosingTime || help || standsOver())) doIt(act, route, false);
    });
    return () => {
      stop();
      removeEventListener('keydown', onKey);
    };
  }, [route]);
}

/** The kind that Ctrl N makes: that of the room, or a step on the page of a plan. */
function newKindOf(route: Route): string {
  if (route.page === 'record') {
    const kind = aboutNow()?.kind ?? '';
    if (kind === 'remediation_plan') return 'remediation_step';
    if (typedKinds.some((one) => one.kind === kind)) return kind;
  }
  if (route.page === 'list' && typedKinds.some((kind) => kind.kind === route.kind)) return route.kind;
  if (route.page === 'requests') return 'evidence_request';
  if (route.page === 'filings') return 'filing';
  return 'deadline';
}
