import { useState } from 'react';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { useWritable } from '../../screen/screen.ts';
import { ownPassphrase as words, people } from '../../words/people.ts';
import { FormDialog } from './form-dialog.tsx';
import { missingTwice, nothingTyped, PassphraseFields, SecretField, type TypedTwice } from '../unlock/passphrase-fields.tsx';
import styles from './settings.module.css';
import { PageButton } from '../../ui/page-button.tsx';

/** A new passphrase for the person at work, who has to know the one of now. */
export function OwnPassphrase() {
  const writable = useWritable();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <>
      <p className="muted">{words.note}</p>
      {writable && (
        <PageButton className={styles.act} onClick={() => setAsking(true)}>
          {words.change}
        </PageButton>
      )}
      {done && (
        <p className={styles.done} role="status">
          {words.done}
        </p>
      )}
      {asking && <ChangeDialog onDone={() => setDone(true)} onClose={() => setAsking(false)} />}
    </>
  );
}

function ChangeDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState<TypedTwice>(nothingTyped);
  const [missing, setMissing] = useState<Partial<TypedTwice & { current: string }>>({});
  const change = async (): Promise<Failure | null | undefined> => {
    const found = { ...(current === '' && { current: people.missing.current }), ...missingTwice(typed) };
    setMissing(found);
    if (Object.keys(found).length > 0) return undefined;
    const answer = await vault.ask('people.changePassphrase', { current, passphrase: typed.first });
    if (answer.ok) onDone();
    return answer.ok ? null : answer.failure;
  };
  return (
    <FormDialog title={words.dialog} note={words.note} act={words.act} onAct={change} onClose={onClose}>
      <SecretField label={words.current} error={missing.current} value={current} first onType={setCurrent} />
      <PassphraseFields labels={[words.fresh, words.again]} typed={typed} missing={missing} onType={setTyped} />
    </FormDialog>
  );
}
