import { dueStanding, type Looking } from '../binding-hour.ts';
import { hourOfFact, safeDay, type DateFact, type HourOfDay } from '../date-fact.ts';
import type { Json } from '../json.ts';
import type { Deadline } from './deadline.ts';

const day = (value: Json | undefined) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : null);
type Fields = Deadline['fields'];

/** Where the date of a deadline stands: in a date that a person recorded, or in the answer of a rule. */
export type Holding = { readonly by: 'override' | 'extension' | 'hand'; readonly fact: DateFact } | { readonly by: 'rule' };

const computed = ({ answer }: Fields) => (['safe', 'follow_up', 'due'] as const).find((one) => day(answer?.[one]) !== null);

/**
 * The one date that holds, for lists, papers, calendars and reminders alike: the date counsel set instead, else the new date of the last extension that was granted (one
 * that was only asked for moves nothing), else what the rule gives, or what was entered by hand where no rule counts. Each only where it names a day. Null where none does.
 */
export function dateThatHolds(fields: Fields): Holding | null {
  const recorded = (by: 'override' | 'extension' | 'hand', fact: DateFact | undefined): Holding | null => (fact === undefined || safeDay(fact) === null ? null : { by, fact });
  const granted = (fields.extensions ?? []).findLast((one) => one.grantedBy !== undefined && safeDay(one.newDate) !== null);
  const byHand = recorded('hand', fields.date);
  const byRule: Holding | null = computed(fields) === undefined ? null : { by: 'rule' };
  return recorded('override', fields.override?.final) ?? recorded('extension', granted?.newDate) ?? (fields.method === 'manual' ? (byHand ?? byRule) : (byRule ?? byHand));
}

/** The date that a person recorded and that holds; undefined where a rule counts it, or there is none. */
export function recordedDate(fields: Fields): DateFact | undefined {
  const holds = dateThatHolds(fields);
  return holds === null || holds.by === 'rule' ? undefined : holds.fact;
}

/**
 * The day lists sort and warn by: of a date that a person recorded its `safeDay`, of one that a rule gives the file-by date (for
 * somebody else's act the day to follow up), else the due date. Null where a missing fact leaves no date.
 */
export function fileBy(fields: Fields): string | null {
  const name = computed(fields);
  return safeDay(recordedDate(fields)) ?? (name === undefined ? null : day(fields.answer?.[name]));
}

/**
 * The hour that belongs to `fileBy`: by which the act is done, or at which the day ends where the court or the authority closes before
 * midnight. Null for a day without one. `23:59` is the end of the day by the clocks of its zone.
 */
export function fileByTime(fields: Fields): HourOfDay | null {
  const set = recordedDate(fields);
  if (set !== undefined) return hourOfFact(set);
  const { answer } = fields;
  const name = computed(fields);
  if (name === undefined) return null;
  const detail = values(answer?.['detail']);
  // The day of a follow-up is ours to choose: no office closes on it.
  const time = hourIn(answer?.[name]) ?? (name === 'follow_up' ? null : (hourIn(detail?.['due_local_court']) ?? hourIn(detail?.['safe_local_court'])));
  return time === null ? null : { time, zone: zoneOf(fields) };
}

const hourIn = (value: Json | undefined): string | null => (typeof value === 'string' ? (/T(\d{2}:\d{2})/.exec(value)?.[1] ?? null) : null);
const values = (value: Json | undefined): Readonly<Record<string, Json>> | null =>
  // Proof of the cast: an object of JSON that is neither null nor a list has named values.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : null;

/** Whose clocks the computed date is told by. An answer that was kept before answers said so has it from what was given; where a court was named, only the answer knows. */
export function zoneOf({ answer, inputs }: Fields): string | null {
  const zone = answer?.['zone'] ?? (inputs?.['court'] === undefined ? (inputs?.['court_tz'] ?? inputs?.['tz']) : null);
  return typeof zone === 'string' ? zone : null;
}

/** The last day on the prevailing reading: what a late act is late against. */
export const lastDay = (fields: Fields): string | null => safeDay(recordedDate(fields)) ?? day(fields.answer?.['due']) ?? safeDay(fields.date);

/** The hour of that day, where it has one. */
export function lastTime(fields: Fields): HourOfDay | null {
  const set = recordedDate(fields);
  if (set !== undefined) return hourOfFact(set);
  const time = hourIn(fields.answer?.['due']) ?? hourIn(values(fields.answer?.['detail'])?.['due_local_court']);
  return time === null ? null : { time, zone: zoneOf(fields) };
}

/** Whether its clock is stopped: until it runs again its recorded date is no date to act by, and its being past is nobody's lateness. */
export const isStopped = ({ kind, state }: { readonly kind: string; readonly state: string }): boolean => kind === 'deadline' && state === 'tolled';

/** States in which nobody waits for the act: it is done, or its time does not run. */
const atRest: readonly string[] = ['tolled', 'met', 'done_late', 'not_timely_relief_sought', 'waived', 'superseded', 'not_applicable'];

/**
 * Whether an act of ours is still owed although the date by which it was to be filed is past, by its hour and the clocks that bind: what the docket, lists, reminders and papers call
 * overdue. What others owe is never late in this sense (domain.md §2.9).
 */
export const isOverdue = (deadline: Deadline, at: Looking): boolean => isOwed(deadline) && isPast(fileBy(deadline.fields), fileByTime(deadline.fields), at);

/** As `isOverdue`, by the last day on the prevailing reading: from then on a paper is late in law. */
export const isLate = (deadline: Deadline, at: Looking): boolean => isOwed(deadline) && isPast(lastDay(deadline.fields), lastTime(deadline.fields), at);

const isOwed = ({ fields, state }: Deadline): boolean => fields.side === 'ours' && !atRest.includes(state);
const isPast = (day: string | null, hour: HourOfDay | null, at: Looking): boolean => day !== null && dueStanding(day, hour, at).passed;
