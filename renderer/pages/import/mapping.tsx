import { TextInput } from '@mantine/core';
import { importing as words } from '../../words/exchange.ts';
import type { Plan } from './use-import.ts';
import { ColumnRows, ImportTable, nothing } from './import-table.tsx';
import styles from './import.module.css';
import { Select } from '../../ui/select.tsx';

type Table = Pick<NonNullable<Plan['table']>, 'heading' | 'samples' | 'columns' | 'constants' | 'targets'>;

/** Which column fills which field, with the first value of each, and what every row says where no column does. */
export function Mapping({
  table,
  onColumns,
  onConstants,
  onTyped,
}: {
  table: Table;
  onColumns: (columns: (string | null)[]) => void;
  onConstants: (constants: Record<string, string>) => void;
  /** While one of them is typed. */
  onTyped?: (constants: Record<string, string>) => void;
}) {
  const { heading, samples, columns, constants, targets } = table;
  const options = [{ value: nothing, label: words.leftOut }, ...targets.map(({ path, label, required }) => ({ value: path, label: required ? words.required(label) : label }))];
  // A field that is needed and that no column fills stands here to be filled, beside what is usual for the kind.
  const same = targets.filter(({ path, required }) => path in constants || (required && !columns.includes(path)));
  const fill = (at: number, path: string): void =>
    onColumns(columns.map((other, index) => (index === at ? (path === nothing ? null : path) : other === path && path !== nothing ? null : other)));
  return (
    <>
      <section className={styles.section} aria-label={words.columns}>
        <h2 className={styles.title}>{words.columns}</h2>
        <ImportTable head={words.columnHead} className={styles.mapping}>
          <ColumnRows heading={heading} samples={samples} columns={columns} data={options} label={words.fills} onChoose={fill} searchable />
        </ImportTable>
      </section>
      {same.length > 0 && (
        <section className={styles.section} aria-label={words.constants}>
          <h2 className={styles.title}>{words.constants}</h2>
          <p className={styles.note}>{words.constantsHint}</p>
          <div className={styles.constants}>
            {same.map(({ path, label, options: choices }) =>
              choices ? (
                <Select
                  key={path}
                  searchable
                  label={label}
                  data={Object.entries(choices).map(([value, said]) => ({ value, label: said }))}
                  value={constants[path] ?? null}
                  onChange={(value) => onConstants({ ...constants, [path]: value ?? '' })}
                />
              ) : (
                <TextInput
                  // What is found again, or discarded, stands there anew.
                  key={`${path} ${constants[path] ?? ''}`}
                  label={label}
                  defaultValue={constants[path] ?? ''}
                  onChange={(event) => onTyped?.({ ...constants, [path]: event.currentTarget.value })}
                  onBlur={(event) => event.currentTarget.value !== (constants[path] ?? '') && onConstants({ ...constants, [path]: event.currentTarget.value })}
                />
              ),
            )}
          </div>
        </section>
      )}
    </>
  );
}
