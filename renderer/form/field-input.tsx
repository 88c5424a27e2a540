import { Checkbox, TextInput, Textarea } from '@mantine/core';
import { memo } from 'react';
import type { Field } from '../../shared/records/field.ts';
import { ChoiceSelect } from '../ui/choice-select.tsx';
import { MultiSelect } from '../ui/select.tsx';
import { form } from '../words/form.ts';
import { DateInput } from './date-input.tsx';
import { setAt, useField, useForm, useTyped } from './form-store.ts';
import { GroupInput } from './group-input.tsx';
import { LinkInput } from './link-input.tsx';
import { RowsInput } from './rows-input.tsx';
import { at, type Path } from './values.ts';
import styles from './form.module.css';

interface InputProps {
  readonly path: Path;
  readonly field: Field;
  /** The letter that goes to a group or a list of rows. */
  readonly letter?: string | undefined;
}
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The control of one field, whatever its widget. What a person does not type (data, instants) has none. */
export const FieldInput = memo(
  function FieldInput({ path, field, letter }: InputProps) {
    switch (field.widget) {
      case 'line':
        return <Line path={path} field={field} />;
      case 'prose':
      case 'quotation':
        return <Prose path={path} field={field} />;
      case 'words':
        return <Words path={path} field={field} />;
      case 'choice':
        return <Choice path={path} field={field} />;
      case 'choices':
        return <Choices path={path} field={field} />;
      case 'flag':
        return <Flag path={path} field={field} />;
      case 'count':
        return <Count path={path} field={field} />;
      case 'day':
      case 'date-fact':
        return <DateInput path={path} field={field} onlyDay={field.widget === 'day'} />;
      case 'link':
      case 'links':
        return <LinkInput path={path} field={field} />;
      case 'group':
        return <GroupInput path={path} field={field} letter={letter} />;
      case 'rows':
        return <RowsInput path={path} field={field} letter={letter} />;
      case 'instant':
      case 'data':
        return null;
    }
  },
  (a, b) => a.field === b.field && a.letter === b.letter && a.path.join('.') === b.path.join('.'),
);

function Line({ path, field }: InputProps) {
  const { value, error, set } = useField(path);
  return <TextInput label={field.label} description={field.help} error={error} value={text(value)} onChange={(event) => set(event.currentTarget.value)} />;
}

function Prose({ path, field }: InputProps) {
  const { value, error, set } = useField(path);
  const quoted = field.widget === 'quotation';
  return (
    <Textarea
      label={field.label}
      description={field.help}
      error={error}
      value={text(value)}
      classNames={{ input: quoted ? `${styles.prose} quoted` : (styles.prose ?? '') }}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

function Words({ path, field }: InputProps) {
  const { value, error, set } = useField(path);
  const lines = Array.isArray(value) ? value.map(String) : [];
  return (
    <Textarea
      label={field.label}
      description={field.help?.includes('one a line') ? field.help : [field.help, form.onePerLine].filter(Boolean).join(' ')}
      error={error}
      value={lines.join('\n')}
      classNames={{ input: styles.words ?? '' }}
      onChange={(event) => set(event.currentTarget.value === '' ? undefined : event.currentTarget.value.split('\n'))}
    />
  );
}

const optionsOf = (field: Field) => Object.entries(field.options ?? {}).map(([value, label]) => ({ value, label }));

function Choice({ path, field }: InputProps) {
  const store = useForm();
  const { value, error, set } = useField(path);
  /** Ticks what the answer brings and unticks what the answer before it brought. */
  const choose = (next: string | null): void => {
    const [before, after] = [field.ticks?.[text(value)], next === null ? undefined : field.ticks?.[next]];
    const beside = (name: string): Path => [...path.slice(0, -1), name];
    if (before !== undefined && before !== after && at(store.getState().values, beside(before)) === true) setAt(store, beside(before), undefined);
    if (after !== undefined && before !== after) setAt(store, beside(after), true);
    set(next ?? undefined);
  };
  return (
    <ChoiceSelect
      label={field.label}
      description={field.help}
      error={error}
      data={optionsOf(field)}
      value={text(value) === '' ? null : text(value)}
      placeholder={form.pickOne}
      clearable={!field.required}
      onChange={choose}
    />
  );
}

function Choices({ path, field }: InputProps) {
  const { value, error, set } = useField(path);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <MultiSelect
      label={field.label}
      description={field.help}
      error={error}
      data={optionsOf(field)}
      value={chosen}
      placeholder={chosen.length === 0 ? form.pickOne : ''}
      openOnFocus={false}
      onChange={(next) => set(next.length === 0 ? undefined : next)}
    />
  );
}

function Flag({ path, field }: InputProps) {
  const { value, error, set } = useField(path);
  return (
    <Checkbox
      label={field.label}
      description={field.help}
      error={error}
      checked={value === true}
      onChange={(event) => set(event.currentTarget.checked ? true : field.required ? false : undefined)}
    />
  );
}

function Count({ path, field }: InputProps) {
  const { value, error, set } = useField(path);
  const [typed, setTyped] = useTyped(path);
  return (
    <TextInput
      label={field.label}
      description={field.help}
      error={error}
      inputMode="numeric"
      value={typed ?? (typeof value === 'number' ? String(value) : '')}
      onChange={(event) => {
        const raw = event.currentTarget.value;
        setTyped(raw);
        const plain = raw.trim().replaceAll(',', '');
        // What is no whole number stays as text, so that saving says so beside the field.
        set(plain === '' ? undefined : /^-?\d+$/.test(plain) ? Number(plain) : raw);
      }}
    />
  );
}
