import * as z from 'zod';
import { parseDay } from '../calendar/day.ts';

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

/** An hour of a day, and the IANA zone whose clocks show it; null where nobody said whose. */
export interface HourOfDay {
  readonly time: string;
  readonly zone: string | null;
}

/** The hour of a date that has one; null for a whole day. */
export const hourOfFact = (fact: DateFact): HourOfDay | null =>
  (fact.certainty === 'exact' || fact.certainty === 'approximate') && fact.time !== undefined ? { time: fact.time, zone: fact.zone ?? null } : null;
