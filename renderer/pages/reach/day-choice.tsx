import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { vault } from '../../bridge.ts';
import { dayNow } from '../../screen/screen.ts';
import { scope as words } from '../../words/scope.ts';
import { PageButton } from '../../ui/page-button.tsx';

/** A day typed as people type it and read back by the vault; `null` is today. What cannot be read says why under the field. */
export function DayChoice({ day, onDay, label = words.otherDay }: { day: string | null; onDay: (day: string | null) => void; label?: string }) {
  const [typed, setTyped] = useState('');
  const [why, setWhy] = useState('');
  /** The day on which it was typed: a field that is left again after midnight still says what it said. */
  const on = useRef<string>(undefined);
  const read = async (): Promise<void> => {
    if (typed.trim() === '') return onDay(null);
    const answer = await vault.ask('dates.read', { typed, ...(on.current !== undefined && { on: on.current }) });
    if (answer.ok) {
      setWhy('');
      onDay(answer.reply.day);
    } else setWhy(answer.failure.code === 'date-unclear' ? answer.failure.why : answer.failure.code);
  };
  return (
    <>
      <TextInput
        aria-label={label}
        placeholder={label}
        value={typed}
        error={why === '' ? undefined : why}
        onChange={(event) => {
          on.current = dayNow();
          setTyped(event.currentTarget.value);
        }}
        onBlur={() => void read()}
        onKeyDown={(event) => event.key === 'Enter' && void read()}
        w={150}
      />
      {day !== null && label === words.otherDay && (
        <PageButton
          variant="subtle"
          onClick={() => {
            setTyped('');
            setWhy('');
            onDay(null);
          }}
        >
          {words.today}
        </PageButton>
      )}
    </>
  );
}
