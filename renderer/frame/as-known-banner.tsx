import { Button } from '@mantine/core';
import { setScreen, useScreen, useZone } from '../screen/screen.ts';
import { instantWords, zoneCity } from '../words/dates.ts';
import { shell } from '../words/shell.ts';
import { usePastReady } from './use-past-ready.ts';
import { usePastSeq } from './use-past-seq.ts';
import styles from './as-known-banner.module.css';

/**
 * The window shows the past. The banner is the one inverted thing in the program and it spans the whole window; the frame
 * joins it on the other three sides. It says the instant, what is left out, and that nothing can be changed.
 */
export function AsKnownBanner() {
  const asOf = useScreen((now) => now.asOf);
  const head = useScreen((now) => now.seq);
  const zone = useZone();
  const past = usePastSeq();
  usePastReady(asOf);
  if (asOf === null) return null;
  return (
    <section className={styles.banner} aria-label={shell.past.label}>
      <p className={styles.at}>{shell.past.banner(`${instantWords(asOf, zone)} (${zoneCity(zone)})`)}</p>
      <p className={styles.note}>{past !== null && shell.past.note(Math.max(0, head - past))}</p>
      <Button className={styles.button} onClick={() => setScreen({ choosingTime: true })}>
        {shell.past.other}
      </Button>
      <Button className={styles.button} onClick={() => setScreen({ asOf: null })}>
        {shell.past.now} <kbd>Esc</kbd>
      </Button>
    </section>
  );
}
