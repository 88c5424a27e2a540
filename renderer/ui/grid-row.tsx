import { UnstyledButton } from '@mantine/core';
import { memo, type MouseEvent, type ReactNode, useMemo, useRef } from 'react';
import type { GridColumn } from './data-grid.tsx';
import type { GridGroup } from './grid-lines.ts';
import { Tick } from './grid-tick.tsx';
import styles from './data-grid.module.css';

/** What is done with a row. The same for as long as the grid stands: a row that did not change is not drawn again. */
export interface RowActs<T> {
  readonly onTurn: (line: number) => void;
  readonly onPick: (event: MouseEvent, line: number, row: T) => void;
  readonly onOpen: (row: T) => void;
}

/** Acts that stay the same from drawing to drawing and do what the last drawing says. */
export function useRowActs<T>(now: RowActs<T>): RowActs<T> {
  const last = useRef(now);
  last.current = now;
  return useMemo(
    () => ({
      onTurn: (line) => last.current.onTurn(line),
      onPick: (event, line, row) => last.current.onPick(event, line, row),
      onOpen: (row) => last.current.onOpen(row),
    }),
    [],
  );
}

interface GridRowProps<T> {
  row: T;
  /** Drawn again when this is another, though the row is the same. */
  drawn: unknown;
  columns: readonly GridColumn<T>[];
  below?: readonly [column: string, line: (row: T) => ReactNode];
  /** Where it stands in the list, and how tall it is, in pixels. */
  start: number;
  height: number;
  line: number;
  inTabOrder: boolean;
  /** It is the row that is shown beside the list, or it is chosen. */
  selected: boolean;
  /** It is chosen: what is done to the chosen rows is done to it. */
  chosen: boolean;
  choosable: boolean;
  record: string | undefined;
  acts: RowActs<T>;
}

function Row<T>({ row, columns, below, start, height, line, inTabOrder, selected, chosen, choosable, record, acts }: GridRowProps<T>) {
  const second = below?.[1](row);
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-selected={selected}
      data-line={line}
      data-record={record}
      data-chosen={chosen || undefined}
      tabIndex={inTabOrder ? 0 : -1}
      className={`${styles.row} ${styles.line}`}
      style={{ top: start, height }}
      onClick={(event) => acts.onPick(event, line, row)}
      onDoubleClick={() => acts.onOpen(row)}
    >
      {choosable && <Tick chosen={chosen} onTurn={() => acts.onTurn(line)} />}
      {columns.map((c) => (
        <div key={c.key} role="gridcell" data-align={c.align}>
          {c.cell(row)}
        </div>
      ))}
      {second && (
        <div
          role="gridcell"
          className={styles.below}
          title={typeof second === 'string' ? second : undefined}
          style={{ gridColumn: `${columns.findIndex((c) => c.key === below?.[0]) + (choosable ? 2 : 1)} / -1` }}
        >
          {second}
        </div>
      )}
    </div>
  );
}
/** A row of the grid, drawn again only when something of it changes: fifty of them stand on screen while one types or scrolls. */
// Proof of the cast: `memo` gives the same component, but forgets that its rows may be of any type.
export const GridRow = memo(Row) as typeof Row;

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

/** A group's name, how many lines it holds, and what its limit is, all in one line of type, to be seen: what is heard of it is said beside it, in words. */
export function GridHeading({ group, count }: { group: GridGroup; count: number }) {
  return (
    <div className={styles.heading} aria-hidden="true">
      <span className={styles.headingTitle}>{group.title}</span>
      <span>{count}</span>
      {group.note && <span className={styles.headingNote}>{group.note}</span>}
    </div>
  );
}
