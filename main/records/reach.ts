import { refuse } from '../../shared/failure/failure.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Database } from '../vault/vault.ts';
import { typedNumber } from './number.ts';
import { prepared } from './prepared.ts';
import { holdsBytes } from './same-bytes.ts';
import { columnsOf, kindOf, recordOf, type Row, type Seals } from './row.ts';
import { rowColumns } from './source.ts';

type Found = Row & { readonly body: string | Uint8Array };

/** Kinds that stay what they are: what left, who signed, and the frames of everything else. */
const never: ReadonlySet<string> = new Set(['release', 'approval', 'case', 'legal_hold']);

/** The record as it stands in the vault, sequestered or not. Refuses `record-not-found`, `compartment-closed`. */
export function wholeRecord(db: Database, seals: Seals, idOrNumber: string): AnyRecord {
  const sql = `SELECT ${rowColumns}, r.body FROM record r WHERE r.id = ? OR r.number = ?`;
  const row = prepared<Found>(db, sql).get(idOrNumber, typedNumber(idOrNumber) ?? idOrNumber) ?? refuse({ code: 'record-not-found', number: idOrNumber });
  return opened(row, seals);
}

function opened(row: Found, seals: Seals): AnyRecord {
  if (typeof row.body !== 'string' && seals.unseal('people', row.body) === null) refuse({ code: 'compartment-closed', compartment: kindOf(row.kind).compartment ?? 'people' });
  return recordOf({ ...row, closed: 0 }, row.body, seals);
}

export const digestOf = (record: AnyRecord): string | null => {
  const original = record.kind === 'evidence_item' ? record.fields['original'] : undefined;
  return typeof original === 'object' && original !== null && 'sha256' in original && typeof original.sha256 === 'string' ? original.sha256 : null;
};

/** The stored bytes that are of this record alone: results of a screening, a roster that was kept. */
export function ownBytesOf(record: AnyRecord): string[] {
  const at = record.kind === 'screening' ? record.fields['results'] : record.kind === 'roster' ? record.fields['sealed'] : undefined;
  return typeof at === 'object' && at !== null && 'sha256' in at && typeof at.sha256 === 'string' ? [at.sha256] : [];
}

/**
 * All records that hold the content of those named: themselves, every exhibit with the same bytes (the bytes are stored once, so they go or stay for
 * all), the words that were read from them, and the corrections that quote what they said. Refuses `misuse` for kinds that are never closed, and for what was erased already.
 */
export function reachOf(db: Database, seals: Seals, numbers: readonly string[]): AnyRecord[] {
  const reached = new Map<string, AnyRecord>();
  const add = (record: AnyRecord): void => {
    if (reached.has(record.id)) return;
    if (never.has(record.kind))
      refuse({ code: 'misuse', why: `${record.number} is a ${kindOf(record.kind).label.toLowerCase()}, and stays: it says what was done, or holds the rest together.` });
    if (record.erased) refuse({ code: 'misuse', why: `The content of ${record.number} was erased already.` });
    reached.set(record.id, record);
    const digest = digestOf(record);
    const same = `SELECT ${rowColumns}, r.body FROM record r WHERE ${holdsBytes} AND +r.closed < 4`;
    if (digest !== null) for (const row of prepared<Found>(db, same).all(digest)) add(opened(row, seals));
    const texts = `SELECT ${rowColumns}, r.body FROM record r WHERE r.kind = 'evidence_text' AND r.closed < 4 AND r.id IN (SELECT "from" FROM link WHERE "to" = ?)`;
    for (const row of prepared<Found>(db, texts).all(record.id)) add(opened(row, seals));
    const quoting = `SELECT ${rowColumns}, r.body FROM record r WHERE r.kind = 'correction' AND r.closed < 4 AND r.id IN (SELECT "from" FROM link WHERE "to" = ? AND role = 'changed_fact')`;
    for (const row of prepared<Found>(db, quoting).all(record.id)) add(opened(row, seals));
  };
  for (const number of numbers) add(wholeRecord(db, seals, number));
  return [...reached.values()];
}

/** What a person sees of a record in a list of what will be touched. */
export const namedTitle = (record: AnyRecord): string => (record.sequestered ? '' : columnsOf(record, kindOf(record.kind)).title);

export const labelOf = (record: AnyRecord): string => kindNamed(record.kind)?.label ?? record.kind;
