import type { Now } from '../../shared/calendar/clock.ts';
import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { lookingAt, type Looking } from '../../shared/records/binding-hour.ts';
import type { Audience, Privilege } from '../../shared/records/field.ts';
import type { KindName, RecordOf } from '../../shared/records/kinds.ts';
import { parseRecord } from '../../shared/records/parse.ts';
import type { AnyRecord, Common } from '../../shared/records/record.ts';
import type { Transaction } from '../vault/vault.ts';
import { beginAct } from './act.ts';
import { refuseChangedSince } from './changed-since.ts';
import { checkGuards } from './guards.ts';
import { refuseHidden } from './hidden.ts';
import { movedTo, refuseUnwritable } from './may-write.ts';
import { liveSource } from './live-source.ts';
import { readingOf, type Reading } from './reading.ts';
import { isShell, kindOf, type Seals } from './row.ts';
import { firstWithBytes } from './same-bytes.ts';
import { uuidV7 } from './uuid-v7.ts';

type PrivilegeBasis = NonNullable<Common['privilegeBasis']>;

export interface NewRecord<Fields> {
  readonly caseId: string | null;
  readonly fields: Fields;
  readonly audience?: Audience | undefined;
  readonly named?: readonly string[] | undefined;
  readonly privilege?: Privilege | undefined;
  readonly privilegeBasis?: PrivilegeBasis | undefined;
  readonly tags?: readonly string[] | undefined;
  /** What comes in and is not new: a state other than the first, whose conditions are then met all the same. */
  readonly state?: string | undefined;
  /** Imports only: the number it had elsewhere, kept as `formerNumber`. */
  readonly number?: string | undefined;
  /** Imports only: an id from `newId`, where records of one act link to each other. */
  readonly id?: string | undefined;
}
export interface Patch {
  /** Replaces the named fields; null takes one away. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  readonly audience?: Audience | undefined;
  readonly privilege?: Privilege | undefined;
  readonly named?: readonly string[] | null | undefined;
  readonly privilegeBasis?: PrivilegeBasis | null | undefined;
  readonly tags?: readonly string[] | undefined;
  /** The entry that the change is based on; refuses `changed-since` when the record has a later one. */
  readonly seq?: number | undefined;
}

/** Reading and writing inside one act. Every reading sees what the act has written so far. Good only until the act ends. */
export interface Writing extends Reading {
  /** The day it is for the person at work: with it, a writing is what guards look through. */
  readonly today: string;
  readonly looking: Looking;
  readonly act: string;
  /** What it all happens in: for the rows of stored files, which must commit with the records that name them. */
  readonly transaction: Transaction;
  /** Instant of the act, and who acts. */
  readonly at: number;
  readonly actor: string;
  /** The first exhibit that holds these bytes and that a record of this case may link to, removed ones left out. */
  firstWithBytes(sha256: string, caseId: string | null): RecordOf<'evidence_item'> | undefined;
  newId(): string;
  create<K extends KindName>(kind: K, input: NewRecord<RecordOf<K>['fields']>): RecordOf<K>;
  /** `create` where the kind is not known at compile time. Refuses `record-malformed`. */
  createAny(kind: string, input: NewRecord<Readonly<Record<string, unknown>>>): AnyRecord;
  /** A patch that changes nothing writes nothing. */
  update(id: string, patch: Patch, reason?: string): AnyRecord;
  move(id: string, to: string, reason?: string): AnyRecord;
  /** Soft removal, with its reason; refused under a hold. */
  remove(id: string, reason: string): AnyRecord;
  restore(id: string, reason?: string): AnyRecord;
}

export interface Desk {
  readonly now: () => Now;
  readonly random: (bytes: number) => Uint8Array;
  readonly seals: Seals;
}

/** The day it is for the person at work. */
export const todayOf = ({ instant, zone }: Now): string => dayText(momentAt(instant, zone).day);
export const lookingOf = ({ instant, zone }: Now): Looking => lookingAt(instant, zone);

/** A writing in `tx`, and what must be called before it commits: at once, or record by record to its end. */
export function writingIn(
  tx: Transaction,
  desk: Desk,
  actReason: string | null,
): { writing: Writing; act: ReturnType<typeof beginAct>; finish: () => void; finishing: () => Generator<void> } {
  const reading = readingOf(liveSource(tx.db, desk.seals));
  const act = beginAct(tx, desk.seals, actReason);
  const newId = () => uuidV7(desk.now().instant, desk.random);

  /** The record read last, and the entry at which it was: an act over many looks at each and then changes it, and reading costs as much as writing its row. */
  let last: { readonly record: AnyRecord; readonly seq: number } | undefined;
  const require = (idOrNumber: string): AnyRecord => {
    if (last?.seq === tx.seq && last.record.id === idOrNumber) return last.record;
    const record = reading.require(idOrNumber);
    last = { record, seq: tx.seq };
    return record;
  };

  /** The record as it may be written: it exists, its content is open to the person at work, and it is not removed. */
  const writable = (id: string): AnyRecord => {
    const record = require(id);
    refuseUnwritable(record);
    return record;
  };

  const create = (kindName: string, input: NewRecord<Readonly<Record<string, unknown>>>): AnyRecord => {
    const kind = kindOf(kindName);
    const { caseId, fields, audience, named, privilege, privilegeBasis, tags, state, number } = input;
    // Parsed before a number is given, so that a malformed record leaves no gap.
    const draft = {
      id: input.id ?? newId(),
      kind: kindName,
      number: `${kind.prefix}-new`,
      caseId,
      state: state ?? kind.initial,
      audience: audience ?? kind.audience,
      privilege: privilege ?? kind.privilege,
      tags: tags ?? [],
      fields,
      ...(named && { named }),
      ...(privilegeBasis && { privilegeBasis }),
      ...(number !== undefined && { formerNumber: number }),
    };
    const record: AnyRecord = { ...parseRecord(draft), number: act.giveNumber(kind.prefix) };
    act.put(record, 'create', null, undefined);
    return record;
  };

  const writing: Writing = {
    // A spread would read `seq` once and keep it.
    get seq() {
      return reading.seq;
    },
    get: reading.get,
    require,
    list: reading.list,
    numbers: reading.numbers,
    firstLines: reading.firstLines,
    rowsOf: reading.rowsOf,
    counts: reading.counts,
    all: reading.all,
    open: reading.open,
    openDue: reading.openDue,
    hanging: reading.hanging,
    inCase: reading.inCase,
    linkingTo: reading.linkingTo,
    linksOf: reading.linksOf,
    namesAround: reading.namesAround,
    names: reading.names,
    changed: reading.changed,
    signatures: reading.signatures,
    act: tx.act,
    transaction: tx,
    at: tx.at,
    actor: tx.actor,
    get today() {
      return todayOf(desk.now());
    },
    get looking() {
      return lookingOf(desk.now());
    },
    firstWithBytes: (sha256, caseId) => firstWithBytes(tx.db, desk.seals, sha256, caseId),
    newId,
    // Proof of the cast: `createAny` parses with the schema of this very kind.
    create: (kind, input) => create(kind, input) as unknown as RecordOf<typeof kind>,
    createAny: create,

    update: (id, patch, reason) => {
      const before = writable(id);
      refuseChangedSince(reading, before, patch.seq);
      const record = parseRecord(patched(before, patch), before.number);
      if (JSON.stringify(record) === JSON.stringify(before)) return before;
      act.put(record, 'update', reason ?? null, before);
      return record;
    },

    move: (id, to, reason) => {
      const before = writable(id);
      const record = movedTo(before, to, writing);
      act.put(record, 'move', reason ?? null, before);
      return record;
    },

    remove: (id, reason) => {
      const before = writable(id);
      if (reason.trim() === '') refuse({ code: 'reason-missing', number: before.number, act: 'remove' });
      const record: AnyRecord = { ...before, removed: { at: tx.at, by: tx.actor, reason } };
      checkGuards('remove', record, writing, before);
      const left = before.kind === 'case' ? reading.inCase(before.id) : [];
      if (left.length > 0) refuse({ code: 'guard', number: before.number, guard: 'not-empty', facts: left.slice(0, 20).map((inside) => `${inside.number} is in it.`) });
      act.put(record, 'remove', reason, before);
      return record;
    },

    restore: (id, reason) => {
      const before = reading.require(id);
      refuseHidden(before);
      if (isShell(before)) refuse({ code: 'compartment-closed', compartment: kindOf(before.kind).compartment ?? 'people' });
      const { removed, ...record } = before;
      if (!removed) return before;
      act.put(record, 'restore', reason ?? null, before);
      return record;
    },
  };
  return { writing, act, finish: () => act.finish(writing), finishing: () => act.finishing(writing) };
}

/** `before` with the patch laid over it; a field that is null or undefined in the patch is taken away. */
function patched(before: AnyRecord, patch: Patch): unknown {
  const { audience, privilege, privilegeBasis, tags } = patch;
  const named = patch.named === undefined ? before.named : patch.named;
  const fields = Object.fromEntries(Object.entries({ ...before.fields, ...patch.fields }).filter(([, value]) => value !== null && value !== undefined));
  const basis = privilegeBasis === undefined ? before.privilegeBasis : privilegeBasis;
  const { privilegeBasis: _replaced, named: _named, ...rest } = before;
  return {
    ...rest,
    fields,
    audience: audience ?? before.audience,
    privilege: privilege ?? before.privilege,
    tags: tags ?? before.tags,
    ...(named && { named }),
    ...(basis && { privilegeBasis: basis }),
  };
}
