import type { DateFact } from '../../shared/records/date-fact.ts';
import { useToday } from '../screen/screen.ts';
import { factReason, factWords } from '../words/date-facts.ts';
import { type Length } from '../words/dates.ts';
import { Mark, type Shape } from './mark.tsx';
import styles from './uncertain-date.module.css';

/** The drawing of a date that is less than certain; null where it is certain. */
export function dateShape(fact: DateFact): Shape | null {
  switch (fact.certainty) {
    case 'exact':
      return null;
    case 'approximate':
      return 'tilde';
    case 'range':
      return fact.earliest === undefined ? (fact.latest === undefined ? 'unknown' : 'before') : fact.latest === undefined ? 'after' : 'range';
    case 'disputed':
      return 'disputed';
    case 'unknown':
      return 'unknown';
  }
}

/**
 * A date with its certainty. An exact date is plain text. Any other carries a mark, a word and a dotted underline, so it
 * still reads as uncertain in greyscale, in print and to a screen reader. `why` is shown on a record page.
 */
export function UncertainDate({ fact, length = 'short', why = false }: { fact: DateFact; length?: Length; why?: boolean }) {
  const today = useToday();
  const shape = dateShape(fact);
  const text = factWords(fact, length, today);
  if (!shape) return <span className={length === 'full' ? undefined : styles.date}>{text}</span>;
  const reason = factReason(fact);
  return (
    <>
      <span className={styles.known} title={why || reason === '' ? undefined : reason}>
        <Mark shape={shape} tone="wait" />
        <span className={styles.words}>{text}</span>
      </span>
      {why && reason !== '' && <span className={styles.why}>{reason}</span>}
    </>
  );
}
