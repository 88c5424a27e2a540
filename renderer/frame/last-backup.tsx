import { UnstyledButton } from '@mantine/core';
import { useAnswer } from '../answers/use-answer.ts';
import { go } from '../screen/route.ts';
import { backups } from '../words/backups.ts';
import styles from './status-bar.module.css';

/** When the last backup was; a reminder once it is time for another. */
export function LastBackup() {
  const { reply } = useAnswer('backups.state', {}, false);
  if (!reply) return null;
  const said = reply.daysAgo === null ? backups.barNone : backups.bar(reply.daysAgo);
  if (!reply.due) return reply.daysAgo === null ? null : <span>{said}</span>;
  return (
    <span role="status">
      {said}.{' '}
      <UnstyledButton className={styles.cancel} onClick={() => go({ page: 'settings' })}>
        {backups.barNow}
      </UnstyledButton>
    </span>
  );
}
