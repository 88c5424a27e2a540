import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Failure } from '../../shared/failure/failure.ts';
import { kindNamed, kindNames } from '../../shared/records/kinds.ts';
import { clockWords } from '../../shared/calendar/clock-doubt.ts';
import { addressOf, go, useRoute } from '../screen/route.ts';
import { setScreen, useScreen } from '../screen/screen.ts';
import { FailureNote } from '../ui/failure.tsx';
import { Mark } from '../ui/mark.tsx';
import { instantWords } from '../words/dates.ts';
import { records } from '../words/records.ts';
import { shell } from '../words/shell.ts';
import { Interrupted } from './interrupted.tsx';
import { SampleBanner } from './sample-banner.tsx';
import styles from './notices.module.css';

/** Whether a state was refused for what the record's own fields do not say yet: there its form is the way on. */
function waitsForFields(failure: Failure): failure is Failure & { readonly code: 'guard' } {
  if (failure.code !== 'guard') return false;
  const prefix = failure.number.split('-')[0];
  const kind = kindNames.map(kindNamed).find((one) => one?.prefix === prefix);
  return kind?.guards.some(({ name, on }) => name === failure.guard && on === 'move') === true;
}

/** What stands over every page: the vault is old or read-only, the host is a browser, or the last act failed. */
export function Notices() {
  const session = useScreen((now) => now.session);
  const failure = useScreen((now) => now.failure);
  const route = useRoute();
  const vault = session?.vault;
  const lines: readonly { readonly grave: boolean; readonly says: string; readonly see?: true }[] = [
    ...(vault?.readOnly === 'behind-anchor' || vault?.freshness === 'behind' ? [{ grave: true, says: shell.behindAnchor, see: true as const }] : []),
    ...(vault?.readOnly === 'read-only-folder' ? [{ grave: false, says: shell.readOnlyFolder }] : []),
    ...(vault?.unsafe ? [{ grave: false, says: shell.unsafeFolder(vault.unsafe) }] : []),
    ...(session && vault?.clock ? [{ grave: true, says: clockWords(vault.clock, (instant) => instantWords(instant, session.zone)) }] : []),
    ...(vault?.clearedAway.map((name) => ({ grave: false, says: shell.clearedAway(name) })) ?? []),
    ...(vault?.freshness === 'unknown' ? [{ grave: false, says: shell.freshnessUnknown }] : []),
    ...(vault && vault.recovery?.confirmedAt === null ? [{ grave: false, says: shell.recoveryUnconfirmed }] : []),
  ];
  return (
    <>
      <SampleBanner />
      {lines.map(({ grave, says, see }) => (
        <p key={says} className={styles.notice} data-grave={grave || undefined}>
          <Mark shape={grave ? 'stop' : 'diamondDashed'} tone={grave ? 'late' : 'wait'} />
          <span>
            {says}
            {see && (
              <>
                {' '}
                <a href={addressOf({ page: 'settings' })}>{shell.settings}</a>.
              </>
            )}
          </span>
        </p>
      ))}
      <Interrupted />
      {failure && (
        <div className={styles.failure}>
          <FailureNote
            failure={failure}
            {...(failure.code === 'undo-in-the-way' && {
              actions: <Button onClick={() => go({ page: 'record', number: failure.number, tab: 'history' })}>{shell.historyOf(failure.number)}</Button>,
            })}
            {...(waitsForFields(failure) &&
              route.page !== 'edit' && { actions: <Button onClick={() => go({ page: 'edit', number: failure.number })}>{records.editOf(failure.number)}</Button> })}
          />
          <ActionIcon aria-label={shell.close} onClick={() => setScreen({ failure: null })}>
            <IconX size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </>
  );
}
