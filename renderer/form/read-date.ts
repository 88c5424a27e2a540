import { dayText, parseDay, daysAfter } from '../../shared/calendar/day.ts';
import { clockChange, earliestAt, instantAt, momentAt } from '../../shared/calendar/instant.ts';
import { dayWords, hourWords, zoneCity } from '../words/dates.ts';
import { dateTrouble } from '../words/form.ts';
import { zoneTyped, zoneWord } from './typed-zone.ts';
import type { DateFact } from '../../shared/records/date-fact.ts';

/** Reads one day as people type it: the vault does, against its own today (domain.md §7 U13). */
export type ReadDay = (typed: string) => Promise<{ readonly ok: true; readonly day: string } | Unread>;
/** Why it is no date, and what might have been meant: each of `instead` is read as one day and no other. */
export interface Unread {
  readonly ok: false;
  readonly why: string;
  readonly instead?: readonly string[];
}
export type DateReading = { readonly ok: true; readonly fact: DateFact } | Unread;

const about = /^(?:on or about|about|around|approximately|circa|ca\.?|c\.)\s+(.+)$/i;
const lead = /^(?:unknown|not known|day unknown)\s*[,;:]\s*(.+)$/i;
const nothingKnown = /^(?:unknown|not known|not stated|\?)$/i;
const upTo = /^(?:on or before|by|until|no later than|not later than|not after|at the latest)\s+(.+)$/i;
const before = /^(?:before|prior to)\s+(.+)$/i;
const from = /^(?:on or after|from|since|not before|no earlier than)\s+(.+)$/i;
const after = /^after\s+(.+)$/i;
const between = /^between\s+(.+?)\s+and\s+(.+)$/i;
const disputed = /^(?:disputed:?\s*)?(.+?)\s+or\s+(.+)$/i;
const hour = /^(.+?)(?:,|\s+at|\s)\s*(?:at\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\.?|p\.?m\.?|noon)?$/i;

/** An hour, and behind it whose clocks show it: `17:00 in New York`, `5 p.m. ET`, `17:00 (Los Angeles time)`. */
const inZone = /^(.*(?:\d|[ap]\.?m\.?|noon)(?![a-z]))\s*,?\s*\(?(?:in\s+|by\s+)?([a-z][a-z./_ -]*?[a-z.])\)?$/i;

/**
 * A date as far as it is known, from what was typed: "about 30 April", "by 12 June", "before", "after", "between … and …", "9 or 12 June",
 * "unknown", or a day with or without an hour, which is by the clocks of `zone` where no other is named. Gives why not where a part of it is no day.
 * `lastDay`: what is asked for is the last day of an act, so "by 12 June" is 12 June, and "before 12 June" the day before.
 */
export async function readDate(typed: string, zone: string, readPart: ReadDay, lastDay = false): Promise<DateReading> {
  const text = typed.trim().replace(/\s+/g, ' ');
  // What might have been meant by a part is offered as the whole that it would make.
  const readDay: ReadDay = async (part) => {
    const read = await readPart(part);
    return read.ok || read.instead === undefined ? read : { ...read, instead: read.instead.map((day) => text.replace(part, day)) };
  };
  const asTyped = text;
  const inner = lead.exec(text)?.[1];
  if (inner !== undefined) return readDate(inner, zone, readPart, lastDay);
  if (nothingKnown.test(text)) return { ok: true, fact: { certainty: 'unknown', asTyped } };

  const one = async (part: string, fact: (day: string) => DateFact): Promise<DateReading> => {
    const read = await readDay(part);
    return read.ok ? { ok: true, fact: fact(read.day) } : read;
  };
  const match = (pattern: RegExp): string | undefined => pattern.exec(text)?.[1];
  const approximate = match(about);
  if (approximate !== undefined) return one(approximate, (day) => ({ certainty: 'approximate', day, asTyped }));
  const until = match(upTo);
  if (until !== undefined && lastDay) {
    const read = await readDate(until, zone, readPart);
    if (read.ok) return { ok: true, fact: { ...read.fact, asTyped } };
    return read.instead === undefined ? read : { ...read, instead: read.instead.map((words) => text.replace(until, words)) };
  }
  if (until !== undefined) return one(until, (latest) => ({ certainty: 'range', latest, asTyped }));
  const earlier = match(before);
  if (earlier !== undefined)
    return one(earlier, (day) => (lastDay ? { certainty: 'exact', day: daysAfter(day, -1), asTyped } : { certainty: 'range', latest: daysAfter(day, -1), asTyped }));
  const since = match(from);
  if (since !== undefined) return one(since, (earliest) => ({ certainty: 'range', earliest, asTyped }));
  const later = match(after);
  if (later !== undefined) return one(later, (day) => ({ certainty: 'range', earliest: daysAfter(day, 1), asTyped }));

  const pair = between.exec(text) ?? disputed.exec(text);
  if (pair) {
    const [, first = '', second = ''] = pair;
    const [a, b] = await readPair(first, second, readDay, between.test(text));
    if (!a.ok) return a;
    if (!b.ok) return b;
    if (between.test(text))
      return a.day <= b.day ? { ok: true, fact: { certainty: 'range', earliest: a.day, latest: b.day, asTyped } } : { ok: false, why: dateTrouble.rangeBackwards };
    return {
      ok: true,
      fact: {
        certainty: 'disputed',
        readings: [
          { day: a.day, saidBy: '' },
          { day: b.day, saidBy: '' },
        ],
        asTyped,
      },
    };
  }

  const whole = await readDay(text);
  if (whole.ok) return { ok: true, fact: { certainty: 'exact', day: whole.day, asTyped } };
  const zoned = inZone.exec(text);
  const named = zoned?.[2] === undefined ? null : zoneTyped(zoned[2]);
  const timed = hour.exec((named === null ? text : (zoned?.[1] ?? text)).replace(/(?:12(?::00)? )?noon$/i, '12:00 noon'));
  const time = timed ? clock(timed[2], timed[3], timed[4]) : null;
  if (timed?.[1] === undefined || time === null) return whole;
  const day = await readDay(timed[1].replace(/,$/, ''));
  if (!day.ok) return day.instead === undefined ? whole : day;
  const at = parseDay(day.day);
  if (at !== null && clockChange({ day: at, time }, named ?? zone) === 'skipped') return skipped(at, time, named ?? zone, named !== null);
  return { ok: true, fact: { certainty: 'exact', day: day.day, time, zone: named ?? zone, asTyped } };
}

/** An hour that clocks jump over is no hour: the hours that were meant, by a clock that was put forward too early or too late, are offered. */
function skipped(day: number, time: string, zone: string, named: boolean): Unread {
  const moments = [earliestAt({ day, time }, zone), instantAt({ day, time }, zone)].map((instant) => momentAt(instant, zone));
  const place = named ? ` in ${zoneWord(zone)}` : '';
  const words = (text: string): string => text.replaceAll('\u00a0', ' ');
  return {
    ok: false,
    why: dateTrouble.hourSkipped(hourWords(time), zoneCity(zone)),
    instead: moments.map((one) => words(`${dayWords(dayText(one.day), 'plain', '')}, ${hourWords(one.time ?? time)}${place}`)),
  };
}

type ReadResult = Awaited<ReturnType<ReadDay>>;

/** Two days of which one may be its number alone: "9 or 12 June" and "June 9 or 12, 2026" borrow month and year from the other. */
async function readPair(first: string, second: string, readDay: ReadDay, ordered: boolean): Promise<readonly [ReadResult, ReadResult]> {
  const alone = /^\d{1,2}$/;
  const of = (number: string, other: ReadResult): Promise<ReadResult> | ReadResult => (other.ok ? readDay(`${other.day.slice(0, 8)}${number.padStart(2, '0')}`) : other);
  const tail = /^(\d{1,2})(?:,?\s+(\d{4}))?$/.exec(second);
  if (tail?.[1] !== undefined && /^[a-z]{3,}\.? \d{1,2}$/i.test(first)) {
    const a = await readDay(tail[2] === undefined ? first : `${first}, ${tail[2]}`);
    return [a, await of(tail[1], a)];
  }
  const b = await readDay(second);
  const [ownYear, otherYear] = [yearIn.exec(first)?.[0], yearIn.exec(second)?.[0]];
  // A year that stands once is meant for both: by itself the other day would be of the year one is in.
  if (withoutYear.test(first) && otherYear !== undefined) return [await ofYear(first, otherYear, b, ordered, readDay), b];
  if (withoutYear.test(second) && ownYear !== undefined) return [await readDay(first), { ok: false, why: dateTrouble.yearOfBoth }];
  return [await (alone.test(first) ? of(first, b) : readDay(first)), b];
}

/** A day and its month and nothing else. */
const withoutYear = /^(?:[a-z]{3,9}\.?,? )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?[- ](?:of )?[a-z]{3,9}\.?|[a-z]{3,9}\.?[- ]\d{1,2}(?:st|nd|rd|th)?)$/i;
const yearIn = /\b\d{4}\b/;
/** Two days that are said in one breath are not farther apart. */
const halfYear = 183;

/** A day without a year, in the year of the other; where it is the beginning of a time that goes over New Year, in the year before. Refused where neither is near. */
async function ofYear(part: string, year: string, other: ReadResult, ordered: boolean, readDay: ReadDay): Promise<ReadResult> {
  const read = await readDay(`${part} ${year}`);
  const [at, end] = [read, other].map((one) => (one.ok ? parseDay(one.day) : null));
  if (at == null || end == null) return read;
  if (ordered && at > end) {
    const earlier = await readDay(`${part} ${String(Number(year) - 1)}`);
    const day = earlier.ok ? parseDay(earlier.day) : null;
    return day !== null && end - day <= halfYear ? earlier : { ok: false, why: dateTrouble.yearOfBoth };
  }
  return ordered || Math.abs(at - end) <= halfYear ? read : { ok: false, why: dateTrouble.yearOfBoth };
}

function clock(hours: string | undefined, minutes: string | undefined, half: string | undefined): string | null {
  if (hours === undefined || (minutes === undefined && half === undefined)) return null;
  const afternoon = half?.toLowerCase().startsWith('p') ?? false;
  let h = Number(hours);
  const m = Number(minutes ?? 0);
  if (half?.toLowerCase() === 'noon') return h === 12 && m === 0 ? '12:00' : null;
  // "0 p.m." and "17:00 a.m." are slips; "17:00 p.m." can only be one hour.
  if (half !== undefined && (h === 0 || (h > 12 && !afternoon))) return null;
  if (half !== undefined) h = (h % 12) + (afternoon ? 12 : 0);
  return h > 23 || m > 59 ? null : `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
}
