import { TextInput } from '@mantine/core';
import * as z from 'zod';
import { field } from '../../../shared/records/field.ts';
import type { DateFact } from '../../../shared/records/date-fact.ts';
import { DateInput } from '../../form/date-input.tsx';
import { FormProvider, readAll, setError } from '../../form/form-store.ts';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { useToday } from '../../screen/screen.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { form } from '../../words/form.ts';
import { list as words } from '../../words/list.ts';
import { keptFields, useKeptFields } from './few-fields-form.ts';
import { useTogether } from './use-together.ts';

const on = field.date({ label: words.againOn, required: true });
const asking = z.object({ reason: z.string(), how: z.string(), ...keptFields });

interface AgainDialogProps {
  readonly numbers: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Records on the chosen requests that their answer was asked for again: today, if nobody says otherwise. */
export function AgainDialog({ numbers, onClose, onDone }: AgainDialogProps) {
  const today = useToday();
  const title = words.againTitle(numbers.length);
  const kept = useKeptWords(
    { dialog: 'ask-again', about: numbers, kind: 'evidence_request', title },
    asking,
    { reason: '', how: '', values: { on: { certainty: 'exact', day: today } }, typed: {}, typedOn: {} },
    ['how', 'typed'],
  );
  const { how } = kept.words;
  const store = useKeptFields(kept);
  const { run, failure, running, stop } = useTogether(words.askedAgain, onDone);
  const record = async (): Promise<boolean> => {
    await readAll(store);
    const { values, errors } = store.getState();
    if (Object.keys(errors).length > 0) return false;
    // Proof of the cast: the date field puts nothing else there.
    const fact = values['on'] as DateFact | undefined;
    if (fact === undefined) {
      setError(store, ['on'], form.missing(words.againOn));
      return false;
    }
    return run('requests.askAgain', { numbers: [...numbers], on: fact, ...(how.trim() !== '' && { how: how.trim() }) });
  };
  return (
    <FormProvider value={store}>
      <ReasonDialog
        title={title}
        kept={kept}
        note={words.againNote}
        reason="none"
        does={words.recordAgain(numbers.length)}
        leaves={running ? words.stop : words.cancel}
        failure={failure}
        size={480}
        onAct={record}
        onClose={running ? stop : onClose}
      >
        <DateInput path={['on']} field={on} onlyDay={false} />
        <TextInput
          label={words.againHow}
          description={words.againHowHint}
          value={how}
          maxLength={2000}
          onChange={(event) => kept.set({ how: event.currentTarget.value })}
          data-autofocus
        />
      </ReasonDialog>
    </FormProvider>
  );
}
