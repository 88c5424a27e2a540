import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { lock } from '../../screen/lock.ts';
import { holdSession, type Session } from '../../screen/screen.ts';
import { Select } from '../../ui/select.tsx';
import { create, recover as words } from '../../words/unlock.ts';
import { missingTwice, nothingTyped, PassphraseFields, type TypedTwice } from './passphrase-fields.tsx';
import { UnlockFailure } from './unlock-failure.tsx';
import styles from './unlock.module.css';

const somebodyElse = '';
interface Typed extends TypedTwice {
  readonly who: string;
  readonly name: string;
}

/** After the recovery key: who is here, and their new passphrase. Nothing of the vault shows before somebody in particular has it open. */
export function Recover({ recovering }: { recovering: NonNullable<Session['recovering']> }) {
  const [typed, setTyped] = useState<Typed>({ who: recovering.people[0] ?? somebodyElse, name: '', ...nothingTyped });
  const [missing, setMissing] = useState<Partial<Typed>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [setting, setSetting] = useState(false);
  const isNew = typed.who === somebodyElse;
  const set = (part: Partial<Typed>): void => {
    setTyped({ ...typed, ...part });
    setMissing({});
  };
  const recover = async (): Promise<void> => {
    const found = {
      ...(isNew && typed.name.trim() === '' && { name: create.missing.person }),
      ...missingTwice(typed),
    };
    setMissing(found);
    if (Object.keys(found).length > 0 || setting) return;
    setSetting(true);
    setFailure(null);
    const answer = await vault.ask('session.recover', { person: isNew ? typed.name.trim() : typed.who, passphrase: typed.first });
    setSetting(false);
    if (answer.ok) holdSession(answer.reply);
    else setFailure(answer.failure);
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void recover();
      }}
    >
      <h1 className={styles.title}>{words.title(recovering.name)}</h1>
      <p className={styles.note}>{words.note}</p>
      <div className={styles.fields}>
        <Select
          label={words.who}
          description={isNew ? words.newHint : words.whoHint}
          data={[...recovering.people.map((name) => ({ value: name, label: name })), { value: somebodyElse, label: words.somebodyElse }]}
          value={typed.who}
          onChange={(who) => who !== null && set({ who })}
        />
        {isNew && <TextInput label={create.person} error={missing.name} value={typed.name} onChange={(event) => set({ name: event.currentTarget.value })} />}
        <PassphraseFields labels={[words.passphrase, create.again]} typed={typed} missing={missing} onType={set} first />
      </div>
      <UnlockFailure failure={failure} />
      <div className={styles.acts}>
        <Button variant="filled" type="submit" loading={setting}>
          {words.act}
        </Button>
        <UnstyledButton className={styles.link} onClick={() => void lock('asked')}>
          {words.cancel}
        </UnstyledButton>
      </div>
      <p className={styles.small}>{words.small}</p>
    </form>
  );
}
