import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import * as z from 'zod';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import { apartWords, fieldApart } from '../../../shared/records/together.ts';
import { FieldInput } from '../../form/field-input.tsx';
import { FormProvider, setError } from '../../form/form-store.ts';
import { issuesIn } from '../../form/issues.ts';
import { LinkNames, LinkNamesProvider } from '../../form/link-names.ts';
import { parted } from '../../form/parted.ts';
import { useKeptWords } from '../../form/use-kept-words.ts';
import { prunedFields } from '../../form/values.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { KeptNote } from '../../ui/kept-note.tsx';
import { Select } from '../../ui/select.tsx';
import { exporting } from '../../words/exchange.ts';
import { list as words } from '../../words/list.ts';
import { records } from '../../words/records.ts';
import { keptFields, useKeptFields } from './few-fields-form.ts';
import { useTogether } from './use-together.ts';
import styles from './list.module.css';

const tagsKey = '';
const changing = z.object({ name: z.string().nullable(), none: z.boolean(), add: z.string(), drop: z.string(), reason: z.string(), ...keptFields });
const nothing: z.infer<typeof changing> = { name: null, none: false, add: '', drop: '', reason: '', values: {}, typed: {}, typedOn: {} };

/** Sets one field, or tags, of every chosen record in one act. What is never set together is named with its reason. */
export function ChangeDialog({ kind, numbers, onClose, onDone }: { kind: KindDefinition; numbers: readonly string[]; onClose: () => void; onDone: () => void }) {
  const title = words.changeTitle(numbers.length, kind.label, kind.plural);
  const kept = useKeptWords({ dialog: 'change-many', about: numbers, kind: kind.kind, title }, changing, nothing, ['add', 'drop', 'reason', 'values', 'typed']);
  const { name, none, add, drop, reason } = kept.words;
  const store = useKeptFields(kept);
  const names = useMemo(() => new LinkNames([]), []);
  const free = Object.entries(kind.fields).filter(([name]) => fieldApart(kind, name) === null);
  const apart = Object.entries(kind.fields).flatMap(([name, field]) => {
    const why = fieldApart(kind, name);
    return why === null ? [] : [words.apartLine(field.label, apartWords[why])];
  });
  const [missing, setMissing] = useState(false);
  const { run, failure, running, stop } = useTogether(words.changed, onDone);
  const field = name === null || name === tagsKey ? undefined : kind.fields[name];

  const start = (): void => {
    setMissing(true);
    const why = reason.trim();
    const done = (made: Promise<boolean>): void => void made.then((isDone) => (isDone ? kept.end() : undefined));
    const rest = { numbers: [...numbers], ...(why !== '' && { reason: why }) };
    if (name === tagsKey) {
      if (parted(add).length + parted(drop).length > 0) done(run('records.updateMany', { ...rest, fields: {}, addTags: parted(add), dropTags: parted(drop) }));
      return;
    }
    if (name === null || !field) return;
    if (none) return done(run('records.updateMany', { ...rest, fields: { [name]: null } }));
    const value = prunedFields({ [name]: field }, store.getState().values)[name];
    const [issue] = value === undefined ? [] : issuesIn({ [name]: field }, { [name]: value });
    if (value === undefined) return setError(store, [name], words.valueNeeded(field.label));
    if (issue) return setError(store, [name], issue.says);
    done(run('records.updateMany', { ...rest, fields: { [name]: value } }));
  };

  return (
    <Modal opened onClose={running ? stop : onClose} withCloseButton={false} title={title} centered size={520} closeOnClickOutside={false}>
      <FormProvider value={store}>
        <LinkNamesProvider value={names}>
          <div className={styles.form}>
            <KeptNote kept={kept} />
            <Select
              label={words.field}
              description={words.oneAct}
              error={missing && name === null ? words.nothingChosen : undefined}
              data={[...free.map(([value, { label }]) => ({ value, label })), { value: tagsKey, label: words.tags }]}
              value={name}
              onChange={(value) => kept.set({ name: value, none: false })}
              searchable
              openOnFocus={false}
              data-autofocus
            />
            {field && name !== null && !none && <FieldInput path={[name]} field={field} />}
            {field && !field.required && <Checkbox label={words.takeAway} checked={none} onChange={(event) => kept.set({ none: event.currentTarget.checked })} />}
            {name === tagsKey && (
              <>
                <TextInput
                  label={words.addTags}
                  description={words.tagsHint}
                  error={missing && parted(add).length + parted(drop).length === 0 ? words.nothingChosen : undefined}
                  value={add}
                  onChange={(event) => kept.set({ add: event.currentTarget.value })}
                />
                <TextInput label={words.dropTags} value={drop} onChange={(event) => kept.set({ drop: event.currentTarget.value })} />
              </>
            )}
            <TextInput label={records.reason} description={records.reasonHint} value={reason} onChange={(event) => kept.set({ reason: event.currentTarget.value })} />
            <details className={styles.apart}>
              <summary>{words.apart}</summary>
              <ul>
                {[words.apartLine(words.always, words.alwaysWhy), ...apart].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </details>
            {failure && <FailureNote failure={failure} />}
            <div className={styles.acts}>
              <Button variant="filled" loading={running} onClick={start}>
                {words.change1(numbers.length)}
              </Button>
              <Button
                onClick={() => {
                  if (running) return stop();
                  void kept.end();
                  onClose();
                }}
              >
                {exporting.cancel}
              </Button>
            </div>
          </div>
        </LinkNamesProvider>
      </FormProvider>
    </Modal>
  );
}
