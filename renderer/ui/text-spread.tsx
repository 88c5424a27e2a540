import { useEffect, useRef, useSyncExternalStore } from 'react';
import styles from './text-spread.module.css';

const sample = 'Wed 28 Oct 2026, late';
let spread = 1;
const heard = new Set<() => void>();
const listen = (then: () => void): (() => void) => {
  heard.add(then);
  return () => void heard.delete(then);
};

/** How much wider text is than it would be without the spacing of letters and words that the person's own style sheet gives it (WCAG 1.4.12); 1 where there is none. */
export const useTextSpread = (): number => useSyncExternalStore(listen, () => spread);

/** A track of a grid in pixels, as wide as its words need where they are spread. */
export const spreadTrack = (track: string, by: number): string => (by === 1 ? track : track.replace(/(\d+)px/g, (_, pixels: string) => `${Math.ceil(Number(pixels) * by)}px`));

/** What a table asks for at the least, in pixels: more where text is spread. */
export const leastWidth = (pixels: number) => ({ minWidth: `calc(${pixels}px * var(--spread, 1))` });

/** Reads the spacing of text and tells it: to grids by `useTextSpread`, to style sheets as `--spread` and `[data-spread]` of the document. One stands in the window. */
export function TextSpread() {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const read = (): void => {
      const { letterSpacing, wordSpacing } = getComputedStyle(current);
      const added = (parseFloat(letterSpacing) || 0) * sample.length + (parseFloat(wordSpacing) || 0) * (sample.split(' ').length - 1);
      const { width } = current.getBoundingClientRect();
      const now = added > 0 && width > added ? width / (width - added) : 1;
      if (now === spread) return;
      spread = now;
      const { documentElement: root } = document;
      root.toggleAttribute('data-spread', now > 1);
      root.style.setProperty('--spread', String(now));
      for (const tell of heard) tell();
    };
    read();
    // A change of the spacing is a change of the width of the sample.
    const watch = new ResizeObserver(read);
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return (
    <span ref={element} className={styles.sample} aria-hidden="true">
      {sample}
    </span>
  );
}
