import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { onlyReason, useKeptWords, type WordsPlace } from '../form/use-kept-words.ts';
import { KeptNote } from './kept-note.tsx';

/** Which of the lines offered are chosen, in the order in which they are offered. */
export function useChosen(offered: readonly string[]): {
  readonly numbers: readonly string[];
  readonly has: (number: string) => boolean;
  readonly choose: (number: string, on: boolean) => void;
  readonly clear: () => void;
} {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return {
    numbers: offered.filter((number) => chosen.has(number)),
    has: (number) => chosen.has(number),
    choose: (number, on) => setChosen(new Set(on ? [...chosen, number] : [...chosen].filter((one) => one !== number))),
    clear: () => setChosen(new Set()),
  };
}

interface ApproveChosenProps {
  readonly chosen: number;
  readonly words: { readonly reason: string; readonly waits: string; readonly approve: (count: number) => string };
  readonly className: string | undefined;
  /** Where the reason is kept while it is typed. */
  readonly place: Pick<WordsPlace, 'dialog' | 'kind' | 'title'>;
  /** Gives whether it was done; the reason that was typed stays where it was not. */
  readonly onApprove: (reason: string) => Promise<boolean>;
}

/** Under a list of what would change, before and after: one reason, and one act for all that was chosen. */
export function ApproveChosen({ chosen, words, className, place, onApprove }: ApproveChosenProps) {
  const kept = useKeptWords({ ...place, about: [], inPage: true }, ...onlyReason);
  const { reason } = kept.words;
  const [busy, setBusy] = useState(false);
  const waits = chosen === 0 || reason.trim() === '';
  const approve = async (): Promise<void> => {
    setBusy(true);
    const done = await onApprove(reason.trim());
    setBusy(false);
    if (done) kept.clear();
  };
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        void approve();
      }}
    >
      <KeptNote kept={kept} />
      <TextInput label={words.reason} value={reason} onChange={(event) => kept.set({ reason: event.currentTarget.value })} w={420} />
      <Button type="submit" variant="filled" loading={busy} disabled={waits}>
        {words.approve(chosen)}
      </Button>
      {waits && <span className="muted">{words.waits}</span>}
    </form>
  );
}
