import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { Field } from '../../shared/records/field.ts';
import { form } from '../words/form.ts';
import { records } from '../words/records.ts';
import { forgetTyped, useField, useForm } from './form-store.ts';
import { FieldGrid } from './field-grid.tsx';
import { Lettered } from './lettered.tsx';
import { newRow } from './new-row.ts';
import type { Path } from './values.ts';
import styles from './form.module.css';

/** Any number of groups alike: clauses, items, custodians. Rows are added at the end and taken out one by one. */
export function RowsInput({ path, field, letter }: { path: Path; field: Field; letter?: string | undefined }) {
  const store = useForm();
  const { value, error, set } = useField(path);
  const rows = Array.isArray(value) ? value : [];
  const list = useRef<HTMLDivElement>(null);
  const add = (): void => {
    set([...rows, newRow(field.fields ?? {}, rows.length + 1, store.getState().values)]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(':scope > :last-child :is(input, textarea)')?.focus());
  };
  const takeOut = (i: number): void => {
    forgetTyped(store, path);
    set(rows.length === 1 ? undefined : rows.filter((_, j) => j !== i));
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.groupTitle}>
        <Lettered text={field.label} letter={letter} /> {rows.length > 0 && <span className={styles.count}>{rows.length}</span>}
      </legend>
      {field.help && <p className={styles.hint}>{field.help}</p>}
      <div ref={list} className={styles.rows}>
        {rows.map((_, i) => (
          <div key={i} role="group" aria-label={records.rowNumber(field.label, i + 1)} className={styles.row}>
            <FieldGrid fields={field.fields ?? {}} path={[...path, i]} />
            <Button variant="subtle" className={styles.rowAct} onClick={() => takeOut(i)}>
              {form.removeRow(field.label, i + 1)}
            </Button>
          </div>
        ))}
      </div>
      <Button onClick={add} data-add>
        {form.add(field.label)}
      </Button>
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}
