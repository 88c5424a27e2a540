import { Button, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ListedVault } from '../../../shared/contract/recent-vaults.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { holdSession, type Session } from '../../screen/screen.ts';
import { wordsOf } from '../../words/failures.ts';
import { unlock } from '../../words/unlock.ts';
import { openedLast, openedWords } from './listed.ts';
import { KeyField, wordsIn } from './passphrase-fields.tsx';
import { UnlockFailure } from './unlock-failure.tsx';
import styles from './unlock.module.css';

const fieldFailures: readonly Failure['code'][] = ['wrong-passphrase', 'wrong-recovery-key'];

/** One field, and what opens the vault with what is typed in it. `outside`: what went wrong with the list beside it. */
export function OpenVault({ place, name, session, outside }: { place: ListedVault; name: string; session: Session; outside: Failure | null }) {
  const [typed, setTyped] = useState('');
  const [byWords, setByWords] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [opening, setOpening] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [byWords, failure]);

  const open = async (): Promise<void> => {
    if (opening || typed.trim() === '') return;
    setOpening(true);
    const answer = byWords
      ? await vault.ask('session.openWithRecovery', { vault: place.token, words: wordsIn(typed) })
      : await vault.ask('session.open', { vault: place.token, passphrase: typed });
    setOpening(false);
    setTyped('');
    if (answer.ok) holdSession(answer.reply);
    else setFailure(answer.failure);
  };
  const inField = failure !== null && fieldFailures.includes(failure.code);
  const shown = failure !== null && !inField ? failure : outside;
  const { what, means } = failure ? wordsOf(failure) : { what: '', means: '' };
  const error = inField ? `${what} ${means}` : undefined;
  const why = session.lockedBecause === null || place.token !== openedLast(session.recent)?.token ? '' : unlock.locked[session.lockedBecause];

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h1 className={styles.title}>{name}</h1>
      <p className={styles.note}>{why || openedWords(place, session)}</p>
      {place.copies > 0 && <p className={styles.note}>{unlock.copies(place.copies)}</p>}
      <KeyField byWords={byWords} label={unlock.passphrase} error={error} value={typed} field={field} onType={setTyped} />
      <div className={styles.acts}>
        <Button variant="filled" type="submit" loading={opening}>
          {byWords ? unlock.openRecovery : unlock.unlock}
        </Button>
        <UnstyledButton
          className={styles.link}
          onClick={() => {
            setByWords(!byWords);
            setFailure(null);
            setTyped('');
          }}
        >
          {byWords ? unlock.usePassphrase : unlock.useRecovery}
        </UnstyledButton>
      </div>
      <UnlockFailure failure={shown} />
      <p className={styles.small}>{unlock.slow}</p>
    </form>
  );
}
