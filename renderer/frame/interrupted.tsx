import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { goOn } from '../form/go-on.ts';
import { seen, useUnfinished } from '../form/unfinished.ts';
import { calledOf } from '../pages/unfinished/unfinished-page.tsx';
import { useToday, useWritable, useZone } from '../screen/screen.ts';
import { Mark } from '../ui/mark.tsx';
import { useWhen } from '../ui/use-when.ts';
import { PageButton } from '../ui/page-button.tsx';
import { dayAt, timeAt } from '../words/dates.ts';
import { unfinished as words } from '../words/unfinished.ts';
import styles from './notices.module.css';

/** After a lock or a crash in the middle of a form or a dialog: which one it was, and the way back into it. The newest first, one at a time. */
export function Interrupted() {
  const one = useUnfinished(({ all }) => all.find(({ interrupted }) => interrupted));
  const writable = useWritable();
  const zone = useZone();
  const today = useToday();
  const when = useWhen();
  if (!one || !writable) return null;
  const called = calledOf(one);
  return (
    <div className={styles.interrupted} role="status">
      <Mark shape="circleDotted" tone="wait" />
      <span>{words.interrupted(called, dayAt(one.at, zone) === today ? timeAt(one.at, zone) : when(one.at))}</span>
      <PageButton aria-label={words.goOnWith(called)} onClick={() => goOn(one)}>
        {words.goOn}
      </PageButton>
      <ActionIcon aria-label={words.later} onClick={() => seen(one.form, one.record)}>
        <IconX size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </div>
  );
}
