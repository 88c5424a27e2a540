import { useCallback, useRef, type RefObject } from 'react';
import type { ListLook } from '../../shared/contract/list-look.ts';

/** The grid says the order of its rows, top to bottom, here when it is asked; null while no grid is on the page. */
export type OrderRef = RefObject<(() => readonly string[]) | null>;

/** A list as it is shown, to be put on paper. */
export interface ListOnPaper {
  readonly numbers: readonly string[];
  readonly look: ListLook;
}
type About = Omit<ListLook, 'columns'> & { readonly columns: readonly string[] };

/** Of an order the rows of `chosen`; all of it where that is left out. */
export function partOf(numbers: readonly string[], chosen?: readonly string[]): readonly string[] {
  if (chosen === undefined) return numbers;
  const wanted = new Set(chosen);
  return numbers.filter((number) => wanted.has(number));
}

/**
 * A list on the page that can be put on paper: `order` goes to its grid, `paper` gives what is shown at the moment in the order in which it is, of the chosen rows alone
 * where they are named. `numbers` are its rows where no grid stands (a calendar of them).
 */
export function useListOnPaper(about: About, numbers: readonly string[]): { readonly order: OrderRef; readonly paper: (chosen?: readonly string[]) => ListOnPaper } {
  const order = useRef<(() => readonly string[]) | null>(null);
  const now = useRef({ about, numbers });
  now.current = { about, numbers };
  const paper = useCallback((chosen?: readonly string[]): ListOnPaper => {
    const { about: of, numbers: all } = now.current;
    return { numbers: partOf(order.current?.() ?? all, chosen), look: { ...of, columns: [...of.columns] } };
  }, []);
  return { order, paper };
}
