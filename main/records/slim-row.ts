import type { SlimRow } from '../../shared/contract/slim-row.ts';
import { chosenColumns, dayColumns, shownColumns } from '../../shared/records/columns.ts';
import { kindNamed, kinds } from '../../shared/records/kinds.ts';
import { isShell, kindOf, type Row } from './row.ts';
import type { Source } from './source.ts';

/** Kinds whose lists show more than the title, or whose day a person recorded: only their bodies are read for a list. Kinds with long texts show none. */
const showing: ReadonlySet<string> = new Set(
  Object.values<{ kind: string; fields: Readonly<Record<string, { column?: unknown }>>; dated?: unknown }>(kinds)
    .filter((kind) => kind.dated !== undefined || Object.values(kind.fields).some((field) => field.column))
    .map((kind) => kind.kind),
);
/** Kinds that no window keeps and no search finds. */
export const sealedKinds: readonly string[] = Object.values<{ kind: string; compartment?: string }>(kinds)
  .filter((kind) => kind.compartment !== undefined)
  .map((kind) => kind.kind);

const list = (names: Iterable<string>) => [...names].map((name) => `'${name}'`).join(', ');

/** The expression that reads a body only where the kind shows something of it, or where more is asked of `besides`. Kind names are ours, never typed. */
export const slimBody = (body: string, besides?: string) =>
  `CASE WHEN r.kind IN (${list(new Set([...showing, ...sealedKinds, ...(besides !== undefined && kindNamed(besides) ? [besides] : [])]))}) THEN ${body} END`;
/** The expression that reads a body only of the sealed kinds, whose columns say nothing. */
export const sealedBody = (body: string) => (sealedKinds.length === 0 ? 'NULL' : `CASE WHEN r.kind IN (${list(sealedKinds)}) THEN ${body} END`);
export const notSealed = sealedKinds.length === 0 ? '' : ` AND r.kind NOT IN (${list(sealedKinds)})`;

/** Only the sealed ones. */
export const ofSealed = `r.kind IN (${list(sealedKinds)})`;

/** What a list shows of a record: the columns, and the kind's own columns as text, or those that were chosen. */
export function slimRow(source: Source, row: Row, body: unknown, columns?: readonly string[]): SlimRow {
  const slim = { id: row.id, kind: row.kind, number: row.number, caseId: row.case_id, state: row.state, title: row.title, due: row.due, closed: row.closed !== 0, seq: row.seq };
  if (body === null || body === undefined) return slim;
  const record = source.open(row, body);
  if (isShell(record)) return slim;
  const kind = kindOf(row.kind);
  const title = kind.compartment ? kind.title(record.fields) : row.title;
  const told = { ...slim, title, ...dayColumns(kind, record, row.due) };
  if (columns !== undefined) return { ...told, ...chosenColumns(kind.fields, record.fields, columns, (id) => nameOf(source, id)) };
  return { ...told, shown: shownColumns(kind.fields, record.fields) };
}

/** How a linked record stands in a column: its number and its title, as far as the table of records says it. */
function nameOf(source: Source, id: string): string | undefined {
  const row = source.find('id', id);
  return row === undefined ? undefined : `${row.number} ${row.title}`.trim();
}
