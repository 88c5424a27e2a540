import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { isVaultName } from '../../../shared/contract/vault-name.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { holdSession } from '../../screen/screen.ts';
import { create } from '../../words/unlock.ts';
import { missingTwice, nothingTyped, PassphraseFields, type TypedTwice } from './passphrase-fields.tsx';
import { RecoveryKey } from './recovery-key.tsx';
import { UnlockFailure } from './unlock-failure.tsx';
import styles from './unlock.module.css';

interface Typed extends TypedTwice {
  readonly name: string;
  readonly person: string;
}
type Missing = Partial<Record<keyof Typed, string>>;

/** What is wrong with the name of a new vault; nothing where it will do. */
export const nameMissing = (name: string): { name?: string } => (name.trim() === '' ? { name: create.missing.name } : isVaultName(name) ? {} : { name: create.missing.nameSigns });

/** What stands in the way of making the vault, by field. */
function missingIn(typed: Typed): Missing {
  return {
    ...nameMissing(typed.name),
    ...(typed.person.trim() === '' && { person: create.missing.person }),
    ...missingTwice(typed),
  };
}

interface CreateVaultProps {
  readonly onBack: () => void;
  /** From when the vault is being made until it is entered: its recovery key is shown once, so nothing else may come in its place. */
  readonly onHeld: (held: boolean) => void;
}

/** A new vault: name, your name, passphrase twice with its strength said honestly; then the recovery key, on paper and typed back. */
export function CreateVault({ onBack, onHeld }: CreateVaultProps) {
  const [typed, setTyped] = useState<Typed>({ name: '', person: '', ...nothingTyped });
  const [missing, setMissing] = useState<Missing>({});
  const [place, setPlace] = useState<{ token: string; name: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [making, setMaking] = useState(false);
  const [words, setWords] = useState<readonly string[] | null>(null);

  const set = (part: Partial<Typed>): void => {
    setTyped({ ...typed, ...part });
    setMissing({});
  };
  const choose = async (): Promise<void> => {
    const answer = await vault.ask('session.choosePlace', {});
    if (answer.ok && answer.reply) setPlace(answer.reply);
    if (!answer.ok) setFailure(answer.failure);
  };
  const make = async (): Promise<void> => {
    const found = missingIn(typed);
    setMissing(found);
    if (Object.keys(found).length > 0 || making) return;
    setMaking(true);
    onHeld(true);
    setFailure(null);
    const answer = await vault.ask('session.create', { place: place?.token ?? null, name: typed.name.trim(), person: typed.person.trim(), passphrase: typed.first });
    setMaking(false);
    if (!answer.ok) {
      onHeld(false);
      return setFailure(answer.failure);
    }
    setTyped({ ...typed, ...nothingTyped });
    setWords(answer.reply.words);
  };
  const enter = async (): Promise<void> => {
    const answer = await vault.ask('session.state', {});
    if (answer.ok) holdSession(answer.reply);
    else setFailure(answer.failure);
  };

  if (words) return <RecoveryKey name={typed.name.trim()} words={words} onChecked={() => void enter()} />;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h1 className={styles.title}>{create.title}</h1>
      <p className={styles.note}>{create.note}</p>
      <div className={styles.fields}>
        <TextInput
          label={create.name}
          description={create.nameHint}
          error={missing.name}
          value={typed.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          autoFocus
        />
        <TextInput
          label={create.person}
          description={create.personHint}
          error={missing.person}
          value={typed.person}
          onChange={(event) => set({ person: event.currentTarget.value })}
        />
        <PassphraseFields labels={[create.passphrase, create.again]} typed={typed} missing={missing} onType={set} />
        <p className={styles.placeLine}>
          <span>
            <strong>{create.place}</strong>
            {place ? create.placeChosen(place.name) : create.placeUsual}
          </span>
          <Button onClick={() => void choose()}>{create.choosePlace}</Button>
        </p>
      </div>
      <UnlockFailure failure={failure} />
      <div className={styles.acts}>
        <Button variant="filled" type="submit" loading={making}>
          {create.make}
        </Button>
        {!making && (
          <UnstyledButton className={styles.link} onClick={onBack}>
            {create.back}
          </UnstyledButton>
        )}
      </div>
    </form>
  );
}
