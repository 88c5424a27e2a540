import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { field } from '../../../shared/records/field.ts';
import type { DateFact } from '../../../shared/records/date-fact.ts';
import { DateInput } from '../../form/date-input.tsx';
import { FormProvider, readAll, setError } from '../../form/form-store.ts';
import { useToday } from '../../screen/screen.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { form } from '../../words/form.ts';
import { list as words } from '../../words/list.ts';
import { fewFieldsForm } from './few-fields-form.ts';
import { useTogether } from './use-together.ts';

const on = field.date({ label: words.againOn, required: true });

interface AgainDialogProps {
  readonly numbers: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Records on the chosen requests that their answer was asked for again: today, if nobody says otherwise. */
export function AgainDialog({ numbers, onClose, onDone }: AgainDialogProps) {
  const today = useToday();
  const store = useMemo(() => fewFieldsForm({ on: { certainty: 'exact', day: today } }), [today]);
  const [how, setHow] = useState('');
  const { run, failure, running, stop } = useTogether(words.askedAgain, onDone);
  const record = async (): Promise<void> => {
    await readAll(store);
    const { values, errors } = store.getState();
    if (Object.keys(errors).length > 0) return;
    // Proof of the cast: the date field puts nothing else there.
    const fact = values['on'] as DateFact | undefined;
    if (fact === undefined) return setError(store, ['on'], form.missing(words.againOn));
    await run('requests.askAgain', { numbers: [...numbers], on: fact, ...(how.trim() !== '' && { how: how.trim() }) });
  };
  return (
    <FormProvider value={store}>
      <ReasonDialog
        title={words.againTitle(numbers.length)}
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
        <TextInput label={words.againHow} description={words.againHowHint} value={how} maxLength={2000} onChange={(event) => setHow(event.currentTarget.value)} data-autofocus />
      </ReasonDialog>
    </FormProvider>
  );
}
