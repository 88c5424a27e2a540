import { Button, Portal, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { go } from '../screen/route.ts';
import { setScreen, useScreen } from '../screen/screen.ts';
import { tour as words } from '../words/tour.ts';
import { placeOf } from './place.ts';
import styles from './tour.module.css';

/** What each stop is about, by the mark that stands in the page. */
const stops = [
  { ...words.stops.docket, about: '#page' },
  { ...words.stops.rooms, about: '[data-tour=rooms]' },
  { ...words.stops.search, about: '[data-tour=search]' },
  { ...words.stops.time, about: '[data-tour=time]' },
  { ...words.stops.lock, about: '[data-tour=status]' },
] as const;

/** Begins at the docket, from wherever it is asked for. */
export function startTour(): void {
  go({ page: 'docket' });
  setScreen({ tour: 0, asOf: null });
}

/** Five notes, one after the other, each beside the part of the window that it is about. Enter goes on, the arrows to and fro, Esc ends it; the focus is kept in it and given back. */
export function Tour() {
  const at = useScreen((now) => now.tour);
  return at === null ? null : <Stop at={Math.min(at, stops.length - 1)} />;
}

function Stop({ at }: { at: number }) {
  const stop = stops[at];
  const note = useRef<HTMLDivElement | null>(null);
  const spot = useRef<HTMLDivElement | null>(null);
  const last = at === stops.length - 1;
  const end = (): void => setScreen({ tour: null });
  const next = (): void => (last ? end() : setScreen({ tour: at + 1 }));
  const [, setSize] = useState(0);

  // Placed by hand before it is painted: a note that moves after it stands is read twice.
  const place = useCallback((): void => {
    const found = stop && document.querySelector(stop.about)?.getBoundingClientRect();
    const about = found && found.width > 0 && found.height > 0 ? found : null;
    if (spot.current) {
      spot.current.toggleAttribute('data-nowhere', about === null);
      Object.assign(spot.current.style, { left: `${about?.left ?? 0}px`, top: `${about?.top ?? 0}px`, width: `${about?.width ?? 0}px`, height: `${about?.height ?? 0}px` });
    }
    if (!note.current) return;
    const { left, top } = placeOf(note.current.getBoundingClientRect(), about, { width: innerWidth, height: innerHeight });
    Object.assign(note.current.style, { left: `${left}px`, top: `${top}px` });
  }, [stop]);
  useEffect(() => {
    place();
    const again = (): void => setSize((n) => n + 1);
    addEventListener('resize', again);
    return () => removeEventListener('resize', again);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') end();
    else if (event.key === 'ArrowRight') next();
    else if (event.key === 'ArrowLeft' && at > 0) setScreen({ tour: at - 1 });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (!stop) return null;
  return (
    <Portal>
      <div className={styles.over}>
        <div ref={spot} className={styles.spot} aria-hidden />
        <div
          ref={(here) => {
            note.current = here;
            place();
          }}
          className={styles.note}
          role="dialog"
          aria-modal="true"
          aria-labelledby="tour-title"
          aria-describedby="tour-says"
          onKeyDown={onKeyDown}
        >
          <div aria-live="polite">
            <h2 id="tour-title" className={styles.title}>
              {stop.title}
            </h2>
            <p id="tour-says" className={styles.says}>
              {stop.says}
            </p>
          </div>
          <div className={styles.acts}>
            <span className={styles.step}>{words.step(at + 1, stops.length)}</span>
            {!last && (
              <UnstyledButton className={styles.skip} onClick={end}>
                {words.skip}
              </UnstyledButton>
            )}
            {at > 0 && <Button onClick={() => setScreen({ tour: at - 1 })}>{words.back}</Button>}
            <Button variant="filled" onClick={next} data-autofocus>
              {last ? words.done : words.next}
            </Button>
          </div>
        </div>
      </div>
    </Portal>
  );
}
