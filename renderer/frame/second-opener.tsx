import { UnstyledButton } from '@mantine/core';
import { useAnswer } from '../answers/use-answer.ts';
import { lostKey } from '../screen/lost-key.ts';
import { go } from '../screen/route.ts';
import { nowInstant } from '../screen/screen.ts';
import { recovery } from '../words/people.ts';
import styles from './status-bar.module.css';

/** Says it while a lost passphrase would be a lost vault: nobody else opens it, or the recovery key was not tried within a year. */
export function SecondOpener() {
  const { reply } = useAnswer('people.list', {}, false);
  const risk = reply && lostKey(reply, nowInstant());
  if (!risk) return null;
  const { says, act } = recovery.bar[risk];
  return (
    <span role="status">
      {says}{' '}
      <UnstyledButton className={styles.cancel} onClick={() => go({ page: 'settings' })}>
        {act}
      </UnstyledButton>
    </span>
  );
}
