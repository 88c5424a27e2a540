import { startTransition, useEffect, useState, type ReactNode } from 'react';

/** As many rows, and as many sections or rows of several lines each, as fill the first screen of a page. */
const rows = 24;
export const sections = 10;

/**
 * How many of so many parts of a long page are drawn by now: those that fill the screen at once, the rest behind them, each time as many again, without holding up a key.
 * Nothing that is shown moves, because the rest comes after it.
 */
export function useGradually(all: number, first = rows): number {
  const [shown, setShown] = useState(first);
  const left = shown < all;
  useEffect(() => {
    if (!left) return;
    const soon = setTimeout(() => startTransition(() => setShown(shown * 2)), 50);
    return () => clearTimeout(soon);
  }, [left, shown]);
  return Math.min(shown, all);
}

/** The parts of a long page that is no grid: see `useGradually`. */
export function Gradually<T>({ of, first = rows, children }: { of: readonly T[]; first?: number; children: (item: T, at: number) => ReactNode }): ReactNode {
  const drawn = useGradually(of.length, first);
  return of.slice(0, drawn).map(children);
}
