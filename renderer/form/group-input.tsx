import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { Field } from '../../shared/records/field.ts';
import { form } from '../words/form.ts';
import { useField } from './form-store.ts';
import { FieldGrid } from './field-grid.tsx';
import { Lettered } from './lettered.tsx';
import type { Path } from './values.ts';
import styles from './form.module.css';

/** Fields that belong together. Not there until somebody fills it in, so that an empty group is never half a fact. */
export function GroupInput({ path, field, letter }: { path: Path; field: Field; letter?: string | undefined }) {
  const { value, error, set } = useField(path);
  const box = useRef<HTMLFieldSetElement>(null);
  const there = typeof value === 'object' && value !== null;
  return (
    <fieldset ref={box} className={styles.group}>
      <legend className={styles.groupTitle}>
        <Lettered text={field.label} letter={letter} />
      </legend>
      {field.help && <p className={styles.hint}>{field.help}</p>}
      {there ? (
        <>
          <FieldGrid fields={field.fields ?? {}} path={path} />
          {!field.required && (
            <Button variant="subtle" className={styles.rowAct} onClick={() => set(undefined)}>
              {form.takeOut(field.label)}
            </Button>
          )}
        </>
      ) : (
        <Button
          data-add
          onClick={() => {
            set({});
            requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('input, textarea')?.focus());
          }}
        >
          {form.fill(field.label)}
        </Button>
      )}
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}
