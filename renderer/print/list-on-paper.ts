import { useCallback, useRef, type RefObject } from 'react';
import type { ListLook } from '../../shared/contract/list-look.ts';

/** Rows as they stand on the page, top to bottom, and over which of them a heading stands. */
export interface ShownOrder {
  readonly numbers: readonly string[];
  readonly headings: readonly { readonly at: number; readonly words: string }[];
}
/** The grid says its order here when it is asked; null while no grid is on the page. */
export type OrderRef = RefObject<(() => ShownOrder) | null>;

/** A list as it is shown, to be put on paper. */
export interface ListOnPaper {
  readonly numbers: readonly string[];
  readonly look: ListLook;
}
type About = Omit<ListLook, 'headings' | 'columns'> & {
  readonly columns: readonly string[];
  /** Its headings are of days: the window says them. Those of a field the vault makes of what may go. */
  readonly byDay?: true;
};

/** Of an order the rows of `chosen`, with their headings; all of it where that is left out. */
export function partOf({ numbers, headings }: ShownOrder, chosen?: readonly string[]): ShownOrder {
  if (chosen === undefined) return { numbers, headings };
  const wanted = new Set(chosen);
  const kept: string[] = [];
  const over: { at: number; words: string }[] = [];
  let last: string | undefined;
  let next = 0;
  let heading: string | undefined;
  for (const [at, number] of numbers.entries()) {
    while (next < headings.length && (headings[next]?.at ?? 0) <= at) heading = headings[next++]?.words;
    if (!wanted.has(number)) continue;
    if (heading !== undefined && heading !== last) over.push({ at: kept.length, words: heading });
    last = heading;
    kept.push(number);
  }
  return { numbers: kept, headings: over };
}

/**
 * A list on the page that can be put on paper: `order` goes to its grid, `paper` gives what is shown at the moment in the order in which it is, of the chosen rows alone
 * where they are named. `numbers` are its rows where no grid stands (a calendar of them).
 */
export function useListOnPaper(about: About, numbers: readonly string[]): { readonly order: OrderRef; readonly paper: (chosen?: readonly string[]) => ListOnPaper } {
  const order = useRef<(() => ShownOrder) | null>(null);
  const now = useRef({ about, numbers });
  now.current = { about, numbers };
  const paper = useCallback((chosen?: readonly string[]): ListOnPaper => {
    const { about: of, numbers: all } = now.current;
    const { byDay, columns, ...look } = of;
    const shown = partOf(order.current?.() ?? { numbers: all, headings: [] }, chosen);
    return { numbers: shown.numbers, look: { ...look, columns: [...columns], ...(byDay && shown.headings.length > 0 && { headings: [...shown.headings] }) } };
  }, []);
  return { order, paper };
}
