import type { ReactNode } from 'react';
import { importing as words } from '../../words/exchange.ts';
import styles from './import.module.css';
import { Select } from '../../ui/select.tsx';

/** A table of the import pages: its column heads by their words, `widths` as classes. */
export function ImportTable({
  head,
  widths = [],
  className,
  children,
}: {
  head: Readonly<Record<string, string>>;
  widths?: readonly (string | undefined)[];
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <table className={className === undefined ? styles.table : `${styles.table} ${className}`}>
      <thead>
        <tr>
          {Object.values(head).map((name, at) => (
            <th key={name} scope="col" className={widths[at]}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** What a column that fills nothing is set to. */
export const nothing = '';

/** A row for each column of a file: its name, its first value, and the choice of what it fills. */
export function ColumnRows({
  heading,
  samples,
  columns,
  data,
  label,
  onChoose,
  ...select
}: {
  heading: readonly string[];
  samples: readonly (string | undefined)[];
  columns: readonly (string | null)[];
  data: readonly { readonly value: string; readonly label: string }[];
  label: (column: string) => string;
  /** `value` is `nothing` where the column is left out. */
  onChoose: (at: number, value: string) => void;
  searchable?: boolean;
  disabled?: boolean;
}) {
  return heading.map((name, at) => {
    const column = name.trim() === '' ? words.unnamed(at + 1) : name;
    return (
      <tr key={at}>
        <td>{column}</td>
        <td className={`${styles.cut} muted`} title={samples[at]}>
          {samples[at]}
        </td>
        <td>
          <Select
            {...select}
            aria-label={label(column)}
            data={[...data]}
            value={columns[at] ?? nothing}
            onChange={(value) => onChoose(at, value ?? nothing)}
            maxDropdownHeight={320}
          />
        </td>
      </tr>
    );
  });
}
