import { kindNamed } from '../../shared/records/kinds.ts';
import { prepared } from './prepared.ts';
import { isShell, type Row } from './row.ts';
import { sealedBody } from './slim-row.ts';
import { rowColumns, type Source } from './source.ts';

/** How a record is called where another names it: nothing of one whose content is closed but that it is there. */
export interface Name {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly state: string;
}
export interface LinkName extends Name {
  readonly role: string;
}
type Found = Row & { readonly body: unknown };

/** Titles stand in a column of their own, so that no body is read to name a record, but for the sealed kinds, whose columns say nothing. */
const columns = (source: Source): string => `${rowColumns}, ${sealedBody(source.body)} AS body`;

function nameIn(source: Source, row: Found): Name {
  const { id, number, kind, state } = row;
  return { id, number, kind, state, title: row.body === null ? row.title : sealedTitle(source, row) };
}

function sealedTitle(source: Source, row: Found): string {
  const record = source.open(row, row.body);
  return isShell(record) ? '' : (kindNamed(row.kind)?.title(record.fields) ?? '');
}

/** What links to a record, oldest first, once for every role in which it does; removed records left out. The source is prepared for the records around it. */
export function namesLinkingTo(source: Source, id: string): LinkName[] {
  const sql = `SELECT l.role, ${columns(source)} FROM ${source.link} l JOIN ${source.record} r ON r.id = l."from" WHERE l."to" = ? AND r.closed < 2 ORDER BY r.rowid, l.role`;
  return prepared<Found & { role: string }>(source.db, sql)
    .all(id)
    .map((row) => ({ role: row.role, ...nameIn(source, row) }));
}

/** What a record links to, by role; removed ones too, because a link stays true of what it named. The source is prepared for the records around it. */
export function namesLinkedBy(source: Source, id: string): LinkName[] {
  const sql = `SELECT l.role, ${columns(source)} FROM ${source.link} l JOIN ${source.record} r ON r.id = l."to" WHERE l."from" = ? ORDER BY l.role, r.rowid`;
  return prepared<Found & { role: string }>(source.db, sql)
    .all(id)
    .map((row) => ({ role: row.role, ...nameIn(source, row) }));
}

/** How these records are called, in the order of their ids here; those that are not there are left out. */
export function namesOf(source: Source, ids: Iterable<string>): Name[] {
  return [...ids].flatMap((id) => {
    const row = rowNamed(source, id);
    return row === undefined ? [] : [nameIn(source, row)];
  });
}

/** Of today's records no body is read that is not needed; of those of the past each is found by its last entry, whose tables need not be built for that. */
function rowNamed(source: Source, id: string): Found | undefined {
  if (source.record === 'record') return prepared<Found>(source.db, `SELECT ${columns(source)} FROM record r WHERE r.id = ?`).get(id);
  const row = source.find('id', id);
  return row && { ...row, body: isSealed(row.kind) ? row.body : null };
}

const isSealed = (kind: string): boolean => kindNamed(kind)?.compartment !== undefined;
