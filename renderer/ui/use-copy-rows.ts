import { type KeyboardEvent, useMemo, useRef } from 'react';
import { copyRows } from '../answers/copy-rows.ts';
import { type Act, useOffers } from '../screen/offers.ts';
import { say, useScreen, useWritable } from '../screen/screen.ts';
import { copying as words } from '../words/copying.ts';
import { keys } from '../words/shell.ts';

/**
 * Copying rows of a grid as a table: the chosen ones, else the one that has the turn; by Ctrl C, from the menu of chosen rows and from the search window. Text that was
 * marked is copied as text. Gives the handler of the key, which says whether it was that key. Where nothing may be written no release can be recorded: nothing is offered, and the key says why
 * it does nothing.
 */
export function useCopyRows(any: boolean, chosen: number, numbers: (line: number | null) => readonly string[]): (event: KeyboardEvent) => boolean {
  const writable = useWritable();
  const past = useScreen((now) => now.asOf !== null);
  const last = useRef(numbers);
  last.current = numbers;
  const is = writable && any;
  useOffers(
    useMemo<readonly Act[]>(
      () =>
        is
          ? [
              {
                id: 'copy-table',
                name: chosen > 0 ? words.chosen(chosen) : words.row,
                keys: keys('Ctrl C'),
                ...(chosen > 0 && { on: 'chosen' as const }),
                act: () => void copyRows(last.current(null)),
              },
            ]
          : [],
      [is, chosen],
    ),
  );
  return (event) => {
    if (!any || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'c') return false;
    const marked = getSelection();
    if (marked !== null && !marked.isCollapsed) return false;
    const line = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-line]')?.dataset['line'] : undefined;
    event.preventDefault();
    if (!writable) say(past ? words.notInThePast : words.notReadOnly);
    else void copyRows(last.current(line === undefined ? null : Number(line)));
    return true;
  };
}
