import { Button, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { vault } from '../../bridge.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { holdSession, type Session } from '../../screen/screen.ts';
import { dayAt, dayWords, timeAt } from '../../words/dates.ts';
import { wordsOf } from '../../words/failures.ts';
import { shell } from '../../words/shell.ts';
import { unlock } from '../../words/unlock.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { restore } from '../../words/backups.ts';
import { CreateVault } from './create-vault.tsx';
import { KeyField, wordsIn } from './passphrase-fields.tsx';
import { Recover } from './recover.tsx';
import { RestoreVault } from './restore-vault.tsx';
import styles from './unlock.module.css';

interface Place {
  readonly token: string;
  readonly name: string;
  readonly openedAt: number | null;
}
const fieldFailures: readonly Failure['code'][] = ['wrong-passphrase', 'wrong-recovery-key'];

/** The door. Left: which vault. Right: the one thing to type. It names no case, and every failure says what to do. */
export function UnlockPage({ session }: { session: Session }) {
  const [places, setPlaces] = useState<readonly Place[]>(session.recent);
  const [at, setAt] = useState<Place | null>(session.recent[0] ?? null);
  const [creating, setCreating] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const openOther = async (): Promise<void> => {
    const answer = await vault.ask('session.chooseVault', {});
    if (!answer.ok || answer.reply === null) return;
    const place = { ...answer.reply, openedAt: null };
    setPlaces([place, ...places.filter((one) => one.token !== place.token)]);
    setAt(place);
    setCreating(false);
    setRestoring(false);
  };
  return (
    <div className={styles.window}>
      <nav className={styles.vaults} aria-label={unlock.vaults}>
        <p className={styles.brand}>{unlock.brand}</p>
        <ul>
          {places.map((place) => (
            <li key={place.token}>
              <UnstyledButton
                className={styles.vault}
                aria-current={!creating && !restoring && place.token === at?.token ? 'true' : undefined}
                onClick={() => {
                  setAt(place);
                  setCreating(false);
                  setRestoring(false);
                }}
              >
                <span>{place.name}</span>
                <span className={styles.place}>{opened(place, session)}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <div className={styles.other}>
          <UnstyledButton className={styles.link} onClick={() => void openOther()}>
            {unlock.another}
          </UnstyledButton>
          <UnstyledButton
            className={styles.link}
            onClick={() => {
              setCreating(true);
              setRestoring(false);
            }}
          >
            {unlock.new}
          </UnstyledButton>
          <UnstyledButton
            className={styles.link}
            onClick={() => {
              setRestoring(true);
              setCreating(false);
            }}
          >
            {restore.link}
          </UnstyledButton>
        </div>
      </nav>
      <main className={styles.main}>
        {session.recovering ? (
          <Recover recovering={session.recovering} />
        ) : restoring ? (
          <RestoreVault host={session.host} onBack={() => setRestoring(false)} />
        ) : creating ? (
          <CreateVault onBack={() => setCreating(false)} />
        ) : at ? (
          <OpenVault key={at.token} place={at} session={session} />
        ) : (
          <NoVault onNew={() => setCreating(true)} onOpen={() => void openOther()} />
        )}
      </main>
      <footer className={styles.status}>
        <span>{unlock.version(session.build)}</span>
        <span>{session.host === 'chromium' ? shell.inBrowser : ''}</span>
        <span>{shell.noNetwork}</span>
      </footer>
    </div>
  );
}

function opened(place: Place, session: Session): string {
  if (place.openedAt === null) return unlock.neverOpened;
  const day = dayAt(place.openedAt, session.zone);
  return unlock.lastOpened(`${day === session.today ? unlock.today : dayWords(day, 'short', session.today)}, ${timeAt(place.openedAt, session.zone)}`);
}

function NoVault({ onNew, onOpen }: { onNew: () => void; onOpen: () => void }) {
  return (
    <div className={styles.form}>
      <h1 className={styles.title}>{unlock.none}</h1>
      <p className={styles.note}>{unlock.noneNote}</p>
      <div className={styles.acts}>
        <Button variant="filled" onClick={onNew} autoFocus>
          {unlock.new}
        </Button>
        <Button onClick={onOpen}>{unlock.openOne}</Button>
      </div>
    </div>
  );
}

function OpenVault({ place, session }: { place: Place; session: Session }) {
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
  const { what, means } = failure ? wordsOf(failure) : { what: '', means: '' };
  const error = inField ? `${what} ${means}` : undefined;
  const why = session.lockedBecause === null || place.token !== session.recent[0]?.token ? '' : unlock.locked[session.lockedBecause];

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h1 className={styles.title}>{place.name}</h1>
      <p className={styles.note}>{why || opened(place, session)}</p>
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
      {failure && !inField && (
        <div className={styles.failure}>
          <FailureNote failure={failure} />
        </div>
      )}
      <p className={styles.small}>{unlock.slow}</p>
    </form>
  );
}
