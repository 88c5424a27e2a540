import { approvalsOf } from '../../shared/records/approvals.ts';
import { earlierFields, versionStands, type EarlierField } from '../../shared/records/earlier.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Database } from '../vault/vault.ts';
import { numberOf } from './history.ts';
import { readImage, type StoredImage } from './journal-image.ts';
import { refuseUnwritable } from './may-write.ts';
import { prepared } from './prepared.ts';
import type { Reading } from './reading.ts';
import { kindOf, type Seals } from './row.ts';
import type { Writing } from './writing.ts';

export interface EarlierVersion {
  readonly number: string;
  /** The entry that left the record so, when, and by whom. */
  readonly entry: number;
  readonly at: number;
  readonly actor: string;
  readonly fields: readonly EarlierField[];
  /** Why nothing of it is brought back, with what to do instead. */
  readonly instead: string | null;
  /** The last entry of the record as it stands: what the person looks at. */
  readonly seq: number;
}
export interface RestoreEarlier {
  readonly number: string;
  readonly entry: number;
  readonly fields: readonly string[];
  readonly seq: number;
  readonly reason: string;
}
type Stored = StoredImage & { readonly at: number; readonly actor: string };

/**
 * What a record said after one of its entries and does not say now. Refuses `record-not-found` where the entry is none of it, `cannot-restore` where its content was erased, and
 * whatever a change of the record would refuse: it is removed, sealed, sequestered.
 */
export function earlierVersion(db: Database, seals: Seals, reading: Reading, number: string, entry: number): EarlierVersion {
  const now = reading.require(number);
  refuseUnwritable(now);
  const kind = kindOf(now.kind);
  const { then, at, actor } = imageOf(db, seals, now, entry);
  return {
    number: now.number,
    entry,
    at,
    actor,
    fields: earlierFields(kind, now, then, signedOf(reading, now), numberOf({ db })),
    instead: versionStands(kind, now),
    seq: reading.changed(now.id).seq,
  };
}

/**
 * Writes the earlier wording of some fields as a change of its own, with its reason; everything else of the record stands. All that is checked of a change is
 * checked of this one. Refuses `cannot-restore` for what is never brought back (domain.md §7 U12), naming what to do instead, and `changed-since`.
 */
export function restoreEarlier(writing: Writing, seals: Seals, { number, entry, fields, seq, reason }: RestoreEarlier): AnyRecord {
  const { db } = writing.transaction;
  const now = writing.require(number);
  const version = earlierVersion(db, seals, writing, number, entry);
  if (version.instead !== null) refuse({ code: 'cannot-restore', number: now.number, why: version.instead });
  const { then } = imageOf(db, seals, now, entry);
  const wanted = fields.map((name) => {
    const field = version.fields.find((one) => one.field === name) ?? refuse({ code: 'misuse', why: `“${name}” says the same now as in entry ${entry}` });
    if (field.why !== null) refuse({ code: 'cannot-restore', number: now.number, why: `${field.label}: ${field.why}` });
    return [name, then.fields[name] ?? null] as const;
  });
  return writing.update(now.id, { fields: Object.fromEntries(wanted), seq }, reason);
}

function imageOf(db: Database, seals: Seals, now: AnyRecord, entry: number): { readonly then: AnyRecord; readonly at: number; readonly actor: string } {
  const stored = prepared<Stored>(db, "SELECT at, actor, kind, shape, compartment, image FROM journal WHERE seq = ? AND record = ? AND verb <> 'erased'").get(entry, now.id);
  if (!stored) return refuse({ code: 'record-not-found', number: `${now.number}, entry ${entry}` });
  const then = readImage(stored, seals)?.record ?? refuse({ code: 'cannot-restore', number: now.number, why: 'What stood there was erased.' });
  return { then, at: stored.at, actor: stored.actor };
}

/** The fields for which somebody signed as they stand, with who. */
function signedOf(reading: Reading, now: AnyRecord): ReadonlyMap<string, string> {
  const rule = kindOf(now.kind).approvals;
  if (!rule) return new Map();
  const standing = approvalsOf(now, rule, reading).filter(({ standing: holds }) => holds === 'holds');
  return new Map(standing.flatMap(({ name }) => rule.covers.map((field) => [field, name ?? 'Somebody'] as const)));
}
