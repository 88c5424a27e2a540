import { useEffect } from 'react';
import type { WindowPlace } from '../../shared/contract/place.ts';
import { vault } from '../bridge.ts';
import { flushBeforeLock } from '../form/draft-flush.ts';
import { recordedMeanwhile } from '../form/saves-under-way.ts';
import { addressOf, routeOf } from './route.ts';
import { nowInstant, setScreen, useScreen, type Session } from './screen.ts';
import { standAs, standingNow } from './standing.ts';

/** Locks after which one goes on where one was. After a start, and after a crash, which kept no place, the docket comes first. */
const passing: ReadonlySet<Session['lockedBecause']> = new Set(['asked', 'idle', 'suspended', 'screen-locked', 'user-switched']);
/** Whoever opens the vault later than this begins a new working day, and that begins with the docket. */
const sameDay = 12 * 3_600_000;
/** How long a page may take until it is as long as it was. */
const patience = 5_000;

/** Where the window is to stand once its page is there. */
let wanted: WindowPlace | null = null;

/** Whether a window that was locked for this reason goes back to where it stood; not where it was loaded at a page already. */
export const goesBack = (because: Session['lockedBecause']): boolean => passing.has(because) && location.hash.length <= 1;

/** Brings the address back to where the person at work stood when the vault was locked, before any page is drawn. The address stays where they stood nowhere, or long ago. */
export async function goBack(): Promise<void> {
  const answer = await vault.ask('place.read', {});
  if (!answer.ok || answer.reply.place === null || nowInstant() - (answer.reply.at ?? 0) > sameDay) return;
  wanted = answer.reply.place;
  // A case that was removed meanwhile would leave every page empty.
  const chosen = wanted.caseId === null ? null : await vault.ask('records.get', { number: wanted.caseId });
  if (chosen?.ok === true && chosen.reply.record.removed === undefined) setScreen({ caseId: wanted.caseId });
  standAs(wanted);
  history.replaceState(null, '', wanted.address);
}

/** Keeps where one stands whenever the vault is locked, and stands there again after it. */
export function usePlace(): void {
  useEffect(
    () =>
      flushBeforeLock(async () => {
        // Before anything is awaited: the page is blanked at once, and the key goes after half a second.
        const place = placeNow();
        const saved = place && vault.ask('place.save', place);
        const number = await recordedMeanwhile();
        await saved;
        if (place && number !== null) await vault.ask('place.save', { ...place, ...headOf(number) });
        // Nothing typed hangs on it: a vault that cannot be written to only forgets the place.
        return true;
      }),
    [],
  );
  useEffect(() => {
    const place = wanted;
    wanted = null;
    return place ? standAgain(place) : undefined;
  }, []);
}

/** The page of a record, from its top. */
const headOf = (number: string): Pick<WindowPlace, 'address' | 'scrolled' | 'beside' | 'focus'> => ({
  address: addressOf({ page: 'record', number, tab: null }),
  scrolled: [],
  beside: null,
  focus: null,
});

const main = (): HTMLElement | null => document.getElementById('page');
const side = (): HTMLElement | null => document.getElementById('beside');

function placeNow(): WindowPlace | null {
  const page = main();
  if (!page) return null;
  const route = routeOf(location.hash);
  const focused = document.activeElement;
  const row = focused?.getAttribute('data-record');
  const beside = side();
  return {
    // What is searched for is kept nowhere.
    address: addressOf('text' in route ? { page: route.page } : route),
    scrolled: [...page.querySelectorAll('*')]
      .filter(({ scrollTop, scrollLeft }) => scrollTop > 0 || scrollLeft > 0)
      .slice(0, 20)
      .map((element) => ({ path: pathTo(page, element), top: element.scrollTop, left: Math.max(0, element.scrollLeft) })),
    caseId: useScreen.getState().caseId,
    beside: useScreen.getState().beside,
    ...standingNow(),
    focus:
      focused && beside?.contains(focused)
        ? { path: pathTo(beside, focused), inBeside: true }
        : row
          ? { record: row }
          : focused && focused !== page && page.contains(focused)
            ? { path: pathTo(page, focused) }
            : null,
  };
}

/** Counted from the end: what is told above a page comes and goes. */
function pathTo(page: Element, element: Element): number[] {
  const path: number[] = [];
  for (let at = element; at !== page && at.parentElement; at = at.parentElement) {
    const children = [...at.parentElement.children];
    path.unshift(children.length - 1 - children.indexOf(at));
  }
  return path;
}
function elementAt(page: Element, path: readonly number[]): HTMLElement | null {
  let at: Element | undefined = page;
  for (const index of path) at = at?.children[at.children.length - 1 - index];
  return at instanceof HTMLElement ? at : null;
}

/** Scrolls and focuses as it was, as soon as the page is that long; gives up once somebody does anything. Gives what ends it. */
function standAgain({ scrolled, focus, beside }: WindowPlace): () => void {
  if (beside !== null) setScreen({ beside });
  const until = performance.now() + patience;
  const open = new Set(scrolled);
  const acts = ['keydown', 'pointerdown', 'wheel'] as const;
  let next = 0;
  const end = (): void => {
    cancelAnimationFrame(next);
    for (const act of acts) removeEventListener(act, end, true);
  };
  const hasFocus = (page: HTMLElement): boolean => {
    if (!focus) return true;
    const within = 'inBeside' in focus ? side() : page;
    const row =
      within === null
        ? null
        : 'record' in focus
          ? [...page.querySelectorAll<HTMLElement>('[data-record]')].find(({ dataset }) => dataset['record'] === focus.record)
          : elementAt(within, focus.path);
    row?.focus({ preventScroll: true });
    return row !== null && row !== undefined && document.activeElement === row;
  };
  const step = (): void => {
    const page = main();
    for (const one of open) {
      const element = page && elementAt(page, one.path);
      if (!element) continue;
      // As far as it goes: a long page is drawn further as it is scrolled to.
      element.scrollTo({ top: one.top, left: one.left });
      if (element.scrollHeight - element.clientHeight < one.top || element.scrollWidth - element.clientWidth < one.left) continue;
      open.delete(one);
    }
    if (page && open.size === 0 && hasFocus(page)) return end();
    if (performance.now() > until) {
      // It is shorter than it was: as far down as it goes.
      for (const { path, top, left } of open) if (page) elementAt(page, path)?.scrollTo({ top, left });
      return end();
    }
    next = requestAnimationFrame(step);
  };
  for (const act of acts) addEventListener(act, end, true);
  next = requestAnimationFrame(step);
  return end;
}
