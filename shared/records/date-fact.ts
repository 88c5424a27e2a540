import * as z from 'zod';
import { parseDay } from '../calendar/day.ts';
import { earliestAt, zoneExists } from '../calendar/instant.ts';

/** `YYYY-MM-DD` of a day that exists. */
export const dayText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written 2026-06-18')
  .refine((text) => parseDay(text) !== null, 'there is no such day');
const timeText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'a time is written 16:30');

const moment = { day: dayText, time: timeText.optional(), zone: z.string().optional() };

/** "within days after ORD-001": orders events that have no date of their own. `of` is the id of a record: a link like any other. */
const relation = z.strictObject({ relation: z.enum(['before', 'after', 'within']), of: z.string().min(1).max(64), amount: z.string().optional() });

const about = {
  /** Who or what says so: a record's number or words. */
  source: z.string().optional(),
  /** Why it is uncertain, in words that a screen or a paper can print. */
  reason: z.string().optional(),
  relative: z.array(relation).optional(),
  /** What was typed, kept beside what we read it as (domain.md §7 U13). */
  asTyped: z.string().optional(),
};

/** A date as it is known: exact, approximate, a range, unknown or disputed. Never a guess (domain.md §2.0). */
export const dateFact = z.discriminatedUnion('certainty', [
  z.strictObject({ certainty: z.literal('exact'), ...moment, ...about }),
  z.strictObject({ certainty: z.literal('approximate'), ...moment, ...about }),
  z
    .strictObject({ certainty: z.literal('range'), earliest: dayText.optional(), latest: dayText.optional(), ...about })
    .refine((range) => range.earliest !== undefined || range.latest !== undefined, 'a range has a first or a last day; with neither it is unknown')
    .refine((range) => range.earliest === undefined || range.latest === undefined || range.earliest <= range.latest, 'the range ends before it begins'),
  z.strictObject({ certainty: z.literal('unknown'), ...about }),
  z.strictObject({ certainty: z.literal('disputed'), readings: z.array(z.strictObject({ ...moment, saidBy: z.string() })).min(2), ...about }),
]);
export type DateFact = z.infer<typeof dateFact>;

/** The earliest day the fact allows, or null where it allows any: what lists sort by and what a time limit runs from until settled. */
export function earliestDay(fact: DateFact): string | null {
  switch (fact.certainty) {
    case 'exact':
    case 'approximate':
      return fact.day;
    case 'range':
      return fact.earliest ?? null;
    case 'disputed':
      return fact.readings.map((reading) => reading.day).sort()[0] ?? null;
    case 'unknown':
      return null;
  }
}

/** The latest day the fact allows, or null where it allows any: what must be shown to have happened in time is measured by it. */
export function latestDay(fact: DateFact): string | null {
  switch (fact.certainty) {
    case 'exact':
    case 'approximate':
      return fact.day;
    case 'range':
      return fact.latest ?? null;
    case 'disputed':
      return (
        fact.readings
          .map((reading) => reading.day)
          .sort()
          .at(-1) ?? null
      );
    case 'unknown':
      return null;
  }
}

/**
 * The day to act by where a date says when something is due: the earliest it allows (domain.md §7 U9), and where it says only by when ("by 30 June"), the last day it
 * names. Null where it names no day, or there is no date. What a time limit runs *from* is `earliestDay`: there a range without a beginning allows any day before.
 */
export const safeDay = (fact: DateFact | null | undefined): string | null => (fact == null ? null : (earliestDay(fact) ?? latestDay(fact)));

/** An hour of a day, and the IANA zone whose clocks show it; null where nobody said whose. */
export interface HourOfDay {
  readonly time: string;
  readonly zone: string | null;
}

/** The hour that belongs to `safeDay`: of readings that name the same day, the earliest hour. Null for a whole day, which a reading with an hour comes before. */
export function hourOfFact(fact: DateFact | null | undefined): HourOfDay | null {
  if (fact == null) return null;
  const day = safeDay(fact);
  const moments = fact.certainty === 'exact' || fact.certainty === 'approximate' ? [fact] : fact.certainty === 'disputed' ? fact.readings.filter((one) => one.day === day) : [];
  const hours = moments.flatMap(({ time, zone }): HourOfDay[] => (time === undefined ? [] : [{ time, zone: zone ?? null }]));
  return hours.toSorted((a, b) => strikes(day, a) - strikes(day, b) || (a.time < b.time ? -1 : 1))[0] ?? null;
}

/** By their instants where every hour says whose clocks show it; an hour of nobody's clocks is taken as the earliest that it may be. */
function strikes(day: string | null, { time, zone }: HourOfDay): number {
  const at = day === null ? null : parseDay(day);
  if (at === null) return 0;
  const moment = { day: at, time: time.slice(0, 5) };
  return earliestAt(moment, zone !== null && zoneExists(zone) ? zone : earliestZone);
}
/** Where clocks are furthest ahead of UTC. */
const earliestZone = 'Pacific/Kiritimati';
