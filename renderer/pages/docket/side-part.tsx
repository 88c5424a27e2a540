import type { ReactNode } from 'react';
import { Cited } from '../../ui/cited.tsx';
import styles from './docket.module.css';

/** One heading beside the docket with its lines, or the words for none. */
export function Part({
  title,
  unit,
  none,
  note,
  act,
  children,
}: {
  title: string;
  unit?: string;
  none: string;
  note?: string | undefined;
  act?: ReactNode;
  children: readonly ReactNode[];
}) {
  return (
    <section className={styles.owed}>
      <div className={styles.owedHead}>
        <h2>{title}</h2>
        {unit && children.length > 0 && <span aria-hidden>{unit}</span>}
        {act}
      </div>
      {children.length === 0 ? <p className={styles.none}>{none}</p> : <ul>{children}</ul>}
      {note && children.length > 0 && (
        <p className={styles.none}>
          <Cited text={note} />
        </p>
      )}
    </section>
  );
}

/** `unit` stands over the column of ends for who sees it, and is said with each for who hears it. */
export function Line({ what, by, end, unit }: { what: string; by?: string; end?: string; unit?: string | undefined }) {
  return (
    <li className={styles.item}>
      <p>{what}</p>
      {by !== undefined && (
        <p className={styles.by}>
          <Cited text={by} />
        </p>
      )}
      {end && (
        <span className={styles.days}>
          {end}
          {unit && <span className="hidden"> {unit}</span>}
        </span>
      )}
    </li>
  );
}
