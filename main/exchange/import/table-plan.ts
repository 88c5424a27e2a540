import type { Now } from '../../../shared/calendar/clock.ts';
import { kindNamed, kindNames } from '../../../shared/records/kinds.ts';
import { tryRecord } from '../../../shared/records/parse.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import type { Reading } from '../../records/reading.ts';
import { isShell } from '../../records/row.ts';
import { neverExported } from '../cordon-json.ts';
import { uncell } from '../csv.ts';
import { cellValue, type CellDesk } from './cell-value.ts';
import type { Draft, Fault, ImportPlan } from './draft.ts';
import { labelSaid, labelsOf } from './labels.ts';
import { completed, numberPath, targetsOf, type Target } from './targets.ts';

/** A table as it lies in the file; the first row is the heading. */
export interface Table {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}
export interface Mapping {
  readonly kind: string;
  readonly caseId: string | null;
  /** For each column the place it fills, or null for one that is left out. */
  readonly columns: readonly (string | null)[];
  /** What every row says where it says nothing itself, as a cell would say it. */
  readonly constants: Readonly<Record<string, string>>;
}

/** Most faults that are told of one file: a wrong column makes one a row. */
export const mostFaults = 500;

/**
 * What a table would become: a record a row, or a record of several rows where columns fill rows within it (the items of a request) and the other
 * columns are blank or the same. Every cell that does not fit is a fault by row and column; nothing is written.
 */
export function planTable(reading: Reading, table: Table, mapping: Mapping, now: Now): ImportPlan {
  const kind = kindNamed(mapping.kind);
  const [heading, ...rows] = table.rows;
  if (!kind || !heading)
    return { drafts: [], faults: [{ line: heading?.line ?? null, column: '', why: heading ? 'there is no such kind of record' : 'it has no heading' }], notes: [] };
  if (neverExported.has(mapping.kind))
    return { drafts: [], faults: [{ line: heading.line, column: '', why: `a ${kind.label.toLowerCase()} is made by the vault alone` }], notes: [] };
  const targets = new Map(targetsOf(mapping.kind).map((target) => [target.path, target]));
  const faults: Fault[] = mappingFaults(mapping, targets, heading);
  if (faults.length > 0) return { drafts: [], faults, notes: [] };
  const desk: CellDesk = { now, find: finder(reading, mapping.caseId) };
  const drafts: Draft[] = [];
  for (const group of grouped(rows, mapping, targets)) {
    const said = fieldsOf(group, heading.cells, mapping, targets, desk);
    const line = group[0]?.line ?? null;
    if (said.faults.length > 0) faults.push(...said.faults);
    else {
      const draft: Draft = {
        line,
        id: `row-${line}`,
        kind: mapping.kind,
        caseId: mapping.caseId,
        tags: [],
        fields: said.fields,
        ...(said.number !== undefined && { number: said.number }),
        ...said.labels,
      };
      const wrong = malformed(draft);
      if (wrong === null) drafts.push(draft);
      else faults.push({ line, column: columnName(wrong.field, heading.cells, mapping), why: wrong.why });
    }
    if (faults.length >= mostFaults) break;
  }
  return { drafts, faults: faults.slice(0, mostFaults), notes: [] };
}

type Row = Table['rows'][number];

function mappingFaults({ columns, constants, kind }: Mapping, targets: ReadonlyMap<string, Target>, heading: Row): Fault[] {
  const given = [...columns.filter((path) => path !== null), ...Object.keys(constants)];
  const unknown = given
    .filter((path) => path !== numberPath && !labelsOf(kind).some((label) => label.path === path) && !targets.has(path))
    .map((path) => ({ line: heading.line, column: path, why: `a ${kindNamed(kind)?.label.toLowerCase() ?? kind} has no such field` }));
  const twice = columns
    .filter((path, at) => path !== null && columns.indexOf(path) !== at)
    .map((path) => ({ line: heading.line, column: targets.get(path ?? '')?.label ?? path ?? '', why: 'two columns fill it' }));
  const missing = [...targets.values()]
    .filter((target) => target.required && !given.includes(target.path))
    .map((target) => ({ line: heading.line, column: target.label, why: 'no column fills it, and every record needs it' }));
  return [...unknown, ...twice, ...missing];
}

/** Rows that are one record: a later one whose columns outside rows are blank or say what the first says. */
function grouped(rows: readonly Row[], { columns }: Mapping, targets: ReadonlyMap<string, Target>): Row[][] {
  const inRows = columns.map((path) => path !== null && targets.get(path)?.rows !== undefined);
  const groups: Row[][] = [];
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const first = groups.at(-1)?.[0];
    const continues =
      first !== undefined && inRows.includes(true) && columns.every((path, at) => path === null || inRows[at] === true || blank(row, at) || row.cells[at] === first.cells[at]);
    if (continues) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}

const blank = (row: Row, at: number): boolean => (row.cells[at] ?? '').trim() === '';

interface SaidRecord {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly number?: string;
  readonly labels: Pick<Draft, 'state' | 'audience' | 'privilege'>;
  readonly faults: readonly Fault[];
}

function fieldsOf(group: readonly Row[], heading: readonly string[], { kind, columns, constants }: Mapping, targets: ReadonlyMap<string, Target>, desk: CellDesk): SaidRecord {
  const fields: Record<string, unknown> = {};
  const faults: Fault[] = [];
  let number: string | undefined;
  const labels = new Map(labelsOf(kind).map((label) => [label.path as string, label]));
  // Only names and values of labels' own options are put in.
  const said: Record<string, string> = {};
  const sayLabel = (path: string, text: string, line: number, column: string): void => {
    const label = labels.get(path);
    if (!label || label.name in said) return;
    const value = labelSaid(label, text);
    if (value === null) faults.push({ line, column, why: `"${text.trim().slice(0, 80)}" is none of ${Object.values(label.options).join(', ')}` });
    else said[label.name] = value;
  };
  const put = (holder: Record<string, unknown>, target: Target, key: string, text: string, line: number, column: string): void => {
    const said = cellValue(uncell(text), target, desk);
    if ('fault' in said) faults.push({ line, column, why: said.fault });
    else holder[key] = said.value;
  };
  for (const [index, row] of group.entries()) {
    const ofRows = new Map<string, Record<string, unknown>>();
    const fill = (path: string, text: string, column: string, isColumn: boolean): void => {
      const target = targets.get(path);
      if (!target) return;
      const [outer = '', inner] = path.split('.');
      if (target.rows !== undefined) {
        // A constant fills rows that a column has begun, and begins none.
        const holder = ofRows.get(outer) ?? (isColumn ? {} : undefined);
        if (!holder || (inner !== undefined && inner in holder)) return;
        ofRows.set(outer, holder);
        put(holder, target, inner ?? '', text, row.line, column);
      } else if (index === 0 && inner === undefined) {
        if (!(outer in fields)) put(fields, target, outer, text, row.line, column);
      } else if (index === 0 && inner !== undefined) {
        // Proof of the cast: only this line makes the group.
        const holder = (fields[outer] ??= {}) as Record<string, unknown>;
        if (!(inner in holder)) put(holder, target, inner, text, row.line, column);
      }
    };
    for (const [at, path] of columns.entries()) {
      const text = row.cells[at] ?? '';
      if (path === null || text.trim() === '') continue;
      if (path === numberPath) number ??= text.trim().slice(0, 60);
      else if (labels.has(path)) sayLabel(path, text, row.line, heading[at] ?? '');
      else fill(path, text, heading[at] ?? path, true);
    }
    for (const [path, text] of Object.entries(constants)) {
      if (text.trim() === '') continue;
      if (!labels.has(path)) fill(path, text, targets.get(path)?.label ?? path, false);
      else if (index === 0) sayLabel(path, text, row.line, labels.get(path)?.label ?? '');
    }
    for (const [outer, holder] of ofRows) fields[outer] = [...((fields[outer] as object[] | undefined) ?? []), holder];
  }
  return { fields: completed(kind, fields), faults, ...(number !== undefined && { number }), labels: said };
}

/** What the kind's own schema says against a draft. */
function malformed(draft: Draft): { field: string; why: string } | null {
  const kind = kindNamed(draft.kind);
  if (!kind) return { field: 'kind', why: 'there is no such kind of record' };
  const { kind: name, fields, caseId } = draft;
  const parsed = tryRecord({ id: 'x', kind: name, number: 'X-1', caseId, state: kind.initial, audience: kind.audience, privilege: kind.privilege, tags: [], fields });
  return parsed.ok ? null : parsed.failure;
}

/** The heading of the column that fills a field, or the words of the field. */
function columnName(field: string, heading: readonly string[], { columns, kind }: Mapping): string {
  const path = field.replace(/\.\d+(?=\.|$)/g, '');
  const at = columns.indexOf(path);
  return (at === -1 ? targetsOf(kind).find((target) => target.path === path)?.label : heading[at]) ?? field;
}

/** Finds the records that a cell means: by number, or by what they are called, in the case and in none. */
export function finder(reading: Reading, caseId: string | null): CellDesk['find'] {
  let named: Map<string, AnyRecord[]> | undefined;
  const plain = (text: string): string => text.trim().toLowerCase();
  const titles = (): Map<string, AnyRecord[]> => {
    if (named) return named;
    named = new Map();
    const around = kindNames.flatMap((name): AnyRecord[] => (name === 'evidence_text' || name === 'release' ? [] : reading.all(name)));
    for (const record of around) {
      if ((record.caseId !== null && record.caseId !== caseId) || isShell(record)) continue;
      // Proof of the cast: the kind's own schema parsed these fields when they were written.
      const title = plain(kindNamed(record.kind)?.title(record.fields) ?? '');
      named.set(title, [...(named.get(title) ?? []), record]);
    }
    return named;
  };
  return (text, kinds) => {
    const fits = (record: AnyRecord | undefined): record is AnyRecord => record !== undefined && !record.removed && (kinds.includes('*') || kinds.includes(record.kind));
    const byNumber = reading.get(text);
    return fits(byNumber) ? [byNumber.id] : (titles().get(plain(text)) ?? []).filter(fits).map((record) => record.id);
  };
}
