import { UnstyledButton } from '@mantine/core';
import { useScreen, useZone } from '../screen/screen.ts';
import { addressOf } from '../screen/route.ts';
import { useMinutesToLock } from '../screen/idle.ts';
import { Progress } from '../ui/long-work.tsx';
import { timeLeft } from '../screen/time-left.ts';
import { duration } from '../words/count.ts';
import { timeAt } from '../words/dates.ts';
import { form } from '../words/form.ts';
import { shell } from '../words/shell.ts';
import { LastBackup } from './last-backup.tsx';
import { SecondOpener } from './second-opener.tsx';
import styles from './status-bar.module.css';

/** One quiet line of proof: saved, long work in hand, host, network, and when the vault will lock itself. */
export function StatusBar() {
  const zone = useZone();
  const past = useScreen((now) => now.asOf) !== null;
  const readOnly = useScreen((now) => now.session?.vault?.readOnly != null);
  const savedAt = useScreen((now) => now.savedAt);
  const unsealed = useScreen((now) => now.unsealed);
  const work = useScreen((now) => now.works[0]);
  const left = work ? timeLeft(work.startedAt, Date.now(), work.share) : null;
  const browser = useScreen((now) => now.session?.host === 'chromium');
  // Nothing of a sample is worth keeping.
  const sample = useScreen((now) => now.session?.vault?.sample != null);
  const minutes = useMinutesToLock();
  return (
    <footer className={styles.bar} tabIndex={-1} aria-label={shell.statusBar} data-tour="status">
      <span role="status">{past || readOnly ? shell.readOnly : unsealed ? form.unsealed : savedAt === null ? shell.nothingToSave : shell.saved(timeAt(savedAt, zone, true))}</span>
      {work && (
        <span className={styles.work}>
          <span className={styles.label}>
            {work.what}
            {work.far && `, ${work.far}`}
            {left !== null && `, ${shell.stillTakes(duration(left))}`}
          </span>
          <Progress what={work.what} share={work.share} className={styles.track} />
          {work.cancel && (
            <UnstyledButton className={styles.cancel} onClick={work.cancel}>
              {shell.cancel}
            </UnstyledButton>
          )}
        </span>
      )}
      <span className={styles.push}>{browser && shell.inBrowser}</span>
      {!sample && <SecondOpener />}
      {!sample && <LastBackup />}
      <a className={styles.quiet} href={addressOf({ page: 'network' })}>
        {shell.noNetwork}
      </a>
      <span>
        {minutes > 0 && shell.locksIn(minutes)}
        {/* Told aloud once, before it happens: whoever does not see the bar can still press a key. */}
        <span role="status">{minutes > 0 ? null : shell.locksSoon}</span>
      </span>
    </footer>
  );
}
