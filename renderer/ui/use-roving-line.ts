import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { GridLine } from './grid-lines.ts';
import { rowThatBegins, useTypeAhead } from './type-ahead.ts';

interface Acts<R> {
  readonly onOpen?: (row: R) => void;
  readonly onPick?: (row: R) => void;
  /** By what a row is found when somebody types its beginning. */
  readonly textOf?: (row: R) => string;
  /** Letters are typed at once, without the key that begins it: no letter is a command. */
  readonly freely?: boolean;
  readonly choosing?: { readonly onKey: (event: KeyboardEvent, line: number) => boolean; readonly onExtend: (line: number, from: number) => void };
}

/**
 * One row of a grid is in the tab order; arrows, Page Up/Down, Home and End move it; headings of groups are skipped.
 * `show` scrolls a line into view before it is focused, because a virtual row does not exist until it is near.
 */
export function useRovingLine<R>(
  lines: readonly GridLine<R>[],
  grid: RefObject<HTMLElement | null>,
  show: (line: number) => void,
  { onOpen, onPick, choosing, textOf, freely = false }: Acts<R>,
) {
  const typeAhead = useTypeAhead();
  const first = lines.findIndex((l) => l.kind === 'row');
  const [chosen, setAt] = useState(first);
  /** The line that the focus is on its way to: a key that comes before it is there goes on from there. */
  const going = useRef<number | null>(null);
  // Rows come and go: where the chosen line is no row any more, the first row takes the tab order.
  const at = lines[chosen]?.kind === 'row' ? chosen : first;

  const go = (wanted: number, step: 1 | -1): number => {
    let line = Math.max(0, Math.min(lines.length - 1, wanted));
    while (lines[line]?.kind === 'group') line += line === 0 ? 1 : step;
    if (!lines[line]) return line;
    setAt(line);
    show(line);
    const picked = lines[line];
    if (picked?.kind === 'row') onPick?.(picked.row);
    going.current = line;
    requestAnimationFrame(() => {
      if (going.current !== line) return;
      going.current = null;
      const row = grid.current?.querySelector<HTMLElement>(`[data-line="${line}"]`);
      row?.focus({ preventScroll: true });
      // In a window too low for page and grid, the page scrolls too: `show` has scrolled the grid alone.
      row?.scrollIntoView({ block: 'nearest' });
    });
    return line;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // The line in focus, not the one that had its place before rows came or went: Enter must open what is seen to be chosen.
    const focused = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-line]')?.dataset['line'] : undefined;
    const here = going.current ?? (focused === undefined ? at : Number(focused));
    const found = focused === undefined || textOf === undefined ? null : typeAhead.onKey(event, here, freely, (typed, from) => rowThatBegins(lines, typed, from, textOf));
    if (found !== null) {
      event.preventDefault();
      // A letter of a title is no command of the page.
      event.stopPropagation();
      if (found >= 0) go(found, 1);
      return;
    }
    if (focused !== undefined && choosing?.onKey(event, here)) return;
    const moves: Record<string, readonly [number, 1 | -1]> = {
      ArrowDown: [here + 1, 1],
      ArrowUp: [here - 1, -1],
      PageDown: [here + 20, 1],
      PageUp: [here - 20, -1],
      Home: [0, 1],
      End: [lines.length - 1, -1],
    };
    const move = moves[event.key];
    const line = lines[here];
    if (move) {
      const there = go(...move);
      if (event.shiftKey) choosing?.onExtend(there, here);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && line?.kind === 'row') onOpen?.(line.row);
    else return;
    event.preventDefault();
  };

  return { at, setAt, onKeyDown, typed: typeAhead.typed };
}
