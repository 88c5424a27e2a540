import { useState } from 'react';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { startWork, useScreen } from '../../screen/screen.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PageButton } from '../../ui/page-button.tsx';
import { pickedBackup } from '../../ui/picked-backup.ts';
import { backups as words } from '../../words/backups.ts';
import styles from './backups.module.css';

interface Checked {
  readonly file: string;
  readonly entry: number | null;
  readonly recorded: boolean;
}

/** Reads a backup again where it lies, and says whether it still is what was saved. `onChecked`: the history says something new of the backups. */
export function CheckBackup({ onChecked }: { onChecked: () => void }) {
  const inBrowser = useScreen((now) => now.session?.host) === 'chromium';
  const [checked, setChecked] = useState<Checked | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [checking, setChecking] = useState(false);

  /** The token of the file; null when the person changed their mind or it cannot be had, which is said. */
  const chosen = async (): Promise<string | null> => {
    const given = inBrowser ? await pickedBackup() : null;
    if (given !== null) return given === 'none' ? null : given;
    const answer = await vault.ask('session.chooseBackup', { given });
    if (!answer.ok) setFailure(answer.failure);
    return answer.ok ? (answer.reply?.token ?? null) : null;
  };
  const check = async (): Promise<void> => {
    setChecked(null);
    setFailure(null);
    const token = await chosen();
    if (token === null) return;
    const stop = new AbortController();
    const work = startWork(words.checking, () => stop.abort(), 'reading');
    setChecking(true);
    const answer = await vault.ask(
      'backups.check',
      { token },
      { signal: stop.signal, onProgress: ({ done, of }) => work.tell(words.far(done, of ?? done), of ? done / of : null) },
    );
    work.end();
    setChecking(false);
    if (answer.ok) {
      setChecked(answer.reply);
      onChecked();
    } else if (answer.failure.code !== 'cancelled') setFailure(answer.failure);
  };
  const whole = checked !== null && checked.entry !== null;
  return (
    <>
      <PageButton className={styles.act} onClick={() => void check()} loading={checking} title={words.checkHint}>
        {words.check}
      </PageButton>
      {checked && (
        <div className={styles.result} role="status">
          <p>
            <Mark shape={whole ? 'circleCheck' : 'stop'} tone={whole ? 'done' : 'late'} /> {whole ? words.sound(checked.file) : words.notKnown(checked.file)}
          </p>
          {!whole && <p>{words.notKnownWhy}</p>}
          {whole && !checked.recorded && <p>{words.soundUnrecorded}</p>}
        </div>
      )}
      {failure && (
        <div className={styles.result}>
          <FailureNote failure={failure} />
        </div>
      )}
    </>
  );
}
