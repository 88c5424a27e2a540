import { UnstyledButton } from '@mantine/core';
import { useAnswer } from '../../answers/use-answer.ts';
import { lostKey } from '../../screen/lost-key.ts';
import { go } from '../../screen/route.ts';
import { nowInstant, useScreen } from '../../screen/screen.ts';
import { backups } from '../../words/backups.ts';
import { docket } from '../../words/docket.ts';
import { recovery } from '../../words/people.ts';
import styles from './docket.module.css';
import { Line, Part } from './side-part.tsx';

/**
 * What stands outside the vault: the last backup, which holds the last checkpoint that somebody who has the vault cannot change, how much was recorded since, and whether
 * the key that opens it was ever tried. Of the vault as it is now; nothing in a past day.
 */
export function OutsidePart() {
  const past = useScreen((now) => now.asOf) !== null;
  const state = useAnswer('backups.state', {}, false).reply;
  const people = useAnswer('people.list', {}, false).reply;
  if (past || !state) return null;
  const counting = state.backups.filter(({ destroyed }) => destroyed === null);
  const unchecked = counting.filter(({ checked }) => checked === null).length;
  const risk = people && lostKey(people, nowInstant());
  return (
    <Part
      title={docket.outside}
      none={backups.barNone}
      act={
        state.due && (
          <UnstyledButton className={styles.looked} onClick={() => go({ page: 'settings' })}>
            {backups.barNow}
          </UnstyledButton>
        )
      }
    >
      <Line
        what={state.last === null || state.daysAgo === null ? docket.noBackup : `${backups.bar(state.daysAgo)}${state.due ? docket.backupOld : ''}`}
        by={state.last === null ? docket.noCheckpoint : docket.checkpoint(state.last.upTo, state.changes)}
      />
      {unchecked > 0 ? <Line what={backups.neverChecked(unchecked, counting.length)} by={docket.uncheckedWhy} /> : null}
      {risk ? <Line what={recovery.bar[risk].says} by={docket.risk[risk]} /> : null}
    </Part>
  );
}
