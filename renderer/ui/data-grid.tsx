import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type ColumnDef, type RowData, createSortedRowModel, rowSortingFeature, sortFn_basic, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { GridHeader, GridHeading, GridRow } from './grid-row.tsx';
import { TickAll } from './grid-tick.tsx';
import { type GridGroup, gridLines } from './grid-lines.ts';
import { type Choice, useChoice } from './use-choice.ts';
import { useRovingLine } from './use-roving-line.ts';
import { useScreen } from '../screen/screen.ts';
import styles from './data-grid.module.css';

export interface GridColumn<T> {
  key: string;
  name: string;
  /** The name is for assistive technology only; the eye needs no word over "2 days late". */
  quiet?: boolean;
  /** A track of `grid-template-columns`. */
  width: string;
  cell: (row: T) => ReactNode;
  /** What the column sorts by; without it the column does not sort. */
  sort?: (row: T) => string | number;
  align?: 'right';
  /** The column is dropped when the grid is narrower than this: the least needed goes first, nothing is squeezed. */
  from?: number;
}

/** By which columns, and whether from the end. */
export type GridSort = readonly { readonly key: string; readonly down: boolean }[];

export interface DataGridProps<T extends RowData> {
  label: string;
  rows: readonly T[];
  columns: readonly GridColumn<T>[];
  rowKey: (row: T) => string;
  groups?: readonly GridGroup[];
  groupOf?: (row: T) => string;
  /** A second line, from the named column to the edge: why the row is late, or why it has no date. Most rows have none. */
  below?: readonly [column: string, line: (row: T) => ReactNode];
  selected?: string;
  onOpen?: (row: T) => void;
  /** The row that the pointer or the keys are on has changed. */
  onPick?: (row: T) => void;
  /** Rows may be chosen, and these are. */
  choice?: Choice;
  /** The order, where whoever shows the grid keeps it. */
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  /** The rows come in their order already: a heading that is pressed only tells. */
  sorted?: boolean;
  /** Which lines are on screen, so that only they are read. */
  onShown?: (first: number, last: number) => void;
}

/** Heights of a row of one line and of two, in pixels (look.md §4). */
const rowHeights = { regular: [28, 46], compact: [24, 42] } as const;
export const headingHeight = 30;

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns: { basic: sortFn_basic } });

/** A virtual table: sorted by its headings, grouped by its room, walked with the arrow keys, as wide as it is given. */
export function DataGrid<T extends RowData>({ label, rows, columns, rowKey, groups, groupOf, below, selected, onOpen, onPick, choice, ...order }: DataGridProps<T>) {
  const { ref: measure, width } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const shown = columns.filter((c) => width === 0 || width >= (c.from ?? 0));
  const template = `${choice ? '16px ' : ''}${shown.map((c) => c.width).join(' ')}`;
  const [own, setOwn] = useState<GridSort>([]);
  const sort = order.sort ?? own;

  const defs = useMemo<ColumnDef<typeof features, T>[]>(
    () =>
      columns.map((c) => ({
        id: c.key,
        header: c.name,
        accessorFn: (row: T) => c.sort?.(row) ?? '',
        sortFn: 'basic',
        enableSorting: Boolean(c.sort),
      })),
    [columns],
  );
  const sorting = useMemo(() => sort.map(({ key, down }) => ({ id: key, desc: down })), [sort]);
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: rowKey,
    manualSorting: order.sorted === true,
    state: { sorting },
    onSortingChange: (next) => {
      const asked = typeof next === 'function' ? next(sorting) : next;
      (order.onSort ?? setOwn)(asked.map(({ id, desc }) => ({ key: id, down: desc })));
    },
  });
  const model = table.getRowModel();
  const sorted = useMemo(() => model.rows.map((row) => row.original), [model]);
  const lines = useMemo(() => gridLines(sorted, groups, groupOf), [sorted, groups, groupOf]);

  const density = useScreen((now) => now.settings.density);
  const [rowHeight, tallRowHeight] = rowHeights[density];
  const second = below?.[1];
  const heights = useMemo(
    () => lines.map((line) => (line.kind === 'group' ? headingHeight : second?.(line.row) ? tallRowHeight : rowHeight)),
    [lines, second, rowHeight, tallRowHeight],
  );

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => heights[i] ?? rowHeight,
    overscan: 12,
  });
  // A second line may come later than its row: its height is then another.
  useEffect(() => virtual.measure(), [heights]);
  const keyAt = (at: number): string | null => {
    const line = lines[at];
    return line?.kind === 'row' ? rowKey(line.row) : null;
  };
  const choosing = useChoice(choice, lines.length, keyAt);
  const roving = useRovingLine(lines, scroller, (line) => virtual.scrollToIndex(line), { ...(onOpen && { onOpen }), ...(onPick && { onPick }), ...(choosing && { choosing }) });
  const onScreen = virtual.getVirtualItems();
  const [firstShown, lastShown] = [onScreen[0]?.index ?? 0, onScreen.at(-1)?.index ?? 0];
  const told = order.onShown;
  useEffect(() => told?.(firstShown, lastShown), [told, firstShown, lastShown]);
  const topLine = virtual.getVirtualItems().find((v) => v.end > (virtual.scrollOffset ?? 0))?.index ?? 0;
  const pinned = lines.slice(0, topLine + 1).findLast((l) => l.kind === 'group');

  return (
    <div
      className={styles.grid}
      data-density={density}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + (choice ? 1 : 0)}
      {...(choice && { 'aria-multiselectable': true })}
      onKeyDown={roving.onKeyDown}
    >
      <div ref={useMergedRef(measure, scroller)} role="presentation" className={styles.scroller}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
            {choosing && <TickAll some={choosing.keys.size > 0} all={choosing.keys.size >= sorted.length} onTurn={choosing.turnAll} />}
            {shown.map((c) => (
              <GridHeader key={c.key} column={c} order={table.getColumn(c.key)!.getIsSorted()} onSort={table.getColumn(c.key)!.getToggleSortingHandler()} />
            ))}
          </div>
          {pinned?.kind === 'group' && topLine > 0 && (
            <div className={styles.pinned} aria-hidden="true">
              <GridHeading {...pinned} />
            </div>
          )}
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {onScreen.map((v) => {
            const line = lines[v.index]!;
            const place = { transform: `translateY(${v.start}px)`, height: v.size };
            return line.kind === 'group' ? (
              <div key={`group ${line.group.key}`} role="row" aria-rowindex={v.index + 2} className={styles.line} style={place}>
                <div role="gridcell" aria-colspan={columns.length + (choice ? 1 : 0)}>
                  <GridHeading {...line} />
                </div>
              </div>
            ) : (
              <GridRow
                key={rowKey(line.row)}
                row={line.row}
                columns={shown}
                template={template}
                place={place}
                line={v.index}
                {...(below ? { below } : {})}
                inTabOrder={v.index === roving.at}
                selected={rowKey(line.row) === selected || choosing?.keys.has(rowKey(line.row)) === true}
                chosen={choosing?.keys.has(rowKey(line.row)) === true}
                {...(choosing && { onTurn: () => choosing.turn(v.index) })}
                onPick={(event) => {
                  roving.setAt(v.index);
                  choosing?.onClick(event, v.index);
                  onPick?.(line.row);
                }}
                onOpen={() => onOpen?.(line.row)}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
