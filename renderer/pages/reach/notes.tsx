import { Cited } from '../../ui/cited.tsx';
import { Mark } from '../../ui/mark.tsx';
import styles from './reach.module.css';

/** What has to be known with whom orders reach: open terms, dates that are not settled. Nothing where there is nothing. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>
          <Mark shape="diamondDashed" tone="wait" />
          <span>
            <Cited text={note} />
          </span>
        </li>
      ))}
    </ul>
  );
}
