import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** A list with nothing in it says why that is, and offers the one thing to do. It sits where the first row would. */
export function Empty({ says, then, action }: { says: string; then?: string; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{says}</p>
      {then && <p className="muted">{then}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
