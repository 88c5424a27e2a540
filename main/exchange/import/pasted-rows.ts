import type { Now } from '../../../shared/calendar/clock.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import { shapeOf, type Fields } from '../../../shared/records/field.ts';
import { plainText } from '../../../shared/records/plain-text.ts';
import type { Reading } from '../../records/reading.ts';
import { uncell } from '../csv.ts';
import { cellValue, type CellDesk } from './cell-value.ts';
import type { Fault } from './draft.ts';
import { finder } from './table-plan.ts';
import { guessedInRow, listWithin, targetsInRow, usualValues, type Target } from './targets.ts';

/** Cells as they were copied elsewhere, for a list within a record: the items of a request, the milestones of a step. */
export interface PastedRows {
  readonly kind: string;
  /** The list within the kind: `items`. */
  readonly path: string;
  readonly caseId: string | null;
  readonly rows: readonly (readonly string[])[];
  /** What the person said; what they left open is guessed. */
  readonly heading?: boolean | undefined;
  readonly columns?: readonly (string | null)[] | undefined;
  readonly constants?: Readonly<Record<string, string>> | undefined;
}
export interface ReadRows {
  readonly heading: boolean;
  readonly columns: readonly (string | null)[];
  readonly constants: Readonly<Record<string, string>>;
  readonly targets: readonly Target[];
  /** The rows as the form holds them; empty while there is a fault. */
  readonly values: readonly Readonly<Record<string, unknown>>[];
  readonly faults: readonly Fault[];
  /** The same as text, by place. */
  readonly shown: readonly Readonly<Record<string, string>>[];
}

/**
 * What pasted cells would be in a list of a form. Every cell that does not fit is a fault by row and column, and one fault is enough to take none; dates are read as the
 * form reads them, and what can be read two ways is refused. Nothing is written. Refuses `misuse` where there is no such list.
 */
export function readPastedRows(reading: Reading, asked: PastedRows, now: Now): ReadRows {
  const fields = listWithin(asked.kind, asked.path) ?? refuse({ code: 'misuse', why: 'there is no such list of rows' });
  const targets = targetsInRow(fields);
  const width = Math.max(0, ...asked.rows.map((row) => row.length));
  const first = asked.rows[0] ?? [];
  const fromHeading = guessedInRow(asked.path, targets, [...first, ...Array.from<string>({ length: width - first.length }).fill('')]);
  const heading = asked.heading ?? isHeading(first, fromHeading);
  const columns = asked.columns ?? (heading ? fromHeading : inOrder(targets, width));
  const constants = asked.constants ?? usual(asked, targets, columns);
  const faults = mappingFaults(targets, columns, constants);
  const values: Record<string, unknown>[] = [];
  if (faults.length === 0) {
    const desk: CellDesk = { now, find: finder(reading, asked.caseId) };
    for (const [at, cells] of asked.rows.entries()) {
      if ((heading && at === 0) || cells.every((cell) => cell.trim() === '')) continue;
      const row = rowOf(cells, columns, constants, new Map(targets.map((one) => [one.path, one])), desk, at + 1, faults);
      values.push(row);
      if (faults.length === 0) faults.push(...malformed(fields, row, at + 1));
      if (faults.length >= mostFaults) break;
    }
    if (values.length === 0) faults.push({ line: null, column: '', why: 'there is no row with anything in it' });
  }
  const nameOf = (id: string) => reading.get(id)?.number;
  const shown =
    faults.length > 0
      ? []
      : values.map((row) =>
          Object.fromEntries(
            Object.entries(row).flatMap(([name, value]) => {
              const field = fields[name];
              return field ? [[name, plainText(field, value, nameOf)]] : [];
            }),
          ),
        );
  return { heading, columns, constants, targets, values: faults.length > 0 ? [] : values, faults: faults.slice(0, mostFaults), shown };
}

const mostFaults = 100;

/** A heading says what most of its columns are; a row of content says it of none. */
const isHeading = (first: readonly string[], guessed: readonly (string | null)[]): boolean => {
  const said = first.filter((cell) => cell.trim() !== '').length;
  return said > 0 && guessed.filter((path) => path !== null).length * 2 >= said;
};

/** Without a heading: one column is what a row cannot be without, several come in the order of the form. */
function inOrder(targets: readonly Target[], width: number): (string | null)[] {
  const text = (one: Target): boolean => one.widget === 'line' || one.widget === 'prose' || one.widget === 'quotation';
  const needed = targets.find((one) => one.required && text(one)) ?? targets.find((one) => text(one) && one.field.start === undefined);
  if (width === 1) return [needed?.path ?? targets[0]?.path ?? null];
  return Array.from({ length: width }, (_, at) => targets[at]?.path ?? null);
}

/** What lists of this sort leave unsaid as a rule, where no column says it. */
function usual({ kind, path }: PastedRows, targets: readonly Target[], columns: readonly (string | null)[]): Record<string, string> {
  return Object.fromEntries(
    targets.flatMap(({ path: name }) => {
      const value = usualValues[kind]?.[`${path}.${name}`];
      return value !== undefined && !columns.includes(name) ? [[name, value]] : [];
    }),
  );
}

function mappingFaults(targets: readonly Target[], columns: readonly (string | null)[], constants: Readonly<Record<string, string>>): Fault[] {
  const given = [...columns.filter((path) => path !== null), ...Object.keys(constants).filter((path) => constants[path]?.trim() !== '')];
  const label = (path: string): string => targets.find((one) => one.path === path)?.label ?? path;
  return [
    ...[...given, ...Object.keys(constants)]
      .filter((path) => !targets.some((one) => one.path === path))
      .map((path) => ({ line: null, column: path.slice(0, 80), why: 'there is no such field' })),
    ...columns.flatMap((path, at) => (path !== null && columns.indexOf(path) !== at ? [{ line: null, column: label(path), why: 'two columns fill it' }] : [])),
    ...targets.filter((one) => one.required && !given.includes(one.path)).map((one) => ({ line: null, column: one.label, why: 'no column fills it, and every row needs it' })),
  ];
}

function rowOf(
  cells: readonly string[],
  columns: readonly (string | null)[],
  constants: Readonly<Record<string, string>>,
  targets: ReadonlyMap<string, Target>,
  desk: CellDesk,
  line: number,
  faults: Fault[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const put = (path: string, text: string): void => {
    const target = targets.get(path);
    if (!target || text.trim() === '' || path in row) return;
    const said = cellValue(uncell(text), target, desk);
    if ('fault' in said) faults.push({ line, column: target.label, why: said.fault });
    else row[path] = said.value;
  };
  for (const [at, path] of columns.entries()) if (path !== null) put(path, cells[at] ?? '');
  for (const [path, text] of Object.entries(constants)) put(path, text);
  for (const { path, label, required } of targets.values())
    if (required && !(path in row) && !faults.some((one) => one.line === line && one.column === label)) faults.push({ line, column: label, why: 'it is needed' });
  return row;
}

/** What the list's own schema says against a row; what a row begins with is put in by the form. */
function malformed(fields: Fields, row: Readonly<Record<string, unknown>>, line: number): Fault[] {
  const begun = Object.entries(fields).flatMap(([name, { start }]) => (start === undefined || name in row ? [] : [[name, start] as const]));
  const parsed = shapeOf(fields).safeParse({ ...Object.fromEntries(begun), ...row });
  const [issue] = parsed.success ? [] : parsed.error.issues;
  if (!issue) return [];
  const name = String(issue.path[0] ?? '');
  return [{ line, column: fields[name]?.label ?? name, why: 'it does not fit there' }];
}
