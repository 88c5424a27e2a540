import { startTransition, useEffect, useState, type ReactNode } from 'react';

/** As many rows, and as many sections or rows of several lines each, as fill the first screen of a page. */
const rows = 24;
export const sections = 10;

/**
 * The parts of a long page that is no grid: those that fill the screen at once, the rest behind them, each time as many again, without holding up a key.
 * Nothing that is shown moves, because the rest comes after it.
 */
export function Gradually<T>({ of, first = rows, children }: { of: readonly T[]; first?: number; children: (item: T, at: number) => ReactNode }): ReactNode {
  const [shown, setShown] = useState(first);
  const all = shown >= of.length;
  useEffect(() => {
    if (all) return;
    const soon = setTimeout(() => startTransition(() => setShown(shown * 2)), 50);
    return () => clearTimeout(soon);
  }, [all, shown]);
  return (all ? of : of.slice(0, shown)).map(children);
}
