import type { Failure } from '../../../shared/failure/failure.ts';
import { FailureNote } from '../../ui/failure.tsx';
import styles from './unlock.module.css';

/** What went wrong, under the acts of a page that stands before a vault is open; nothing where nothing did. */
export function UnlockFailure({ failure }: { failure: Failure | null }) {
  return (
    failure && (
      <div className={styles.failure}>
        <FailureNote failure={failure} />
      </div>
    )
  );
}
