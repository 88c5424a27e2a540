import { useEffect } from 'react';
import { undo } from '../answers/change.ts';
import { vault } from '../bridge.ts';
import { flushDrafts } from '../form/draft-flush.ts';
import { lock } from '../screen/lock.ts';
import { go, type Route } from '../screen/route.ts';
import { nowInstant, setScreen, useScreen } from '../screen/screen.ts';
import { standsOver } from '../screen/stands-over.ts';
import { aboutNow } from '../screen/offers.ts';
import { typedKinds } from '../pages/list/new-menu.tsx';
import { newRoute } from '../pages/record/new-route.ts';
import { topicOf } from '../help/topic-of.ts';
import { firstLetters, pair, secondOf } from './two-letters.ts';

/** Regions in the order of F6, the facts inside the page after the page; a page may lack them. */
const regions = ['nav', '#page', '#page aside', 'footer'];
/** What on the page takes the focus first: the row or the card that is chosen, else what scrolls. */
const onPage = ['[role=grid] [tabindex="0"]', '[data-cards] [tabindex="0"]', '[tabindex="0"]'];

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The keys of look.md §9 that work on every page. */
export function useKeys(route: Route): void {
  useEffect(() => {
    let first = { key: '', at: 0 };
    const onKey = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      const main = event.ctrlKey || event.metaKey;
      const done = (act: () => void): void => {
        event.preventDefault();
        act();
      };
      const { asOf, palette, choosingTime, help, undoable, settings } = useScreen.getState();
      const isOver = palette || choosingTime || help || standsOver();
      if (main && key === 'k') return done(() => setScreen({ palette: true }));
      if (main && event.shiftKey && key === 'p') return done(() => setScreen({ palette: true }));
      if (main && event.shiftKey && key === 'f') return done(() => go({ page: 'search', text: '' }));
      if (main && key === 'f') {
        const find = document.querySelector<HTMLElement>('[data-find]');
        return find ? done(() => find.focus()) : undefined;
      }
      if (main && key === 'l') return done(() => void lock('asked'));
      if (main && key === '/') return done(() => setScreen({ help: true }));
      // Over a dialog help stands over it: what is typed there is not left.
      if (event.key === 'F1') return done(() => (isOver ? setScreen({ helpOver: topicOf(route) }) : go({ page: 'help', topic: topicOf(route) })));
      if (isOver) return;
      if (main && key === 'n') return done(() => go(newRoute(newKindOf(route))));
      if (main && key === 's') return done(() => void flushDrafts().then((sealed) => sealed && setScreen({ savedAt: nowInstant() })));
      if (main && key === 'z' && asOf === null && !typing(event.target)) return done(() => void undoLast(undoable?.taken ? undefined : undoable?.act));
      if (event.altKey && event.key === 'ArrowLeft') return done(() => history.back());
      if (event.altKey && event.key === 'ArrowRight') return done(() => history.forward());
      if (event.key === 'F6') return done(() => nextRegion(event.shiftKey ? -1 : 1));
      if (event.key === 'F2' && route.page === 'record' && asOf === null) return done(() => go({ page: 'edit', number: route.number }));
      if (event.key === 'Escape' && asOf !== null && !typing(event.target)) return done(() => setScreen({ asOf: null }));
      if (main || event.altKey || typing(event.target) || !settings.singleKeys) return;
      const writable = asOf === null && useScreen.getState().session?.vault?.readOnly == null;
      const second = Date.now() - first.at < pair ? secondOf(first.key, key, writable) : null;
      first = second === null && firstLetters.has(key) ? { key, at: Date.now() } : { key: '', at: 0 };
      if (second !== null) return done(second);
      if (/^[1-9]$/.test(key) && route.page === 'record') return done(() => document.querySelectorAll<HTMLElement>('#page [role=tab]')[Number(key) - 1]?.click());
      if (key === '?') return done(() => setScreen({ help: true }));
      if (key === 'i') dispatchEvent(new Event('cordon-facts'));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
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

/** Undoes what the note offers, or else the last act of all. */
async function undoLast(act: string | undefined): Promise<void> {
  if (act !== undefined) return undo(act);
  const last = await vault.ask('records.history', { limit: 1 });
  const entry = last.ok ? last.reply.entries[0] : undefined;
  if (entry) await undo(entry.act);
}

/** Moves the focus to the next region of the window. From nowhere, or from the page as a whole, that is what stands on the page. */
function nextRegion(step: 1 | -1): void {
  const on = document.activeElement;
  const page = document.getElementById('page');
  const there = regions.map((region) => document.querySelector(region)).filter((one) => one !== null);
  const at = on === null || on === page ? -1 : there.findLastIndex((one) => one.contains(on));
  const next = at < 0 ? page : there[(at + step + there.length) % there.length];
  if (!next) return;
  const inside = next === page ? onPage.map((place) => page.querySelector<HTMLElement>(place)).find((one) => one !== null) : null;
  const within = next.matches('[tabindex]') ? (next as HTMLElement) : next.querySelector<HTMLElement>('a, button, [tabindex="0"]');
  (inside ?? within ?? page)?.focus();
}
