import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { GridLine } from './grid-lines.ts';

/** After so long without a letter a new beginning is typed. */
const restMs = 1_200;
/** The key that begins typing where letters are commands. */
export const typeAheadKey = "'";

/** The next line from `from` on, and around the end, whose row's text, or a word of it, begins with what was typed; -1 where there is none. */
export function rowThatBegins<R>(lines: readonly GridLine<R>[], typed: string, from: number, textOf: (row: R) => string): number {
  const wanted = typed.toLowerCase();
  const fits = [(text: string) => text.startsWith(wanted), (text: string) => text.includes(` ${wanted}`)];
  for (const fit of fits)
    for (let i = 0; i < lines.length; i++) {
      const at = (from + i) % lines.length;
      const line = lines[at];
      if (line?.kind === 'row' && fit(textOf(line.row).toLowerCase())) return at;
    }
  return -1;
}

/** What is being typed to jump to a row. `onKey` gives null for a key that is none of it, else the line to go to, or -1 where nothing begins so. */
export function useTypeAhead() {
  const [typed, setTyped] = useState<string | null>(null);
  const now = useRef<string | null>(null);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const put = (next: string | null): void => {
    now.current = next;
    setTyped(next);
    clearTimeout(rest.current);
    if (next !== null) rest.current = setTimeout(() => put(null), restMs);
  };
  useEffect(() => () => clearTimeout(rest.current), []);
  const onKey = (event: KeyboardEvent, here: number, freely: boolean, find: (typed: string, from: number) => number): number | null => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || [...key].length !== 1) {
      if (now.current === null || key !== 'Escape') return null;
      put(null);
      return -1;
    }
    if (now.current === null) {
      if (key === typeAheadKey && !freely) {
        put('');
        return -1;
      }
      if (!freely || !/[\p{L}\p{N}]/u.test(key)) return null;
    }
    const next = `${now.current ?? ''}${key}`;
    put(next);
    // The same letter again goes on to the next row that begins with it.
    const again = [...next].every((one) => one === key) && next.length > 1;
    return find(again ? key : next, next.length === 1 || again ? here + 1 : here);
  };
  return { typed, onKey };
}
