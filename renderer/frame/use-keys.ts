import { useEffect } from 'react';
import { undo } from '../answers/change.ts';
import { vault } from '../bridge.ts';
import { flushDrafts } from '../form/draft-flush.ts';
import { lock } from '../screen/lock.ts';
import { go, type Route } from '../screen/route.ts';
import { nowInstant, setScreen, useScreen } from '../screen/screen.ts';
import { typedKinds } from '../pages/list/new-menu.tsx';

const letters: Readonly<Record<string, Route>> = {
  d: { page: 'docket' },
  o: { page: 'list', kind: 'order' },
  m: { page: 'list', kind: 'restricted_model' },
  r: { page: 'requests' },
  e: { page: 'evidence' },
  h: { page: 'history' },
};
/** Regions in the order of F6; a page may lack the last. */
const regions = ['nav', '#page [role=grid] [tabindex="0"], #page', '#page aside', 'footer'];

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The keys of look.md §9 that work on every page. */
export function useKeys(route: Route): void {
  useEffect(() => {
    let g = 0;
    const onKey = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      const main = event.ctrlKey || event.metaKey;
      const done = (act: () => void): void => {
        event.preventDefault();
        act();
      };
      const { asOf, palette, choosingTime, help, undoable, settings } = useScreen.getState();
      const dialog = palette || choosingTime || help || document.querySelector('[role=dialog]') !== null;
      if (main && key === 'k') return done(() => setScreen({ palette: true }));
      if (main && event.shiftKey && key === 'p') return done(() => setScreen({ palette: true }));
      if (main && event.shiftKey && key === 'f') return done(() => go({ page: 'search', text: '' }));
      if (main && key === 'f') {
        const find = document.querySelector<HTMLElement>('[data-find]');
        return find ? done(() => find.focus()) : undefined;
      }
      if (main && key === 'l') return done(() => void lock('asked'));
      if (main && key === '/') return done(() => setScreen({ help: true }));
      if (event.key === 'F1') return done(() => setScreen({ help: true }));
      if (dialog) return;
      if (main && key === 'n') return done(() => go({ page: 'new', kind: newKindOf(route), prefill: {} }));
      if (main && key === 's') return done(() => void flushDrafts().then(() => setScreen({ savedAt: nowInstant() })));
      if (main && key === 'z' && !typing(event.target)) return done(() => void undoLast(undoable?.act));
      if (event.altKey && event.key === 'ArrowLeft') return done(() => history.back());
      if (event.altKey && event.key === 'ArrowRight') return done(() => history.forward());
      if (event.key === 'F6') return done(() => nextRegion(event.shiftKey ? -1 : 1));
      if (event.key === 'F2' && route.page === 'record' && asOf === null) return done(() => go({ page: 'edit', number: route.number }));
      if (event.key === 'Escape' && asOf !== null && !typing(event.target)) return done(() => setScreen({ asOf: null }));
      if (main || event.altKey || typing(event.target) || !settings.singleKeys) return;
      const to = letters[key];
      if (Date.now() - g < 1200 && to) {
        g = 0;
        return done(() => go(to));
      }
      g = key === 'g' ? Date.now() : 0;
      if (key === 'i') dispatchEvent(new Event('cordon-facts'));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [route]);
}

/** The kind that Ctrl N makes: that of the room. */
function newKindOf(route: Route): string {
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

function nextRegion(step: 1 | -1): void {
  const all = regions.map((selector) => document.querySelector<HTMLElement>(selector)).filter((one) => one !== null);
  const at = all.findIndex((one) => one.contains(document.activeElement));
  const next = all[(at + step + all.length) % all.length];
  if (!next) return;
  const inside = next.matches('[tabindex]') ? next : next.querySelector<HTMLElement>('a, button, [tabindex="0"]');
  (inside ?? next).focus();
}
