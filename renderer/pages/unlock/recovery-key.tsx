import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { printPaper } from '../../print/print-paper.ts';
import { create } from '../../words/unlock.ts';
import { UnlockFailure } from './unlock-failure.tsx';
import styles from './unlock.module.css';

/** Where reading and the Tab key begin: at the words, so that a key too many skips none of them. */
const begin = (place: HTMLElement | null): void => place?.focus({ preventScroll: true });

/** How many of the words are typed back. */
const asked = 4;

/** The recovery key, to be printed; then some of its words typed back from the paper, so that it is known to be readable. */
export function RecoveryKey({ name, words, onChecked, doneWord = create.check }: { name: string; words: readonly string[]; onChecked: () => void; doneWord?: string }) {
  const [written, setWritten] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [making, setMaking] = useState<'file' | 'paper' | null>(null);
  const make = async (what: 'file' | 'paper'): Promise<void> => {
    setMaking(what);
    setFailure(null);
    const sheet = { words: [...words] };
    const answer = await (what === 'file' ? vault.ask('recovery.sheet', sheet) : printPaper((print) => vault.ask('recovery.sheet', { ...sheet, print })));
    setMaking(null);
    if (answer.ok) setSaved(what === 'file' ? create.savedPdf(answer.reply.savedAs) : create.printedPaper);
    else if (answer.failure.code !== 'cancelled') setFailure(answer.failure);
  };
  return written ? (
    <Check words={words} onBack={() => setWritten(false)} onChecked={onChecked} doneWord={doneWord} />
  ) : (
    <div className={`${styles.form} ${styles.wide}`}>
      <h1 className={styles.title}>{create.keyTitle}</h1>
      <p className={styles.note}>{create.keyNote}</p>
      <ol className={styles.words} aria-label={create.paper(name)} tabIndex={-1} ref={begin}>
        {words.map((word, i) => (
          <li key={i}>
            <span>{i + 1}</span>
            {word}
          </li>
        ))}
      </ol>
      <p className={styles.warning}>{create.keyWarning}</p>
      {saved && (
        <p className={styles.saved} role="status">
          {saved}
        </p>
      )}
      <UnlockFailure failure={failure} />
      <div className={styles.acts}>
        <Button variant="filled" onClick={() => setWritten(true)}>
          {create.written}
        </Button>
        <Button onClick={() => void make('file')} loading={making === 'file'} disabled={making === 'paper'}>
          {create.savePdf}
        </Button>
        <Button onClick={() => void make('paper')} loading={making === 'paper'} disabled={making === 'file'}>
          {create.print}
        </Button>
      </div>
    </div>
  );
}

function Check({ words, onBack, onChecked, doneWord }: { words: readonly string[]; onBack: () => void; onChecked: () => void; doneWord: string }) {
  // Spread over the whole key by chance of this window, so that the first words alone do not do.
  const places = useMemo(() => {
    const part = Math.floor(words.length / asked);
    return Array.from({ length: asked }, (_, i) => i * part + ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % Math.max(1, part)));
  }, [words]);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const check = async (): Promise<void> => {
    const given = places.map((at) => ({ at, word: (typed[at] ?? '').trim().toLowerCase() }));
    const bad = given.filter(({ at, word }) => word !== words[at]).map(({ at }) => at);
    setWrong(bad);
    if (bad.length > 0) return;
    const answer = await vault.ask('session.confirmRecovery', { words: given });
    if (answer.ok) onChecked();
    else setFailure(answer.failure);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <h1 className={styles.title}>{create.checkTitle}</h1>
      <p className={styles.note}>{create.checkNote}</p>
      <div className={styles.fields}>
        {places.map((at, i) => (
          <TextInput
            key={at}
            label={create.wordAt(at + 1)}
            error={wrong.includes(at) ? create.wrongWord : undefined}
            value={typed[at] ?? ''}
            autoComplete="off"
            spellCheck={false}
            autoFocus={i === 0}
            onChange={(event) => setTyped({ ...typed, [at]: event.currentTarget.value })}
          />
        ))}
      </div>
      <UnlockFailure failure={failure} />
      <div className={styles.acts}>
        <Button variant="filled" type="submit">
          {doneWord}
        </Button>
        <UnstyledButton className={styles.link} onClick={onBack}>
          {create.seeAgain}
        </UnstyledButton>
      </div>
    </form>
  );
}
