import { refuse } from '../../shared/failure/failure.ts';
import { sameValue } from '../../shared/records/diff.ts';
import type { Look } from '../../shared/records/kind.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { takeBack } from '../../shared/records/take-back.ts';
import type { Transaction } from '../vault/vault.ts';
import type { Act } from './act.ts';
import { checkGuards } from './guards.ts';
import { readImage, type StoredImage } from './journal-image.ts';
import { prepared } from './prepared.ts';
import type { Reading } from './reading.ts';
import { isShell, kindOf, type Seals } from './row.ts';
import { firstInTheWay } from './undo-in-the-way.ts';

/** An act, and the entries among which its own are. */
export interface ActPlace {
  readonly act: string;
  readonly from: number;
  readonly to: number;
}

/** An act's id begins with its instant, so its place in the journal is found without an index that every commit would have to write. */
export function placeOfAct(act: string, seqAt: (instant: number) => number): ActPlace {
  const instant = /^[0-9a-f]{12}-/.test(act) ? Number.parseInt(act.slice(0, 12), 16) : 0;
  return { act, from: seqAt(instant - 1), to: seqAt(instant) };
}

/** A record that an act changed: the first and the last of its entries in that act. */
export interface Taken {
  readonly record: string;
  readonly first: number;
  readonly last: number;
}
/** What an undo reads and writes through. */
export interface Undoing {
  readonly writing: Reading & Look;
  readonly put: Act['put'];
  readonly seals: Seals;
}

/** The records that an act changed, last first. Refuses `cannot-undo` where there is nothing to take back, or what it did was to erase. */
export function takenBy(tx: Transaction, { act, from, to }: ActPlace): Taken[] {
  const taken = prepared<Taken>(
    tx.db,
    'SELECT record, min(seq) AS first, max(seq) AS last FROM journal WHERE seq > ? AND seq <= ? AND act = ? GROUP BY record ORDER BY first DESC',
  ).all(from, to, act);
  if (prepared(tx.db, "SELECT 1 FROM journal WHERE seq > ? AND seq <= ? AND act = ? AND verb = 'erased' LIMIT 1").get(from, to, act) !== undefined)
    refuse({ code: 'cannot-undo', number: act, why: 'What it erased is gone.' });
  if (taken.length === 0) refuse({ code: 'cannot-undo', number: act, why: 'No change of this vault goes by this act.' });
  return taken;
}

/**
 * Takes back what an act did to one record: what the act set is written again as it stood before, what was set since stands, and a record that it
 * created is removed. Nothing is deleted and the undo can be undone. Gives the number. Refuses `undo-in-the-way` where the same was changed again since,
 * `cannot-undo` (with what to do instead) where an act is not undone by its kind (domain.md §7 U12) or the content before was erased.
 */
export function undoRecord(tx: Transaction, { record, first, last }: Taken, act: string, { writing, put, seals }: Undoing): string {
  const kind = prepared<{ kind: string }>(tx.db, 'SELECT kind FROM journal WHERE seq = ?').get(last)?.kind ?? '';
  const now = kindNamed(kind) && writing.get(record);
  if (!now) return refuse({ code: 'cannot-undo', number: act, why: 'It changed something that is not a record.' });
  if (now.erased) refuse({ code: 'cannot-undo', number: now.number, why: 'Its content was erased.' });
  if (now.sequestered) refuse({ code: 'cannot-undo', number: now.number, why: 'It is sequestered. Lift the sequestration, with the reason for it.' });
  if (isShell(now)) refuse({ code: 'compartment-closed', compartment: kindOf(now.kind).compartment ?? 'people' });
  const before = imageAt(tx, seals, now, first - 1);
  refuseFinal(now);
  if (before) refuseFinal(before);
  if (before?.sequestered) refuse({ code: 'cannot-undo', number: now.number, why: 'Sequester it again, with the authority for it.' });

  const reverted = isAsLeft(tx, { record, first, last }, { now, writing, seals }) ? before : without(tx, { record, first, last }, { before, now, seals });
  if (reverted) refuseTakingOut(now, reverted);
  const written: AnyRecord = reverted ?? { ...now, removed: { at: tx.at, by: tx.actor, reason: 'The act that created it was undone.' } };
  if (written.removed && !now.removed) checkGuards('remove', written, writing, now);
  put(written, 'undo', null, now);
  return now.number;
}

/** Whether the record stands as the act left it: nothing was written since, or all of it was taken back. What was undone is in nobody's way. */
function isAsLeft(tx: Transaction, { record, last }: Taken, { now, writing, seals }: { now: AnyRecord; writing: Reading; seals: Seals }): boolean {
  return writing.changed(record).seq === last || sameValue(imageAt(tx, seals, now, last), now);
}

/** The record as it stands, without what an earlier act did to it. Refuses `undo-in-the-way` where later entries touched the same, or rest on its being there. */
function without(tx: Transaction, taken: Taken, { before, now, seals }: { before: AnyRecord | undefined; now: AnyRecord; seals: Seals }): AnyRecord {
  if (!before) return refuse(firstInTheWay(tx.db, seals, now, taken.last, null));
  const after = imageAt(tx, seals, now, taken.last) ?? refuse({ code: 'cannot-undo', number: now.number, why: 'What it wrote was erased.' });
  refuseFinal(after);
  refuseTakingOut(after, before);
  const { record, inTheWay } = takeBack(before, after, now);
  return inTheWay.length === 0 ? record : refuse(firstInTheWay(tx.db, seals, now, taken.last, inTheWay));
}

/** An act on a record in a final state, or the move into one, is not undone: the kind says what to do instead. */
function refuseFinal(record: AnyRecord): void {
  const { final } = kindOf(record.kind);
  if (final?.states.includes(record.state)) refuse({ code: 'cannot-undo', number: record.number, why: final.instead });
}

/** Rows that are only ever added are not taken out by an undo either: the kind says what to do instead. */
function refuseTakingOut(now: AnyRecord, before: AnyRecord): void {
  const { onlyAdded } = kindOf(now.kind);
  if (!onlyAdded) return;
  const rows = (record: AnyRecord): number => {
    const list = record.fields[onlyAdded.field];
    return Array.isArray(list) ? list.length : 0;
  };
  if (rows(now) > rows(before)) refuse({ code: 'cannot-undo', number: now.number, why: onlyAdded.instead });
}

/** The record as the last entry up to `seq` left it; undefined when there was none yet. */
function imageAt(tx: Transaction, seals: Seals, now: AnyRecord, seq: number): AnyRecord | undefined {
  const stored = prepared<StoredImage>(
    tx.db,
    "SELECT kind, shape, compartment, image FROM journal WHERE record = ? AND seq <= ? AND verb <> 'erased' ORDER BY seq DESC LIMIT 1",
  ).get(now.id, seq);
  if (!stored) return undefined;
  return readImage(stored, seals)?.record ?? refuse({ code: 'cannot-undo', number: now.number, why: 'What stood there before was erased.' });
}
