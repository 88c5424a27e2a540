import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useMemo, useState, type FormEvent } from 'react';
import { field } from '../../../shared/records/field.ts';
import type { FieldFilter, Filterable } from '../../../shared/records/field-filter.ts';
import { DateInput } from '../../form/date-input.tsx';
import { FormProvider, readAll, setError, useForm } from '../../form/form-store.ts';
import { LinkInput } from '../../form/link-input.tsx';
import { LinkNames, LinkNamesProvider } from '../../form/link-names.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { exporting } from '../../words/exchange.ts';
import { filter as words } from '../../words/filter.ts';
import { dateTrouble } from '../../words/form.ts';
import { fewFieldsForm } from './few-fields-form.ts';
import { optionsOf } from './filter-words.ts';
import styles from './list.module.css';

/** Among which fields one chooses: those of a kind, or of all that stands on a page of several kinds. */
export interface FilterFields {
  readonly all: readonly Filterable[];
  /** What is filtered: `orders`. */
  readonly what: string;
}
export interface FilterDialogProps {
  readonly fields: FilterFields;
  /** The condition to change; a new one where it is left out. */
  readonly was?: FieldFilter;
  readonly names: ReadonlyMap<string, { readonly number: string; readonly title: string }>;
  readonly onClose: () => void;
  readonly onDone: (filter: FieldFilter) => void;
}

/** Puts one condition on a list: a field, and what it must say. */
export function FilterDialog({ fields, was, names, onClose, onDone }: FilterDialogProps) {
  const store = useMemo(() => fewFieldsForm({ from: was?.from, to: was?.to, records: was?.values }), [was]);
  const links = useMemo(() => new LinkNames(names), [names]);
  return (
    <Modal opened onClose={onClose} withCloseButton={false} title={words.title(fields.what)} centered size={480}>
      <FormProvider value={store}>
        <LinkNamesProvider value={links}>
          <Condition all={fields.all} {...(was && { was })} onClose={onClose} onDone={onDone} />
        </LinkNamesProvider>
      </FormProvider>
    </Modal>
  );
}

interface ConditionProps extends Omit<FilterDialogProps, 'names' | 'fields'> {
  readonly all: FilterFields['all'];
}

function Condition({ all, was, onClose, onDone }: ConditionProps) {
  const store = useForm();
  const [key, setKey] = useState<string | null>(was?.field ?? null);
  const [values, setValues] = useState<readonly string[]>(was?.values ?? []);
  const [typed, setTyped] = useState(was?.words ?? '');
  const [unstated, setUnstated] = useState(was?.unstated ?? false);
  const [missing, setMissing] = useState(false);
  const one = all.find((candidate) => candidate.key === key);

  const choose = (next: string | null): void => {
    setKey(next);
    setMissing(false);
    setValues([]);
    setTyped('');
    setUnstated(false);
    store.setState({ values: {}, typed: {}, errors: {} });
  };
  const apply = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!one) return setMissing(true);
    await readAll(store);
    const { values: held, typed: written, errors } = store.getState();
    if (Object.keys(errors).length > 0 || ['from', 'to'].some((name) => written[name]?.trim() && held[name] === undefined)) return;
    // Proof of the casts: these are what the day fields and the picker of records put there.
    const [from, to] = one.asking === 'days' ? [held['from'] as string | undefined, held['to'] as string | undefined] : [];
    if (from !== undefined && to !== undefined && from > to) return setError(store, ['to'], dateTrouble.rangeBackwards);
    const picked = one.asking === 'records' ? ((held['records'] as readonly string[] | undefined) ?? []) : one.asking === 'words' ? [] : values;
    const text = one.asking === 'words' ? typed.trim() : '';
    if (picked.length === 0 && text === '' && from === undefined && to === undefined && !unstated) return setMissing(true);
    onDone({ field: one.key, values: [...picked], unstated, ...(text !== '' && { words: text }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
  };

  return (
    <form className={styles.form} onSubmit={(event) => void apply(event)} noValidate>
      <ChoiceSelect
        label={words.field}
        error={missing && !one ? words.fieldNeeded : undefined}
        data={all.map(({ key: value, label }) => ({ value, label }))}
        value={key}
        onChange={choose}
        first={was === undefined}
      />
      {one && <Value one={one} values={values} setValues={setValues} typed={typed} setTyped={setTyped} />}
      {one && <Checkbox label={one.asking === 'days' ? words.unstatedDate : words.unstated} checked={unstated} onChange={(event) => setUnstated(event.currentTarget.checked)} />}
      {missing && one && (
        <p className={styles.wrong} role="alert">
          {words.valueNeeded}
        </p>
      )}
      <div className={styles.acts}>
        <Button type="submit" variant="filled">
          {words.show}
        </Button>
        <Button onClick={onClose}>{exporting.cancel}</Button>
      </div>
    </form>
  );
}

interface ValueProps {
  readonly one: Filterable;
  readonly values: readonly string[];
  readonly setValues: (values: readonly string[]) => void;
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
}
const from = field.day({ label: words.from });
const until = field.day({ label: words.until });

/** What the chosen field must say, by what is asked of it. */
function Value({ one, values, setValues, typed, setTyped }: ValueProps) {
  const options = Object.entries(optionsOf(one));
  const boxes = options.length > 0 && (
    <Checkbox.Group
      label={one.asking === 'days' ? words.certainty : words.anyOf}
      description={one.asking === 'days' ? words.certaintyHint : undefined}
      value={[...values]}
      onChange={setValues}
    >
      <div className={styles.boxes}>
        {options.map(([value, label]) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  );
  switch (one.asking) {
    case 'choice':
      return boxes;
    case 'days':
      return (
        <>
          <div className={styles.days}>
            <DateInput path={['from']} field={from} onlyDay />
            <DateInput path={['to']} field={until} onlyDay />
          </div>
          {boxes}
        </>
      );
    case 'records':
      return <LinkInput path={['records']} field={field.links({ label: words.records, to: one.to })} />;
    case 'words':
      return <TextInput label={words.words} description={words.wordsHint} value={typed} maxLength={500} onChange={(event) => setTyped(event.currentTarget.value)} />;
  }
}
