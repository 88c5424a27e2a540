import { Button, UnstyledButton } from '@mantine/core';
import type { ListedVault } from '../../../shared/contract/recent-vaults.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { unlock } from '../../words/unlock.ts';
import { UnlockFailure } from './unlock-failure.tsx';
import styles from './unlock.module.css';

/** A vault of the list that is not where it was, or whose place is not kept: why it may be so, and the ways on. */
export function MissingVault(props: { line: ListedVault; name: string; failure: Failure | null; onFind: () => void; onAgain: () => void; onTakeOff: () => void }) {
  const { line, name, failure, onFind, onAgain, onTakeOff } = props;
  const at = line.missing?.at ?? null;
  return (
    <div className={styles.form}>
      <h1 className={styles.title}>{name}</h1>
      <p className={styles.note}>
        {line.missing?.kept === false ? unlock.placeNotKept : at === null ? unlock.missing : unlock.missingAt} {at !== null && <span className={styles.path}>{at}</span>}
      </p>
      <p className={styles.note}>{line.missing?.kept === false ? unlock.placeNotKeptNote : line.acts.includes('find') ? unlock.missingNote : unlock.missingNoteUnknown}</p>
      <div className={styles.acts}>
        {line.acts.includes('find') && (
          <Button variant="filled" onClick={onFind} autoFocus>
            {unlock.find}
          </Button>
        )}
        <Button onClick={onAgain} autoFocus={!line.acts.includes('find')}>
          {unlock.lookAgain}
        </Button>
        {line.acts.includes('take-off') && (
          <UnstyledButton className={styles.link} onClick={onTakeOff}>
            {unlock.takeOff}
          </UnstyledButton>
        )}
      </div>
      <UnlockFailure failure={failure} />
    </div>
  );
}
