import type { Database } from 'better-sqlite3-multiple-ciphers';
import { refuse } from '../../shared/failure/failure.ts';
import { filterables, filterNeedles, fitsFilters, type FieldFilter } from '../../shared/records/field-filter.ts';
import type { KindDefinition } from '../../shared/records/kind.ts';
import type { Where } from './list.ts';
import { prepared } from './prepared.ts';
import { isShell, type Row } from './row.ts';
import { rowColumns, type Source } from './source.ts';

type Found = Row & { readonly body: unknown };

/**
 * The rowids of those rows whose records meet the conditions. One rule for today, for the past and for sealed kinds: each record is read and looked at;
 * live ones whose text cannot meet a condition are left unread. A record whose content is closed to the person at work meets none: not even that it
 * states nothing is known of it. Refuses `misuse` for a field that the kind does not have.
 */
export function rowsFitting(source: Source, { where, values }: Where, kind: KindDefinition, filters: readonly FieldFilter[]): readonly number[] {
  const known = new Set(filterables(kind).map(({ key }) => key));
  const strange = filters.find(({ field }) => !known.has(field));
  if (strange) refuse({ code: 'misuse', why: `${kind.plural} have no field ${strange.field} to filter by` });

  if (source.record !== 'record' || kind.compartment !== undefined) return looked(source, { where, values }, kind, filters);
  // A window asks for a page and for the numbers of the same list, one after the other.
  const key = JSON.stringify([source.seq(), where, values, filters]);
  const last = lastOf.get(source.db);
  if (last?.key === key) return last.rows;
  const rows = looked(source, { where, values }, kind, filters);
  lastOf.set(source.db, { key, rows });
  return rows;
}

/** The last answer of a connection, good for the entry it was given at. */
const lastOf = new WeakMap<Database, { readonly key: string; readonly rows: readonly number[] }>();

function looked(source: Source, { where, values }: Where, kind: KindDefinition, filters: readonly FieldFilter[]): readonly number[] {
  const needles = source.body === 'r.body' && kind.compartment === undefined ? filters.flatMap((filter) => toHold(filterNeedles(kind, filter))) : [];
  const all = [where, ...needles.map(() => 'EXISTS (SELECT 1 FROM json_each(?) needle WHERE instr(r.body, needle.value) > 0)')].join(' AND ');
  const rows = prepared<Found>(source.db, `SELECT ${rowColumns}, ${source.body} AS body FROM ${source.record} r WHERE ${all}`);
  const fitting: number[] = [];
  for (const row of rows.iterate(...values, ...needles)) {
    const record = source.open(row, row.body);
    if (!isShell(record) && fitsFilters(kind, record, filters)) fitting.push(row.rowid);
  }
  return fitting;
}

/** The texts of which one must be there: no JSON is read of a row without, so that most rows of a long list cost a look through their bytes. */
const toHold = (needles: readonly string[] | null): readonly string[] => (needles === null ? [] : [JSON.stringify(needles)]);
