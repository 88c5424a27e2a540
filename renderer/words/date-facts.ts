import { dateOf, parseDay } from '../../shared/calendar/day.ts';
import type { DateFact } from '../../shared/records/date-fact.ts';
import { dayWords, hourWords, inForm, type Length } from './dates.ts';
import { hourWithZone, ownClock } from './hours.ts';
import { writing } from './writing.ts';

const nbsp = '\u00a0';

/** `9 and 12 Jun`, but `30 May and 2 Jun`; `Jun 9 and 12`; the year of the later one where `length` wants it, of both where they differ. */
function joined(a: string, b: string, word: string, length: Length, today: string): string {
  const [from, to, form] = [parseDay(a), parseDay(b), writing().days];
  if (from === null || to === null) return `${a} ${word} ${b}`;
  const oneMonth = a.slice(0, 7) === b.slice(0, 7);
  const oneYear = a.slice(0, 4) === b.slice(0, 4);
  const withYear = length === 'full' || !oneYear || b.slice(0, 4) !== today.slice(0, 4);
  if (oneMonth && form === 'day-first') return `${dateOf(from).day} ${word} ${inForm(to, form, withYear)}`;
  if (oneMonth && form === 'month-first') return `${inForm(from, form, false)} ${word} ${dateOf(to).day}${withYear ? `,${nbsp}${dateOf(to).year}` : ''}`;
  return `${inForm(from, form, !oneYear)} ${word} ${inForm(to, form, withYear)}`;
}

/** A date with as much certainty as it has, in words: never blank, never a dash (look.md §7). */
export function factWords(fact: DateFact, length: Length, today: string): string {
  // Without its weekday; on a record with its year whatever year it is.
  const plain = (text: string): string => dayWords(text, 'plain', length === 'full' ? '' : today);
  switch (fact.certainty) {
    case 'exact':
      return [dayWords(fact.day, length, today), ...timeOf(fact, length, today)].join(', ');
    case 'approximate':
      return [`about ${plain(fact.day)}`, ...timeOf(fact, length, today)].join(', ');
    case 'range':
      if (fact.earliest !== undefined && fact.latest !== undefined) return `between ${joined(fact.earliest, fact.latest, 'and', length, today)}`;
      if (fact.latest !== undefined) return `on or before ${plain(fact.latest)}`;
      return fact.earliest === undefined ? 'unknown' : `on or after ${plain(fact.earliest)}`;
    case 'disputed': {
      const days = [...new Set(fact.readings.map((reading) => reading.day))].sort();
      const [a, b] = days;
      if (days.length === 2 && a !== undefined && b !== undefined) return `disputed: ${joined(a, b, 'or', length, today)}`;
      return `disputed: ${days.map(plain).join(' or ')}`;
    }
    case 'unknown':
      return 'unknown';
  }
}

/** How a date lies to the record whose number follows: `after`, `within days of`. */
export const relativeWords = (relation: 'before' | 'after' | 'within', amount?: string): string =>
  relation === 'within' ? `within ${amount ?? 'an unstated time'} of` : `${amount === undefined ? '' : `${amount} `}${relation}`;

/** Why the date is uncertain, as far as the record says; empty where it does not. */
export function factReason(fact: DateFact): string {
  if (fact.certainty === 'disputed' && fact.reason === undefined) return fact.readings.map((reading) => `${reading.saidBy}: ${dayWords(reading.day, 'plain', '')}`).join('; ');
  return fact.reason ?? '';
}

/** The hour of a date that has one; whose clocks show it is said on a record, and in a list where the reader's own clock shows another. */
function timeOf({ day, time, zone }: { day: string; time?: string | undefined; zone?: string | undefined }, length: Length, today: string): readonly string[] {
  if (time === undefined) return [];
  if (zone === undefined || (length !== 'full' && ownClock(day, { time, zone }, today) === '')) return [hourWords(time)];
  return [hourWithZone(day, { time, zone }, today)];
}
