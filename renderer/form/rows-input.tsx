import { Button } from '@mantine/core';
import { useContext, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { useStore } from 'zustand';
import type { Field } from '../../shared/records/field.ts';
import type { Cells } from '../handed/cells.ts';
import { isTyping } from '../keys/typing.ts';
import { say } from '../screen/screen.ts';
import { form } from '../words/form.ts';
import { pasting } from '../words/pasting.ts';
import { records } from '../words/records.ts';
import { FormKind, forgetTyped, useField, useForm } from './form-store.ts';
import { FieldGrid } from './field-grid.tsx';
import { Lettered } from './lettered.tsx';
import { newRow } from './new-row.ts';
import { PasteRows } from './paste-rows.tsx';
import { insertText } from './pasted.ts';
import { rowsIn, type ReadRows } from './use-pasted-rows.ts';
import { pruned, type Path } from './values.ts';
import styles from './form.module.css';

/** Any number of groups alike: clauses, items, custodians. Rows are added at the end, one by one or pasted as a table, and taken out one by one. */
export function RowsInput({ path, field, letter }: { path: Path; field: Field; letter?: string | undefined }) {
  const store = useForm();
  const kind = useContext(FormKind);
  const caseId = useStore(store, (now) => now.caseId);
  const { value, error, set } = useField(path);
  const rows = Array.isArray(value) ? value : [];
  const list = useRef<HTMLDivElement>(null);
  const [pasted, setPasted] = useState<{ readonly cells: Cells; readonly text: string; readonly into: HTMLElement | null } | null>(null);
  /** What stood here before rows were pasted, and what has stood here since: one act takes them out again. */
  const [added, setAdded] = useState<{ readonly before: unknown; readonly after: unknown; readonly count: number } | null>(null);
  const focusRow = (at: number): void => void requestAnimationFrame(() => list.current?.children[at]?.querySelector<HTMLElement>('input, textarea')?.focus());
  const add = (): void => {
    set([...rows, newRow(field.fields ?? {}, rows.length + 1, store.getState().values)]);
    focusRow(rows.length);
  };
  const takeOut = (i: number): void => {
    forgetTyped(store, path);
    set(rows.length === 1 ? undefined : rows.filter((_, j) => j !== i));
  };
  const onRows = (event: ClipboardEvent | DragEvent, given: DataTransfer): void => {
    // What is pasted in the dialog over the list is not pasted in the list.
    if (kind === null || event.defaultPrevented || !(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    const found = rowsIn(given);
    if (found === null) return;
    event.preventDefault();
    // What is pasted belongs to the innermost list, and no field takes it.
    event.stopPropagation();
    if ('refused' in found) return say(found.refused);
    const into = isTyping(event.target) && event.target instanceof HTMLElement ? event.target : null;
    setPasted({ cells: found, text: given.getData('text/plain'), into });
  };
  const addPasted = (values: ReadRows['values']): void => {
    const now = store.getState().values;
    const begun = (at: number) => newRow(field.fields ?? {}, at + 1, now);
    // The row that was begun to paste into, and in which nothing was typed, gives its place.
    const last = rows.length - 1;
    const kept = last >= 0 && JSON.stringify(pruned(rows[last])) === JSON.stringify(pruned(begun(last))) ? rows.slice(0, -1) : rows;
    forgetTyped(store, path);
    const next = [...kept, ...values.map((row, i) => ({ ...begun(kept.length + i), ...row }))];
    set(next);
    setAdded({ before: value, after: next, count: values.length });
    setPasted(null);
    focusRow(kept.length);
  };
  return (
    <fieldset className={styles.group} onPaste={(event) => onRows(event, event.clipboardData)} onDrop={(event) => onRows(event, event.dataTransfer)}>
      <legend className={styles.groupTitle}>
        <Lettered text={field.label} letter={letter} /> {rows.length > 0 && <span className={styles.count}>{rows.length}</span>}
      </legend>
      {field.help && <p className={styles.hint}>{field.help}</p>}
      <div ref={list} className={styles.rows}>
        {rows.map((_, i) => (
          <div key={i} role="group" aria-label={records.rowNumber(field.label, i + 1)} className={styles.row}>
            <FieldGrid fields={field.fields ?? {}} path={[...path, i]} />
            <Button variant="subtle" className={styles.rowAct} aria-label={form.removeRowOf(field.label, i + 1)} onClick={() => takeOut(i)}>
              {form.removeRow(i + 1)}
            </Button>
          </div>
        ))}
      </div>
      <Button onClick={add} data-add {...(kind !== null && { 'aria-description': pasting.hint })}>
        {form.add(field.label)}
      </Button>
      {kind !== null && (
        <span className={styles.pasteHint} aria-hidden>
          {pasting.hint}
        </span>
      )}
      <div role="status">
        {added !== null && added.after === value && (
          <p className={styles.addedRows}>
            {pasting.added(added.count, field.label)}
            <Button
              variant="subtle"
              onClick={() => {
                forgetTyped(store, path);
                set(added.before);
                setAdded(null);
              }}
            >
              {pasting.takeBack}
            </Button>
          </p>
        )}
      </div>
      {error && <p className={styles.error}>{error}</p>}
      {pasted !== null && kind !== null && (
        <PasteRows
          field={field}
          about={{ kind, path: path.filter((part) => typeof part === 'string').join('.'), caseId }}
          cells={pasted.cells}
          onAdd={addPasted}
          onText={
            pasted.into === null
              ? undefined
              : () => {
                  const { into, text } = pasted;
                  setPasted(null);
                  // After the dialog has given the focus back.
                  if (into !== null) setTimeout(() => insertText(into, text), 0);
                }
          }
          onClose={() => setPasted(null)}
        />
      )}
    </fieldset>
  );
}
