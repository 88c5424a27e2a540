import { refuse, type Failure } from '../../shared/failure/failure.ts';
import { gravest } from '../../shared/law/rule.ts';
import type { FactAnswer } from '../../shared/law/from-fact.ts';
import type { LawBook } from '../../shared/law/law-book.ts';
import { atOnce } from '../../shared/records/at-once.ts';
import { kindNamed, type RecordOf } from '../../shared/records/kinds.ts';
import type { JsonObject } from '../../shared/records/json.ts';
import { dateWords } from '../../shared/records/date-words.ts';
import { groundDate, startingOn, type GroundDate } from '../../shared/records/views/ground-date.ts';
import { recordedDates, recomputed, sameDays, type Dates } from '../../shared/records/views/recomputed.ts';
import { reviewOf } from '../../shared/records/approvals.ts';
import { deadlineApprovals } from '../../shared/records/kinds/deadline-guards.ts';
import { lawOf } from './law-of.ts';
import type { Reading } from './reading.ts';
import { isShell } from './row.ts';
import type { Records } from './records.ts';
import type { Writing } from './writing.ts';

type Deadline = RecordOf<'deadline'>;

/** A running deadline whose date no longer follows from what is recorded, or whose ground has changed. */
export interface MovedDate {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly before: Dates;
  /** Null where it can't be counted any more, or where only its ground changed. */
  readonly after: Dates | null;
  readonly failure: Failure | null;
  /** The record that starts the time, when it was changed or changed by another after this date was computed. */
  readonly ground: {
    readonly number: string;
    readonly title: string;
    readonly by: string | null;
    /** What it says now of the date the time runs from; `other`: it was counted again from the new one. */
    readonly says: GroundDate['says'];
    /** That date in words, before and now; empty where it is not another. */
    readonly was: string;
    readonly now: string;
  } | null;
  /** Counsel confirmed the date: it moves only where counsel confirms the new one. */
  readonly confirmed: boolean;
  /** Why it can't be approved here; null when it can. */
  readonly instead: 'override' | 'look' | null;
}

/** Every open deadline counted again, one at a time: those whose dates differ from what is recorded, and those whose ground changed since. */
export function* movedInPieces(reading: Reading): Generator<void, { readonly moved: MovedDate[]; readonly checked: number }> {
  const book = lawOf(reading);
  const all = reading.open('deadline');
  const moved: MovedDate[] = [];
  for (const one of all) {
    yield;
    const found = movedDate(reading, one, book);
    if (found) moved.push(found);
  }
  return { moved, checked: all.length };
}

export const movedDates = (reading: Reading) => atOnce(movedInPieces(reading));

function movedDate(reading: Reading, one: Deadline, book: LawBook): MovedDate | null {
  const { ground, counted } = fromGround(reading, one);
  const again = recomputed(counted, book);
  if ((again === null || again.to === 'same') && ground === null) return null;
  const confirmed = isConfirmed(reading, one);
  const told = { number: one.number, title: one.fields.title, state: one.state, ground, confirmed };
  if (again === null || again.to === 'same') return { ...told, before: recordedDates(one), after: null, failure: null, instead: 'look' };
  if (again.to === 'stuck') return { ...told, before: again.before, after: null, failure: again.failure, instead: 'look' };
  const instead = confirmed && isGrave(one) ? (sameDays(again.before, again.after) ? 'look' : 'override') : null;
  return { ...told, before: again.before, after: again.after, failure: null, instead };
}

const isConfirmed = (reading: Reading, one: Deadline): boolean => one.state !== 'proposed' && reviewOf(one, deadlineApprovals, reading).by !== null;

/** A date whose lateness cannot be repaired is confirmed by two: a list is no place for that. */
const isGrave = ({ fields: { consequence } }: Deadline): boolean => gravest.some((grave) => grave === consequence);

/**
 * What starts the time, when it was written to, or amended, after the deadline last was; and the deadline as it is to be counted: from the date that the record
 * gives now, where that can be told. A record that was changed and still gives the same date is no news.
 */
function fromGround(reading: Reading, one: Deadline): { readonly ground: MovedDate['ground']; readonly counted: Deadline } {
  const id = one.fields.trigger?.record;
  const ground = id === undefined ? undefined : reading.get(id);
  if (ground === undefined) return { ground: null, counted: one };
  const since = reading.changed(one.id).seq;
  const changed = reading.changed(ground.id).seq > since;
  const amending = reading.linkingTo(ground.id, 'relates').find((other) => reading.changed(other.id).seq > since);
  if (!changed && amending === undefined) return { ground: null, counted: one };
  const date = isShell(ground) ? { says: 'no-such-date' as const } : groundDate(one.fields, kindNamed(ground.kind)?.fields ?? {}, ground.fields);
  if (date.says === 'same' && amending === undefined) return { ground: null, counted: one };
  const other = changed && date.says === 'other' ? date.fact : null;
  const was = one.fields.trigger?.value;
  const title = isShell(ground) ? '' : (kindNamed(ground.kind)?.title(ground.fields) ?? '');
  const told = { number: ground.number, title, by: changed ? null : (amending?.number ?? null), says: date.says };
  return other === null
    ? { ground: { ...told, was: '', now: '' }, counted: one }
    : { ground: { ...told, was: was === undefined ? '' : dateWords(was), now: dateWords(other) }, counted: startingOn(one, other) };
}

/**
 * Records the dates as they are counted now, of the deadlines that counsel approved, in one act; a date that was confirmed is then confirmed anew with
 * the key of whoever approves, because what they signed before was another date. Refuses `record-not-found`, and `guard` for one that has not
 * moved or that takes two to confirm; then nothing is changed.
 */
export async function approveMoved(records: Records, numbers: readonly string[], by: { readonly name: string; readonly today: string }, reason: string): Promise<string> {
  const { result: toSign, act } = await records.change(reason, (writing) => recordMoved(writing, records.reading(), numbers, by, reason));
  for (const number of toSign) await records.approve({ number, role: 'approver' });
  return act;
}

/** Gives the numbers of those that were confirmed before. */
function recordMoved(writing: Writing, reading: Reading, numbers: readonly string[], by: { readonly name: string; readonly today: string }, reason: string): string[] {
  const book = lawOf(reading);
  const running = reading.open('deadline');
  const confirmedBefore: string[] = [];
  for (const number of numbers) {
    const record = reading.require(number);
    const one = running.find((deadline) => deadline.id === record.id) ?? refuse({ code: 'guard', number: record.number, guard: 'moved', facts: ['It is no open deadline.'] });
    const { counted } = fromGround(reading, one);
    const again = recomputed(counted, book);
    if (again?.to !== 'moved') return refuse({ code: 'guard', number: one.number, guard: 'moved', facts: ['Its date is as recorded: there is nothing to approve.'] });
    const confirmed = isConfirmed(reading, one);
    if (confirmed && isGrave(one))
      refuse({ code: 'guard', number: one.number, guard: 'second-reviewer', facts: ['With this consequence two must stand behind a new date: enter it as an override.'] });
    writing.update(
      one.id,
      {
        fields: {
          answer: stored(again.answer),
          ...(counted !== one && { inputs: counted.fields.inputs, trigger: counted.fields.trigger }),
          ruleVersion: again.answer.textAsOf,
          ...(confirmed && { confirmation: { by: by.name, on: by.today } }),
        },
      },
      reason,
    );
    if (confirmed) confirmedBefore.push(one.number);
  }
  return confirmedBefore;
}

/** As an answer is kept: plain data, without the days, which are counted again when they are shown. */
const stored = ({ countedDays: _days, branches: _branches, ...answer }: FactAnswer): JsonObject => JSON.parse(JSON.stringify(answer)) as JsonObject;
