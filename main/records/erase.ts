import { refuse } from '../../shared/failure/failure.ts';
import { blank } from '../../shared/records/blank.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Blobs, Transaction } from '../vault/vault.ts';
import type { Act } from './act.ts';
import { checkGuards } from './guards.ts';
import { prepared } from './prepared.ts';
import { isShell, kindOf } from './row.ts';
import type { Writing } from './writing.ts';

export interface Erasing {
  readonly number: string;
  /** Under what authority: a clawback notice, a protective order, a duty of privacy. */
  readonly authority: string;
  readonly reason: string;
}
export const erasedWords = 'Erased';
/** What is true of this vault itself, and what holds others. */
const neverErased: readonly string[] = ['case', 'release', 'approval', 'legal_hold'];

/**
 * Erases what a record says (domain.md §7 U7): the record as it stands, every image of it in the journal, its words in search, its drafts; of an exhibit also its text and, unless
 * another exhibit has the same bytes, the key of the bytes; and the corrections it raised, which quote it. Number, kind and the fact of the erasure stay, and the chain still
 * verifies. Refuses `held` under a legal hold or an agency's request (15 CFR 762.6(b)), `reason-missing` without authority and reason, `misuse` for a kind that is never
 * erased. It cannot be undone.
 */
export function eraseIn(tx: Transaction, { writing, put }: { writing: Writing; put: Act['put'] }, blobs: Blobs, erasing: Erasing): string[] {
  const record = writing.require(erasing.number);
  if (neverErased.includes(record.kind)) refuse({ code: 'misuse', why: `${record.number} is a ${kindOf(record.kind).label.toLowerCase()}: such a record is never erased.` });
  if (erasing.authority.trim() === '' || erasing.reason.trim() === '') refuse({ code: 'reason-missing', number: record.number, act: 'erase' });
  const beside = [
    ...writing.linkingTo(record.id, 'text of').filter((one) => one.kind === 'evidence_text'),
    ...writing.linkingTo(record.id, 'changed_fact').filter((one) => one.kind === 'correction'),
  ];
  const all = [record, ...beside];
  // Every one of them is looked at before the first is written.
  for (const one of all) {
    if (isShell(one)) refuse({ code: 'compartment-closed', compartment: kindOf(one.kind).compartment ?? 'people' });
    checkGuards('remove', gone(one, writing, erasing), writing, one);
  }
  const sha256 = digestOf(record);
  // What is freed is overwritten: the words must not stay behind in free pages of rows, search and journal.
  tx.db.pragma('secure_delete=ON');
  for (const one of all) eraseOne(tx, writing, put, one, erasing);
  if (sha256 !== null && !writing.all('evidence_item').some((item) => item.id !== record.id && digestOf(item) === sha256)) blobs.forget(tx, sha256);
  tx.db.pragma('secure_delete=ON');
  // An index forgets a word only when its segments are put together anew.
  prepared(tx.db, "INSERT INTO fts(fts) VALUES ('optimize')").run();
  tx.db.pragma('secure_delete=OFF');
  return all.map((one) => one.number);
}

function gone(record: AnyRecord, writing: Writing, { authority, reason }: Erasing): AnyRecord {
  const { formerNumber: _former, privilegeBasis: _basis, ...rest } = record;
  const fields = blank(kindOf(record.kind).fields, record.fields, erasedWords);
  return { ...rest, tags: [], fields, removed: { at: writing.at, by: writing.actor, reason: `Erased under ${authority.trim()}: ${reason.trim()}` } };
}

function eraseOne(tx: Transaction, writing: Writing, put: Act['put'], record: AnyRecord, erasing: Erasing): void {
  const seq = put(gone(record, writing, erasing), 'remove', `${erasing.authority.trim()}: ${erasing.reason.trim()}`, record);
  const before = prepared<{ seq: number }>(tx.db, "SELECT seq FROM journal WHERE record = ? AND seq < ? AND image IS NOT NULL AND verb <> 'erased'").all(record.id, seq);
  const seqs = before.map((entry) => entry.seq);
  prepared(tx.db, 'DELETE FROM draft WHERE record = ?').run(record.id);
  tx.erase(seqs, { record: record.id, kind: record.kind, shape: kindOf(record.kind).shape, authority: erasing.authority.trim() });
}

function digestOf(record: AnyRecord): string | null {
  const original: unknown = record.fields['original'];
  const digest: unknown = typeof original === 'object' && original !== null && 'sha256' in original ? original.sha256 : undefined;
  return typeof digest === 'string' ? digest : null;
}
