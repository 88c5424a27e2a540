import { type ColumnDef, type RowData, createSortedRowModel, rowSortingFeature, sortFn_basic, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { GridHeader, GridHeading, GridRow, useRowActs } from './grid-row.tsx';
import { useGridSize } from './grid-size.ts';
import { TickAll } from './grid-tick.tsx';
import { type GridGroup, gridLines, shownOrder } from './grid-lines.ts';
import { type Choice, useChoice } from './use-choice.ts';
import { useCopyRows } from './use-copy-rows.ts';
import { useRovingLine } from './use-roving-line.ts';
import { spreadTrack, useTextSpread } from './text-spread.tsx';
import type { OrderRef } from '../print/list-on-paper.ts';
import { useScreen } from '../screen/screen.ts';
import { list as words } from '../words/list.ts';
import styles from './data-grid.module.css';
import { isSort, useStanding } from '../screen/standing.ts';

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
  /** What of a row is drawn, where a row stays the same while it is read; the row itself where it is left out. */
  drawn?: (row: T) => unknown;
  selected?: string;
  /** The number of the record that a row stands for: its menu and the keys on it are that record's. */
  recordOf?: (row: T) => string;
  onOpen?: (row: T) => void;
  /** The row that the pointer or the keys are on has changed. */
  onPick?: (row: T) => void;
  /** By what a row is found when its beginning is typed; without it nothing is. */
  textOf?: (row: T) => string;
  /** Rows may be chosen, and these are. */
  choice?: Choice;
  /** The order, where whoever shows the grid keeps it. */
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  /** The rows come in their order already: a heading that is pressed only tells. */
  sorted?: boolean;
  /** Where the grid says in which order its records stand, for who puts them on paper. */
  readonly inOrder?: OrderRef;
  /** Which lines are on screen, so that only they are read. */
  onShown?: (first: number, last: number) => void;
}

/** Heights of a row of one line and of two, in pixels (look.md §4). */
const rowHeights = { regular: [28, 46], compact: [24, 42] } as const;
/** What a row is taller where text is spread, so that a cell may take a second line. */
const secondLine = 22;
export const headingHeight = 30;
/** The line of column names, which stays while rows go under it: as high as the style sheet makes it. */
const headHeight = 28;

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns: { basic: sortFn_basic } });

/** A virtual table: sorted by its headings, grouped by its room, walked with the arrow keys, as wide as it is given. */
export function DataGrid<T extends RowData>({
  label,
  rows,
  columns,
  rowKey,
  groups,
  groupOf,
  below,
  drawn,
  selected,
  recordOf,
  onOpen,
  onPick,
  textOf,
  choice,
  ...order
}: DataGridProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const size = useGridSize(label, scroller);
  const { width } = size;
  const spread = useTextSpread();
  const shown = useMemo(() => columns.filter((c) => width === 0 || width >= (c.from ?? 0) * spread), [columns, width, spread]);
  const template = `${choice ? '16px ' : ''}${shown.map((c) => spreadTrack(c.width, spread)).join(' ')}`;
  const [own, setOwn] = useStanding<GridSort>('order of the grid', [], isSort);
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
  // In the order in which they came there is nothing to sort, and a docket of thousands need not be made into rows of a table.
  const model = sorting.length === 0 || order.sorted === true ? null : table.getRowModel();
  const sorted = useMemo(() => (model === null ? rows : model.rows.map((row) => row.original)), [model, rows]);
  const lines = useMemo(() => gridLines(sorted, groups, groupOf), [sorted, groups, groupOf]);

  const density = useScreen((now) => now.settings.density);
  const singleKeys = useScreen((now) => now.settings.singleKeys);
  const more = spread > 1 ? secondLine : 0;
  const [rowHeight, tallRowHeight] = [rowHeights[density][0] + more, rowHeights[density][1] + 2 * more];
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
    initialRect: size,
    // The names of the columns take their height from what is seen, and the heading of the group that is read stays over its rows: a row that the keys go to is under neither.
    scrollPaddingStart: groups ? headingHeight : 0,
    scrollPaddingEnd: headHeight,
  });
  // A second line may come later than its row: its height is then another, and no frame is drawn with the old one.
  const measured = useRef(heights);
  useLayoutEffect(() => {
    const was = measured.current;
    measured.current = heights;
    if (was.length !== heights.length || was.some((height, i) => height !== heights[i])) virtual.measure();
  }, [heights]);
  const keyAt = (at: number): string | null => {
    const line = lines[at];
    return line?.kind === 'row' ? rowKey(line.row) : null;
  };
  const choosing = useChoice(choice, lines.length, keyAt);
  const roving = useRovingLine(lines, scroller, (line) => virtual.scrollToIndex(line), {
    ...(onOpen && { onOpen }),
    ...(onPick && { onPick }),
    ...(choosing && { choosing }),
    ...(textOf && { textOf }),
    freely: !singleKeys,
  });
  /** What stands for the chosen rows, else for the row on this line or the one that has the turn; nothing where rows are no records. */
  const recordsOf = (at: number | null): readonly string[] => {
    if (!recordOf) return [];
    if (choosing && choosing.keys.size > 0) return sorted.filter((row) => choosing.keys.has(rowKey(row))).map(recordOf);
    const line = lines[at ?? roving.at];
    return line?.kind === 'row' ? [recordOf(line.row)] : [];
  };
  const { inOrder } = order;
  useEffect(() => {
    if (!inOrder || !recordOf) return;
    inOrder.current = () => shownOrder(lines, recordOf);
    return () => void (inOrder.current = null);
  }, [inOrder, lines, recordOf]);
  const onCopyKey = useCopyRows(recordOf !== undefined && lines.length > 0, choosing?.keys.size ?? 0, recordsOf);
  const acts = useRowActs<T>({
    onTurn: (line) => choosing?.turn(line),
    onPick: (event, line, row) => {
      roving.setAt(line);
      choosing?.onClick(event, line);
      onPick?.(row);
    },
    onOpen: (row) => onOpen?.(row),
  });
  const onScreen = virtual.getVirtualItems();
  const [firstShown, lastShown] = [onScreen[0]?.index ?? 0, onScreen.at(-1)?.index ?? 0];
  const told = order.onShown;
  useEffect(() => told?.(firstShown, lastShown), [told, firstShown, lastShown]);
  const topLine = virtual.getVirtualItems().find((v) => v.end > (virtual.scrollOffset ?? 0))?.index ?? 0;
  const pinned = lines.slice(0, topLine + 1).findLast((l) => l.kind === 'group');

  return (
    <>
      <div
        className={styles.grid}
        data-density={density}
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={shown.length + (choice ? 1 : 0)}
        {...(choice && { 'aria-multiselectable': true })}
        onKeyDown={(event) => void (onCopyKey(event) || roving.onKeyDown(event))}
      >
        <div ref={scroller} role="presentation" className={styles.scroller} style={{ '--grid-columns': template }}>
          <div role="rowgroup" className={styles.head}>
            <div role="row" aria-rowindex={1} className={styles.row}>
              {choosing && <TickAll some={choosing.keys.size > 0} all={choosing.keys.size >= sorted.length} onTurn={choosing.turnAll} />}
              {shown.map((c) => (
                <GridHeader key={c.key} column={c} order={table.getColumn(c.key)!.getIsSorted()} onSort={table.getColumn(c.key)!.getToggleSortingHandler()} />
              ))}
            </div>
            {pinned?.kind === 'group' && topLine > 0 && (
              <div className={styles.pinned}>
                <GridHeading {...pinned} />
              </div>
            )}
          </div>
          <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
            {onScreen.map((v) => {
              const line = lines[v.index]!;
              return line.kind === 'group' ? (
                <div key={`group ${line.group.key}`} role="row" aria-rowindex={v.index + 2} className={styles.line} style={{ top: v.start, height: v.size }}>
                  <div role="gridcell" aria-colspan={shown.length + (choice ? 1 : 0)}>
                    <span className="hidden">{words.group(line.group.title, line.count, line.group.note)}</span>
                    <GridHeading {...line} />
                  </div>
                </div>
              ) : (
                <GridRow
                  key={rowKey(line.row)}
                  row={line.row}
                  drawn={drawn?.(line.row)}
                  columns={shown}
                  start={v.start}
                  height={v.size}
                  line={v.index}
                  {...(below ? { below } : {})}
                  inTabOrder={v.index === roving.at}
                  selected={rowKey(line.row) === selected || choosing?.keys.has(rowKey(line.row)) === true}
                  chosen={choosing?.keys.has(rowKey(line.row)) === true}
                  choosable={choosing !== null}
                  record={recordOf?.(line.row)}
                  acts={acts}
                />
              );
            })}
          </div>
        </div>
      </div>
      {/* Beside the grid: it may hold nothing but rows. */}
      <p role="status" className={roving.typed === null ? 'hidden' : styles.typed}>
        {roving.typed !== null && words.jump(roving.typed)}
      </p>
    </>
  );
}
