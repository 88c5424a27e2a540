import { startTransition, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';

/** As many rows, and as many sections or rows of several lines each, as fill the first screen of a page. */
const rows = 24;
export const sections = 10;
/** Screens that are drawn one after the other without being scrolled to. */
const screens = 4;
/** How far below what is seen the rest is drawn, so that none is met blank. */
const margin = '1600px';

/**
 * How many of so many parts of a long page are drawn by now: those that fill the screen at once, some screens behind them, and the rest as it is scrolled to; each time as
 * many as fill a screen, which holds up no key. Nothing that is shown moves, because the rest comes after it. `mark` goes on an element that stands right behind the last part that is drawn.
 * `least` are drawn in any case, as far as one that is to be shown.
 */
export function useGradually(all: number, first = rows, least = 0): { readonly drawn: number; readonly mark: RefObject<HTMLTemplateElement | null> } {
  const [drawn, setShown] = useState(first);
  const shown = Math.max(drawn, least);
  const mark = useRef<HTMLTemplateElement>(null);
  const left = shown < all;
  useEffect(() => {
    if (!left) return;
    const more = (): void => startTransition(() => setShown(shown + first));
    if (shown < first * screens) {
      const soon = setTimeout(more, 50);
      return () => clearTimeout(soon);
    }
    // The mark itself has no place: what stands before it has.
    const last = mark.current?.previousElementSibling;
    if (!last) return;
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && more(), { rootMargin: margin, scrollMargin: margin });
    watch.observe(last);
    return () => watch.disconnect();
  }, [left, shown, first]);
  return { drawn: Math.min(shown, all), mark };
}

/** The parts of a long page that is no grid: see `useGradually`. */
export function Gradually<T>({ of, first, least, children }: { of: readonly T[]; first?: number; least?: number; children: (item: T, at: number) => ReactNode }): ReactNode {
  const { drawn, mark } = useGradually(of.length, first, least);
  // What was drawn stays the same elements when more are drawn behind it, so that a thousand rows are not drawn anew for the next few.
  const parts = useMemo((): ReactNode[] => [], [of, children]);
  for (const item of of.slice(parts.length, drawn)) parts.push(children(item, parts.length));
  return (
    <>
      {parts.slice(0, drawn)}
      {/* The one element that may stand in a table as well as between sections, and is not seen. */}
      {drawn < of.length && <template ref={mark} />}
    </>
  );
}

/** What stands below or beside what a page is opened for, drawn once that has been painted. */
export function Behind({ children }: { children: ReactNode }): ReactNode {
  const { drawn } = useGradually(2, 1);
  return drawn > 1 ? children : null;
}
