import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { holdSession, startWork, type Session } from '../../screen/screen.ts';
import { FindingList } from '../../ui/finding-list.tsx';
import { LongWork } from '../../ui/long-work.tsx';
import { pickedBackup } from '../../ui/picked-backup.ts';
import { fileSize } from '../../words/count.ts';
import { restore } from '../../words/backups.ts';
import { create, unlock } from '../../words/unlock.ts';
import { nameMissing } from './create-vault.tsx';
import { KeyField, SecretField, wordsIn } from './passphrase-fields.tsx';
import { UnlockFailure } from './unlock-failure.tsx';
import styles from './unlock.module.css';

interface Backup {
  readonly token: string;
  readonly name: string;
  readonly locked: boolean;
}
interface Far {
  readonly part: string;
  readonly done: number;
  readonly of: number | null;
}
type Missing = Partial<Record<'file' | 'name' | 'key' | 'identity', string>>;

interface RestoreVaultProps {
  readonly host: Session['host'];
  readonly onBack: () => void;
  /** From when it is being restored until it is entered: nothing may take away its progress, or what it found. */
  readonly onHeld: (held: boolean) => void;
}

/** A backup, where it goes, and the key that opens it. Damage that was there before is shown before the vault is entered. */
export function RestoreVault({ host, onBack, onHeld }: RestoreVaultProps) {
  const [backup, setBackup] = useState<Backup | null>(null);
  const [place, setPlace] = useState<{ token: string; name: string } | null>(null);
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [byWords, setByWords] = useState(false);
  const [identity, setIdentity] = useState('');
  const [missing, setMissing] = useState<Missing>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [far, setFar] = useState<Far | null>(null);
  const [restored, setRestored] = useState<{ state: Session; findings: readonly { part: string; what: string }[] } | null>(null);
  const stop = useRef<AbortController | null>(null);

  const choose = async (): Promise<void> => {
    const given = host === 'chromium' ? await pickedBackup() : null;
    if (given === 'none') return;
    const answer = await vault.ask('session.chooseBackup', { given });
    if (!answer.ok) return setFailure(answer.failure);
    if (answer.reply === null) return;
    setBackup(answer.reply);
    setFailure(null);
    setMissing({});
    if (name === '') setName(`${answer.reply.name.replace(/(\.age|\.tar|\.cordon)+$/i, '')} restored`);
  };
  const choosePlace = async (): Promise<void> => {
    const answer = await vault.ask('session.choosePlace', {});
    if (answer.ok && answer.reply) setPlace(answer.reply);
    if (!answer.ok) setFailure(answer.failure);
  };
  const start = async (): Promise<void> => {
    const found: Missing = {
      ...(!backup && { file: restore.missing.file }),
      ...nameMissing(name),
      ...(key.trim() === '' && { key: restore.missing.key }),
      ...(backup?.locked && identity.trim() === '' && { identity: restore.missing.identity }),
    };
    setMissing(found);
    if (!backup || Object.keys(found).length > 0 || far) return;
    stop.current = new AbortController();
    setFailure(null);
    setFar({ part: 'unpacking', done: 0, of: null });
    onHeld(true);
    const work = startWork(restore.working, () => stop.current?.abort());
    const answer = await vault.ask(
      'session.restore',
      {
        backup: backup.token,
        place: place?.token ?? null,
        name: name.trim(),
        key: byWords ? { words: wordsIn(key) } : { passphrase: key },
        identity: backup.locked ? identity : null,
      },
      {
        signal: stop.current.signal,
        onProgress: ({ what, done, of }) => {
          setFar({ part: what, done, of });
          work.tell(restore.parts[what] ?? what, of ? done / of : null);
        },
      },
    );
    work.end();
    setFar(null);
    setKey('');
    setIdentity('');
    if (!answer.ok) {
      onHeld(false);
      return setFailure(answer.failure);
    }
    if (answer.reply.findings.length === 0) holdSession(answer.reply.state);
    else setRestored(answer.reply);
  };

  if (restored)
    return (
      <div className={styles.form}>
        <h1 className={styles.title}>{restore.found}</h1>
        <p className={styles.note}>{restore.foundNote}</p>
        <FindingList all={restored.findings} />
        <div className={styles.acts}>
          <Button variant="filled" onClick={() => holdSession(restored.state)}>
            {restore.enter}
          </Button>
        </div>
      </div>
    );
  if (far)
    return (
      <div className={styles.form}>
        <h1 className={styles.title}>{restore.title}</h1>
        <div className={styles.fields}>
          <LongWork
            what={restore.working}
            now={restore.parts[far.part] ?? far.part}
            share={far.of ? far.done / far.of : null}
            left={far.part === 'unpacking' && far.of ? `${fileSize(far.done)} of ${fileSize(far.of)}` : ''}
            onCancel={() => stop.current?.abort()}
          />
        </div>
      </div>
    );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <h1 className={styles.title}>{restore.title}</h1>
      <p className={styles.note}>{restore.note}</p>
      <div className={styles.fields}>
        <div className={styles.placeLine}>
          <span>
            <strong>{restore.file}</strong>
            {backup?.name ?? missing.file ?? restore.noFile}
          </span>
          <Button onClick={() => void choose()} autoFocus>
            {restore.choose}
          </Button>
        </div>
        <TextInput label={restore.name} description={restore.nameHint} error={missing.name} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <KeyField byWords={byWords} label={restore.key} description={restore.keyHint} error={missing.key} value={key} onType={setKey} />
        {backup?.locked && <SecretField label={restore.identity} description={restore.identityHint} error={missing.identity} value={identity} onType={setIdentity} />}
        <div className={styles.placeLine}>
          <span>
            <strong>{restore.place}</strong>
            {place ? create.placeChosen(place.name) : create.placeUsual}
          </span>
          <Button onClick={() => void choosePlace()}>{create.choosePlace}</Button>
        </div>
      </div>
      <UnlockFailure failure={failure} />
      <div className={styles.acts}>
        <Button variant="filled" type="submit">
          {restore.make}
        </Button>
        <UnstyledButton
          className={styles.link}
          onClick={() => {
            setByWords(!byWords);
            setKey('');
          }}
        >
          {byWords ? unlock.usePassphrase : unlock.useRecovery}
        </UnstyledButton>
        <UnstyledButton className={styles.link} onClick={onBack}>
          {restore.back}
        </UnstyledButton>
      </div>
      <p className={styles.small}>{restore.once}</p>
    </form>
  );
}
