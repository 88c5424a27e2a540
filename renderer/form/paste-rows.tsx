import { Button, Checkbox, Modal } from '@mantine/core';
import type { Field } from '../../shared/records/field.ts';
import type { Cells } from '../handed/cells.ts';
import { ImportTable } from '../pages/import/import-table.tsx';
import { Mapping } from '../pages/import/mapping.tsx';
import { FailureNote } from '../ui/failure.tsx';
import { Loading } from '../ui/not-there.tsx';
import { importing } from '../words/exchange.ts';
import { pasting as words } from '../words/pasting.ts';
import { shell } from '../words/shell.ts';
import { usePastedRows, type ReadRows } from './use-pasted-rows.ts';
import tables from '../pages/import/import.module.css';
import styles from './form.module.css';

/** Most rows that are shown as they would be. */
const shownRows = 20;

interface PasteRowsProps {
  readonly field: Field;
  readonly about: { readonly kind: string; readonly path: string; readonly caseId: string | null };
  readonly cells: Cells;
  readonly onAdd: (rows: ReadRows['values']) => void;
  /** Puts what was pasted into the field that had the focus, as text; left out where none had. */
  readonly onText?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Pasted cells before they are rows of the form: which column fills what, how the rows would be, and what stands in the way. All of them are added, or none. */
export function PasteRows({ field, about, cells, onAdd, onText, onClose }: PasteRowsProps) {
  const { read, failure, busy, choose } = usePastedRows(about, cells);
  const first = cells[0] ?? [];
  const rows = cells.length - (read?.heading === true ? 1 : 0);
  const body = read?.heading === true ? cells.slice(1) : cells;
  const samples = first.map((_, at) => body.find((row) => (row[at] ?? '').trim() !== '')?.[at]?.slice(0, 120) ?? '');
  return (
    <Modal opened onClose={onClose} title={words.title(field.label)} size={860} centered closeOnClickOutside={false} closeButtonProps={{ 'aria-label': shell.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // The form behind it is not sent.
          event.stopPropagation();
          if (read && !busy && read.faults.length === 0) onAdd(read.values);
        }}
      >
        <p className="muted">{words.came(rows, first.length)}</p>
        {failure && <FailureNote failure={failure} />}
        {!read && !failure && <Loading />}
        {read && (
          <div className={styles.pasted}>
            <Checkbox
              label={words.heading}
              checked={read.heading}
              onChange={(event) => choose({ heading: event.currentTarget.checked, columns: undefined, constants: undefined })}
            />
            <Mapping
              key={String(read.heading)}
              table={{
                heading: read.heading ? [...first] : first.map((_, at) => importing.unnamed(at + 1)),
                samples,
                columns: read.columns,
                constants: read.constants,
                targets: read.targets,
              }}
              onColumns={(columns) => choose({ columns })}
              onConstants={(constants) => choose({ constants })}
            />
            {read.faults.length > 0 ? <Faults faults={read.faults} /> : <Shown read={read} />}
          </div>
        )}
        <div className={styles.pasteActs}>
          <Button variant="filled" type="submit" disabled={!read || read.faults.length > 0} loading={busy && read !== null} data-autofocus>
            {words.add(read?.values.length ?? rows)}
          </Button>
          {onText && <Button onClick={onText}>{words.asText}</Button>}
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}

function Faults({ faults }: { faults: ReadRows['faults'] }) {
  return (
    <section aria-label={words.faults(faults.length)} role="alert">
      <h2 className={styles.pasteTitle}>{words.faults(faults.length)}</h2>
      <p className={styles.hint}>{words.faultsThen}</p>
      <ImportTable head={importing.faultHead} widths={[tables.row, tables.column, undefined]}>
        {faults.slice(0, shownRows).map((one, i) => (
          <tr key={i}>
            <td>{one.line}</td>
            <td>{one.column}</td>
            <td>{one.why}</td>
          </tr>
        ))}
      </ImportTable>
    </section>
  );
}

function Shown({ read }: { read: ReadRows }) {
  const title = words.preview(Math.min(shownRows, read.shown.length), read.shown.length);
  const given = read.targets.filter(({ path }) => read.shown.some((row) => row[path] !== undefined));
  return (
    <>
      <h2 className={styles.pasteTitle}>{title}</h2>
      <div className={styles.pasteShown} tabIndex={0} role="region" aria-label={title}>
        <ImportTable head={Object.fromEntries([['', words.row], ...given.map(({ path, label }) => [path, label])])} widths={[tables.row]}>
          {read.shown.slice(0, shownRows).map((row, i) => (
            <tr key={i}>
              <td>{i + 1}</td>
              {given.map(({ path }) => (
                <td key={path}>{row[path]}</td>
              ))}
            </tr>
          ))}
        </ImportTable>
      </div>
    </>
  );
}
