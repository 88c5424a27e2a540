import { Button, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ListedVault } from '../../../shared/contract/recent-vaults.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { holdSession, type Session } from '../../screen/screen.ts';
import { LongWork } from '../../ui/long-work.tsx';
import { sample as words } from '../../words/sample.ts';
import { OpenVault } from './open-vault.tsx';
import { UnlockFailure } from './unlock-failure.tsx';
import styles from './unlock.module.css';

interface Props {
  /** Its line in the list; null where it was never opened here. */
  readonly line: ListedVault | null;
  readonly session: Session;
  /** Asked for by name: it is opened at once. */
  readonly atOnce: boolean;
  readonly onRemoved: () => void;
}

/** The sample case: what it is, one button to look at it (it is made first where there is none), one to be rid of it. */
export function SampleCase({ line, session, atOnce, onRemoved }: Props) {
  const [far, setFar] = useState<{ done: number; of: number | null } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const stop = useRef<AbortController | null>(null);

  const open = async (): Promise<void> => {
    if (stop.current) return;
    stop.current = new AbortController();
    setFailure(null);
    setFar({ done: 0, of: null });
    const answer = await vault.ask('sample.open', {}, { signal: stop.current.signal, onProgress: ({ done, of }) => setFar({ done, of }) });
    stop.current = null;
    setFar(null);
    if (answer.ok) holdSession(answer.reply);
    else if (answer.failure.code !== 'cancelled') setFailure(answer.failure);
  };
  const remove = async (): Promise<void> => {
    const answer = await vault.ask('sample.remove', {});
    if (!answer.ok) return setFailure(answer.failure);
    holdSession(answer.reply);
    onRemoved();
  };
  useEffect(() => {
    if (atOnce) void open();
    // Once, when it was asked for.
  }, []);

  // Somebody gave it a passphrase of their own.
  if (failure?.code === 'wrong-passphrase' && line) return <OpenVault place={line} name={words.title} session={session} outside={null} />;
  return (
    <div className={styles.form}>
      <h1 className={styles.title}>{words.title}</h1>
      <p className={styles.note}>
        {words.note} {words.warning}
      </p>
      {far ? (
        <LongWork
          what={words.making}
          now={far.of === null ? words.records : words.files(far.done, far.of)}
          share={far.of === null ? null : far.done / far.of}
          left=""
          onCancel={() => stop.current?.abort()}
        />
      ) : (
        <div className={styles.acts}>
          <Button variant="filled" onClick={() => void open()} autoFocus>
            {words.open}
          </Button>
          {session.sampleMade && (
            <UnstyledButton className={styles.link} onClick={() => void remove()}>
              {words.remove}
            </UnstyledButton>
          )}
        </div>
      )}
      <UnlockFailure failure={failure} />
    </div>
  );
}
