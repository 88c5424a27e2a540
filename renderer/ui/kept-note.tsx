import { Button } from '@mantine/core';
import type { KeptWords } from '../form/use-kept-words.ts';
import { useToday, useZone } from '../screen/screen.ts';
import { dayAt, timeAt } from '../words/dates.ts';
import { form as words } from '../words/form.ts';
import { FailureNote } from './failure.tsx';
import styles from './kept-note.module.css';
import { Mark } from './mark.tsx';
import { useWhen } from './use-when.ts';

/** In a dialog: that what was typed earlier is here again, and the way to be rid of it; and where what is being typed is not sealed, that a crash would cost it. */
export function KeptNote({ kept: { restoredAt, unsealed, clear } }: { kept: Pick<KeptWords<object>, 'restoredAt' | 'unsealed' | 'clear'> }) {
  const zone = useZone();
  const today = useToday();
  const when = useWhen();
  return (
    <>
      {restoredAt !== null && (
        <p className={styles.again}>
          <span>{words.restored(dayAt(restoredAt, zone) === today ? timeAt(restoredAt, zone) : when(restoredAt))}</span>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={(event) => {
              // The button goes with the note: the focus goes where one writes anew.
              const box = event.currentTarget.closest('[role=dialog], form');
              clear();
              box?.querySelector<HTMLElement>('textarea, input')?.focus();
            }}
          >
            {words.discardWords}
          </Button>
        </p>
      )}
      {unsealed && (
        <p className={styles.unsealed} role="status">
          <Mark shape="triangle" tone="late" /> {words.onlyInWindow}
        </p>
      )}
      {unsealed?.failure && <FailureNote failure={unsealed.failure} />}
    </>
  );
}
