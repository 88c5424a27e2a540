import { earliestDay, type DateFact } from '../date-fact.ts';
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

/** The hour of the file-by date and the zone it is told in, where the date has one. */
export interface FileByTime {
  readonly time: string;
  readonly zone: string;
}

/** The hour that belongs to `fileBy`, found in the same order; null for a day without one, or where nobody said whose clocks count. */
export function fileByTime(fields: Fields): FileByTime | null {
  const granted = (fields.extensions ?? []).filter((one) => one.grantedBy !== undefined && dayOf(one.newDate) !== null).at(-1)?.newDate;
  const set = dayOf(fields.override?.final) === null ? granted : fields.override?.final;
  if (set !== undefined) return timeOf(set);
  const computed = [fields.answer?.['safe'], fields.answer?.['follow_up'], fields.answer?.['due']].find((value) => day(value) !== null);
  if (computed === undefined) return fields.date === undefined ? null : timeOf(fields.date);
  const time = typeof computed === 'string' ? /T(\d{2}:\d{2})/.exec(computed)?.[1] : undefined;
  const zone = fields.inputs?.['tz'] ?? fields.inputs?.['court_tz'];
  return time === undefined || typeof zone !== 'string' ? null : { time, zone };
}

const timeOf = (fact: DateFact): FileByTime | null =>
  (fact.certainty === 'exact' || fact.certainty === 'approximate') && fact.time !== undefined && fact.zone !== undefined ? { time: fact.time, zone: fact.zone } : null;

/** The last day on the prevailing reading: what a late act is late against. */
export function lastDay(fields: Fields): string | null {
  return dayOf(fields.override?.final) ?? extended(fields) ?? day(fields.answer?.['due']) ?? dayOf(fields.date);
}

/** Whether an act of ours is not done and its last day is past. What others owe is never late in this sense (domain.md §2.9). */
export function isLate(deadline: Deadline, today: string): boolean {
  const last = lastDay(deadline.fields);
  return deadline.fields.side === 'ours' && ['confirmed', 'active', 'extended', 'late'].includes(deadline.state) && last !== null && last < today;
}
