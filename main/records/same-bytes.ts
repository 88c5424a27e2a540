import { isKind, type RecordOf } from '../../shared/records/kinds.ts';
import type { Database } from '../vault/vault.ts';
import { prepared } from './prepared.ts';
import { recordOf, type Row, type Seals } from './row.ts';
import { rowColumns } from './source.ts';

/**
 * A row `r` is an exhibit with the bytes of this digest: word for word the expression of the index `record_bytes`, or it is not used. Ask for `+r.closed`
 * beside it: the plus keeps the planner from the index of the kinds, by which it would read every exhibit.
 */
export const holdsBytes = "r.kind = 'evidence_item' AND CASE WHEN json_valid(r.body) THEN r.body ->> '$.fields.original.sha256' END = ?";

const first = `SELECT ${rowColumns}, r.body FROM record r WHERE ${holdsBytes} AND +r.closed < 2 AND (? IS NULL OR r.case_id IS NULL OR r.case_id = ?) ORDER BY r.rowid LIMIT 1`;

/** The first exhibit with these bytes, of this case or of none; of any case for one that belongs to none. Removed ones are left out. */
export function firstWithBytes(db: Database, seals: Seals, sha256: string, caseId: string | null): RecordOf<'evidence_item'> | undefined {
  const row = prepared<Row & { body: string }>(db, first).get(sha256, caseId, caseId);
  const record = row && recordOf(row, row.body, seals);
  return record && isKind(record, 'evidence_item') ? record : undefined;
}
