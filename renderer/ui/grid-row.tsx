import { UnstyledButton } from '@mantine/core';
import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import type { GridColumn } from './data-grid.tsx';
import type { GridGroup } from './grid-lines.ts';
import { Tick } from './grid-tick.tsx';
import styles from './data-grid.module.css';

interface GridRowProps<T> {
  row: T;
  columns: readonly GridColumn<T>[];
  below?: readonly [column: string, line: (row: T) => ReactNode];
  template: string;
  place: CSSProperties;
  line: number;
  inTabOrder: boolean;
  /** It is the row that is shown beside the list, or it is chosen. */
  selected: boolean;
  /** It is chosen: what is done to the chosen rows is done to it. */
  chosen: boolean;
  /** The row may be chosen: turns it over. */
  onTurn?: () => void;
  onPick: (event: MouseEvent) => void;
  onOpen: () => void;
}

export function GridRow<T>({ row, columns, below, template, place, line, inTabOrder, selected, chosen, onTurn, onPick, onOpen }: GridRowProps<T>) {
  const second = below?.[1](row);
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-selected={selected}
      data-line={line}
      tabIndex={inTabOrder ? 0 : -1}
      className={`${styles.row} ${styles.line}`}
      style={{ ...place, gridTemplateColumns: template }}
      onClick={onPick}
      onDoubleClick={onOpen}
    >
      {onTurn && <Tick chosen={chosen} onTurn={onTurn} />}
      {columns.map((c) => (
        <div key={c.key} role="gridcell" data-align={c.align}>
          {c.cell(row)}
        </div>
      ))}
      {second && (
        <div role="gridcell" className={styles.below} style={{ gridColumn: `${columns.findIndex((c) => c.key === below?.[0]) + (onTurn ? 2 : 1)} / -1` }}>
          {second}
        </div>
      )}
    </div>
  );
}

const sortWord: Record<string, 'ascending' | 'descending' | 'none'> = { asc: 'ascending', desc: 'descending', false: 'none' };

interface GridHeaderProps<T> {
  column: GridColumn<T>;
  order: false | 'asc' | 'desc';
  onSort: ((event: unknown) => void) | undefined;
}

export function GridHeader<T>({ column, order, onSort }: GridHeaderProps<T>) {
  const name = column.quiet ? <span className="hidden">{column.name}</span> : column.name;
  return (
    <div role="columnheader" data-align={column.align} {...(column.sort ? { 'aria-sort': sortWord[String(order)]! } : {})}>
      {column.sort ? (
        <UnstyledButton className={styles.sort} onClick={onSort} title={column.quiet ? undefined : column.name}>
          {name}
          {order && <span aria-hidden>{order === 'asc' ? ' ↑' : ' ↓'}</span>}
        </UnstyledButton>
      ) : (
        name
      )}
    </div>
  );
}

/** A group's name, how many lines it holds, and what its limit is, all in one line of type. */
export function GridHeading({ group, count }: { group: GridGroup; count: number }) {
  return (
    <div className={styles.heading}>
      <span className={styles.headingTitle}>{group.title}</span>
      <span>{count}</span>
      {group.note && <span className={styles.headingNote}>{group.note}</span>}
    </div>
  );
}
