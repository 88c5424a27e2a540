import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import { apartWords, fieldApart } from '../../../shared/records/together.ts';
import { FieldInput } from '../../form/field-input.tsx';
import { FormProvider, setError } from '../../form/form-store.ts';
import { issuesIn } from '../../form/issues.ts';
import { LinkNames, LinkNamesProvider } from '../../form/link-names.ts';
import { parted } from '../../form/parted.ts';
import { prunedFields } from '../../form/values.ts';
import { FailureNote } from '../../ui/failure.tsx';
import { exporting } from '../../words/exchange.ts';
import { list as words } from '../../words/list.ts';
import { records } from '../../words/records.ts';
import { fewFieldsForm } from './few-fields-form.ts';
import { useTogether } from './use-together.ts';
import styles from './list.module.css';

const tagsKey = '';

/** Sets one field, or tags, of every chosen record in one act. What is never set together is named with its reason. */
export function ChangeDialog({ kind, numbers, onClose, onDone }: { kind: KindDefinition; numbers: readonly string[]; onClose: () => void; onDone: () => void }) {
  const store = useMemo(() => fewFieldsForm(), []);
  const names = useMemo(() => new LinkNames([]), []);
  const free = Object.entries(kind.fields).filter(([name]) => fieldApart(kind, name) === null);
  const apart = Object.entries(kind.fields).flatMap(([name, field]) => {
    const why = fieldApart(kind, name);
    return why === null ? [] : [words.apartLine(field.label, apartWords[why])];
  });
  const [name, setName] = useState<string | null>(null);
  const [none, setNone] = useState(false);
  const [add, setAdd] = useState('');
  const [drop, setDrop] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { run, failure, running, stop } = useTogether(words.changed, onDone);
  const field = name === null || name === tagsKey ? undefined : kind.fields[name];

  const start = (): void => {
    setMissing(true);
    const why = reason.trim();
    const rest = { numbers: [...numbers], ...(why !== '' && { reason: why }) };
    if (name === tagsKey) {
      if (parted(add).length + parted(drop).length > 0) void run('records.updateMany', { ...rest, fields: {}, addTags: parted(add), dropTags: parted(drop) });
      return;
    }
    if (name === null || !field) return;
    if (none) return void run('records.updateMany', { ...rest, fields: { [name]: null } });
    const value = prunedFields({ [name]: field }, store.getState().values)[name];
    const [issue] = value === undefined ? [] : issuesIn({ [name]: field }, { [name]: value });
    if (value === undefined) return setError(store, [name], words.valueNeeded(field.label));
    if (issue) return setError(store, [name], issue.says);
    void run('records.updateMany', { ...rest, fields: { [name]: value } });
  };

  return (
    <Modal
      opened
      onClose={running ? stop : onClose}
      withCloseButton={false}
      title={words.changeTitle(numbers.length, kind.label, kind.plural)}
      centered
      size={520}
      closeOnClickOutside={false}
    >
      <FormProvider value={store}>
        <LinkNamesProvider value={names}>
          <div className={styles.form}>
            <Select
              label={words.field}
              description={words.oneAct}
              error={missing && name === null ? words.nothingChosen : undefined}
              data={[...free.map(([value, { label }]) => ({ value, label })), { value: tagsKey, label: words.tags }]}
              value={name}
              onChange={(value) => {
                setName(value);
                setNone(false);
              }}
              searchable
              openOnFocus={false}
              withScrollArea={false}
              comboboxProps={{ transitionProps: { duration: 0 } }}
              data-autofocus
            />
            {field && name !== null && !none && <FieldInput path={[name]} field={field} />}
            {field && !field.required && <Checkbox label={words.takeAway} checked={none} onChange={(event) => setNone(event.currentTarget.checked)} />}
            {name === tagsKey && (
              <>
                <TextInput
                  label={words.addTags}
                  description={words.tagsHint}
                  error={missing && parted(add).length + parted(drop).length === 0 ? words.nothingChosen : undefined}
                  value={add}
                  onChange={(event) => setAdd(event.currentTarget.value)}
                />
                <TextInput label={words.dropTags} value={drop} onChange={(event) => setDrop(event.currentTarget.value)} />
              </>
            )}
            <TextInput label={records.reason} description={records.reasonHint} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
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
              <Button onClick={running ? stop : onClose}>{exporting.cancel}</Button>
            </div>
          </div>
        </LinkNamesProvider>
      </FormProvider>
    </Modal>
  );
}
