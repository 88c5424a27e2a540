import type { ReactNode } from 'react';
import type { Failure } from '../../shared/failure/failure.ts';
import { wordsOf } from '../words/failures.ts';
import { Cited } from './cited.tsx';
import { CopyDetails } from './copy-details.tsx';
import { Mark } from './mark.tsx';
import styles from './failure.module.css';

/** What happened, what it means for the case, what to do. Always in that order, never with an apology, always with the code. In place, where the work was. */
export function FailureNote({ failure, actions }: { failure: Failure; actions?: ReactNode }) {
  const { what, means } = wordsOf(failure);
  return (
    <div className={styles.failure} role="alert">
      <Mark shape="stop" tone="late" />
      <div>
        <p className="strong">{what}</p>
        <p>
          <Cited text={means} />
        </p>
        {actions && <div className={styles.foot}>{actions}</div>}
      </div>
      <span className={styles.code}>
        {failure.code}
        <CopyDetails failure={failure} />
      </span>
    </div>
  );
}
