import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { Autocomplete } from '../../ui/select.tsx';
import { list as words } from '../../words/list.ts';
import { useTogether } from './use-together.ts';

const owned = z.object({ reason: z.string(), who: z.string(), nobody: z.boolean() });

interface OwnerDialogProps {
  /** Those that can be with somebody. */
  readonly numbers: readonly string[];
  /** How many of the chosen cannot. */
  readonly left: number;
  /** Who has something already: offered while a name is typed. */
  readonly people: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says in one act who has the chosen records, of whatever kinds they are. */
export function OwnerDialog({ numbers, left, people, onClose, onDone }: OwnerDialogProps) {
  const title = words.ownerTitle(numbers.length);
  const kept = useKeptWords({ dialog: 'owner', about: numbers, title }, owned, { reason: '', who: '', nobody: false }, ['reason', 'who']);
  const { who, nobody } = kept.words;
  const [missing, setMissing] = useState(false);
  const { run, failure, running, stop } = useTogether(words.ownerSet, onDone);
  return (
    <ReasonDialog
      title={title}
      kept={kept}
      {...(left > 0 && { note: words.ownerLeft(left) })}
      reason="taken"
      does={words.setOwner(numbers.length)}
      leaves={running ? words.stop : words.cancel}
      failure={failure}
      size={480}
      onAct={async (reason) => {
        if (who.trim() === '' && !nobody) {
          setMissing(true);
          return false;
        }
        return run('records.updateMany', { numbers: [...numbers], fields: { owner: nobody ? null : who.trim() }, ...(reason !== '' && { reason }) });
      }}
      onClose={running ? stop : onClose}
    >
      <Autocomplete
        label={words.ownerField}
        data={[...people]}
        value={who}
        disabled={nobody}
        error={missing && who.trim() === '' && !nobody ? words.ownerNeeded : undefined}
        onChange={(value) => kept.set({ who: value })}
        openOnFocus={false}
        maxLength={500}
        data-autofocus
      />
      <Checkbox label={words.nobody} checked={nobody} onChange={(event) => kept.set({ nobody: event.currentTarget.checked })} />
    </ReasonDialog>
  );
}
