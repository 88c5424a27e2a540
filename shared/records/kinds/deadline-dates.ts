import { earliestDay, hourOfFact, type DateFact, type HourOfDay } from '../date-fact.ts';
import type { Json } from '../json.ts';
import type { Deadline } from './deadline.ts';

const day = (value: Json | undefined) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : null);
const dayOf = (fact: DateFact | undefined) => (fact === undefined ? null : earliestDay(fact));
type Fields = Deadline['fields'];

/** The new date of the last extension that was granted with a date. */
const extended = (fields: Fields) =>
  (fields.extensions ?? [])
    .filter((one) => one.grantedBy !== undefined)
    .map((one) => dayOf(one.newDate))
    .filter((one) => one !== null)
    .at(-1) ?? null;

/**
 * The day lists sort and warn by: the date counsel set instead, else that of a granted extension, else the file-by date (for
 * somebody else's act the day to follow up), else the due date. Null where a missing fact leaves no date.
 */
export function fileBy(fields: Fields): string | null {
  return (
    dayOf(fields.override?.final) ?? extended(fields) ?? day(fields.answer?.['safe']) ?? day(fields.answer?.['follow_up']) ?? day(fields.answer?.['due']) ?? dayOf(fields.date)
  );
}

/**
 * The hour that belongs to `fileBy`, found in the same order: by which the act is done, or at which the day ends where the court or the authority closes before
 * midnight. Null for a day without one. `23:59` is the end of the day by the clocks of its zone.
 */
export function fileByTime(fields: Fields): HourOfDay | null {
  const granted = (fields.extensions ?? []).filter((one) => one.grantedBy !== undefined && dayOf(one.newDate) !== null).at(-1)?.newDate;
  const set = dayOf(fields.override?.final) === null ? granted : fields.override?.final;
  if (set !== undefined) return hourOfFact(set);
  const { answer } = fields;
  const name = (['safe', 'follow_up', 'due'] as const).find((one) => day(answer?.[one]) !== null);
  if (name === undefined) return fields.date === undefined ? null : hourOfFact(fields.date);
  // The day of a follow-up is ours to choose: no office closes on it.
  const time = hourIn(answer?.[name]) ?? (name === 'follow_up' ? null : hourIn(values(answer?.['detail'])?.['due_local_court']));
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
export function lastDay(fields: Fields): string | null {
  return dayOf(fields.override?.final) ?? extended(fields) ?? day(fields.answer?.['due']) ?? dayOf(fields.date);
}

/** Whether an act of ours is not done and its last day is past. What others owe is never late in this sense (domain.md §2.9). */
export function isLate(deadline: Deadline, today: string): boolean {
  const last = lastDay(deadline.fields);
  return deadline.fields.side === 'ours' && ['confirmed', 'active', 'extended', 'late'].includes(deadline.state) && last !== null && last < today;
}
