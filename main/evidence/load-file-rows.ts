import { dayText, parseDay } from '../../shared/calendar/day.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { columnsSaying, guessLoadColumns, loadFieldNames, loadFields, type LoadField } from '../../shared/records/views/load-columns.ts';
import type { TableRow } from './reader/table.ts';

/** A document as a load file tells of it. Paths are as written there. */
export interface LoadRow {
  readonly line: number;
  /** Its number in the production: the first Bates number, or another identifier. */
  readonly control: string;
  readonly end: string;
  /** The control number of what it is attached to. */
  readonly parent: string | null;
  readonly title: string;
  readonly filename: string;
  readonly custodian: string;
  readonly system: string;
  readonly sourcePath: string;
  readonly native: string;
  readonly text: string;
  readonly date: string | null;
  readonly digests: { readonly md5?: string; readonly sha1?: string; readonly sha256?: string };
}
/** What is wrong with a line, and in which column where it is one. */
export interface LoadFault {
  readonly line: number;
  readonly column: string | null;
  readonly why: string;
}
export interface ReadRows {
  readonly rows: readonly LoadRow[];
  readonly faults: readonly LoadFault[];
}

/**
 * The rows of a load file by what its heading says, or by what a person says of its columns, and everything that is wrong with them. A document without a
 * path to its file is one: its page images may be listed beside it.
 */
export function readLoadRows(table: readonly TableRow[], columns?: readonly (LoadField | null)[]): ReadRows {
  const [heading, ...body] = table;
  if (!heading) return { rows: [], faults: [{ line: 1, column: null, why: 'it is empty' }] };
  const said = columns ?? guessLoadColumns(heading.cells);
  const places = Object.fromEntries(loadFieldNames.map((field) => [field, columnsSaying(field, heading.cells, said)])) as Record<LoadField, number[]>;
  if (places.control.length === 0)
    return { rows: [], faults: [{ line: heading.line, column: null, why: `no column is a control number (${loadFields.control.names.slice(0, 5).join(', ')} …)` }] };
  const named = (field: LoadField): string => heading.cells[places[field][0] ?? -1] ?? loadFields[field].label;
  const seen = new Set<string>();
  const faults: LoadFault[] = [];
  const rows = body.flatMap(({ line, cells }): LoadRow[] => {
    const of = (field: LoadField): string => places[field].map((at) => (cells[at] ?? '').trim()).find((value) => value !== '') ?? '';
    const fault = (field: LoadField, why: string): [] => (faults.push({ line, column: named(field), why }), []);
    const control = of('control');
    if (control === '') return fault('control', 'the control number is missing');
    if (seen.has(control)) return fault('control', `the control number ${control.slice(0, 60)} stands here a second time`);
    seen.add(control);
    const first = of('group').split(/\s*[-–;]\s+|;/)[0];
    const group = first?.trim() ?? '';
    const parent = of('parent') || (group !== '' && group !== control ? group : '');
    return [
      {
        line,
        control,
        end: of('end'),
        parent: parent === '' ? null : parent,
        title: of('title'),
        filename: of('filename'),
        custodian: of('custodian'),
        system: of('system'),
        sourcePath: of('sourcePath'),
        native: of('native'),
        text: of('text'),
        date: dateOf(of('date')),
        digests: digestsOf(of),
      },
    ];
  });
  const column = places.parent.length > 0 ? named('parent') : named('group');
  for (const row of rows)
    if (row.parent !== null && !seen.has(row.parent)) faults.push({ line: row.line, column, why: `it is attached to ${row.parent.slice(0, 60)}, which is not listed` });
  return { rows, faults: faults.sort((a, b) => a.line - b.line) };
}

/** As `readLoadRows`. Refuses `import-malformed` with the first fault. */
export function loadRows(table: readonly TableRow[], file: string, columns?: readonly (LoadField | null)[]): readonly LoadRow[] {
  const { rows, faults } = readLoadRows(table, columns);
  const [first] = faults;
  return first === undefined ? rows : refuse({ code: 'import-malformed', file, line: first.line, why: first.why });
}

/** `20020123`, `2002-01-23…`; anything else is not taken for a date: a wrong date is worse than none. */
function dateOf(text: string): string | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text);
  const day = found === null ? null : parseDay(`${found[1] ?? ''}-${found[2] ?? ''}-${found[3] ?? ''}`);
  return day === null ? null : dayText(day);
}

/** Digests by their columns; one that is only called a hash is known by its length. */
function digestsOf(of: (field: 'md5' | 'sha1' | 'sha256' | 'hash') => string): LoadRow['digests'] {
  const lengths = { md5: 32, sha1: 40, sha256: 64 } as const;
  return Object.fromEntries(
    Object.entries(lengths).flatMap(([name, length]) => {
      // Proof of the cast: the keys of the object just above.
      const value = [of(name as keyof typeof lengths), of('hash')].find((text) => text.length === length && /^[0-9a-f]+$/i.test(text));
      return value === undefined ? [] : [[name, value.toLowerCase()]];
    }),
  );
}
