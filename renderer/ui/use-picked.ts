import { useMemo } from 'react';
import type { Choice } from './use-choice.ts';
import { isTexts, noTexts, useStanding } from '../screen/standing.ts';

/** The rows of a grid that are chosen. What left the list, by a filter or by an act, is not chosen any more. */
export function usePicked<T>(rows: readonly T[], keyOf: (row: T) => string): { readonly picked: readonly T[]; readonly choice: Choice; readonly clear: () => void } {
  const [ticked, setTicked] = useStanding('ticked', noTexts, isTexts);
  const keys = useMemo(() => new Set(ticked), [ticked]);
  const picked = useMemo(() => (keys.size === 0 ? [] : rows.filter((row) => keys.has(keyOf(row)))), [rows, keys, keyOf]);
  const choice = useMemo(() => ({ keys: new Set(picked.map(keyOf)), set: (next: ReadonlySet<string>) => setTicked([...next]) }), [picked, keyOf]);
  return { picked, choice, clear: () => setTicked(noTexts) };
}
