import { Autocomplete, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { list as words } from '../../words/list.ts';
import { useTogether } from './use-together.ts';

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
  const [who, setWho] = useState('');
  const [nobody, setNobody] = useState(false);
  const [missing, setMissing] = useState(false);
  const { run, failure, running, stop } = useTogether(words.ownerSet, onDone);
  return (
    <ReasonDialog
      title={words.ownerTitle(numbers.length)}
      {...(left > 0 && { note: words.ownerLeft(left) })}
      reason="taken"
      does={words.setOwner(numbers.length)}
      leaves={running ? words.stop : words.cancel}
      failure={failure}
      size={480}
      onAct={async (reason) => {
        if (who.trim() === '' && !nobody) return setMissing(true);
        await run('records.updateMany', { numbers: [...numbers], fields: { owner: nobody ? null : who.trim() }, ...(reason !== '' && { reason }) });
      }}
      onClose={running ? stop : onClose}
    >
      <Autocomplete
        label={words.ownerField}
        data={[...people]}
        value={who}
        disabled={nobody}
        error={missing && who.trim() === '' && !nobody ? words.ownerNeeded : undefined}
        onChange={setWho}
        openOnFocus={false}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        withScrollArea={false}
        maxLength={500}
        data-autofocus
      />
      <Checkbox label={words.nobody} checked={nobody} onChange={(event) => setNobody(event.currentTarget.checked)} />
    </ReasonDialog>
  );
}
