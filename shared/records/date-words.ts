import { dateOf, parseDay } from '../calendar/day.ts';
import { dayWords, monthNames, timeWords } from '../calendar/day-words.ts';
import type { DateFact, HourOfDay } from './date-fact.ts';

const shortMonth = (month: number) => (monthNames[month - 1] ?? '').slice(0, 3);

/** `30 Apr 2026`. A text that is no day is given back as it is, so that nothing is shown blank. */
function plainDay(text: string): string {
  const day = parseDay(text);
  if (day === null) return text;
  const { year, month, day: number } = dateOf(day);
  return `${String(number)} ${shortMonth(month)} ${String(year)}`;
}

/** `9 and 12 Jun 2026`: what the two have in common is said once. */
function pair(first: string, second: string, word: string): string {
  const [a, b] = [parseDay(first), parseDay(second)];
  if (a === null || b === null) return `${first} ${word} ${second}`;
  const [from, to] = [dateOf(a), dateOf(b)];
  const start = from.year !== to.year ? plainDay(first) : from.month !== to.month ? `${String(from.day)} ${shortMonth(from.month)}` : String(from.day);
  return `${start} ${word} ${plainDay(second)}`;
}

const clock = (moment: { readonly time?: string | undefined; readonly zone?: string | undefined }) =>
  moment.time === undefined ? '' : `, ${timeWords(moment.time)}${moment.zone === undefined ? '' : ` (${moment.zone})`}`;

/** `Thu 18 Jun 2026`; a text that is no day is given back as it is. */
export function dayInWords(text: string): string {
  const day = parseDay(text);
  return day === null ? text : dayWords(day);
}

/**
 * A date as it is known, in words for lists and papers: `Thu 18 Jun 2026, 4:30 p.m.`, `about 30 Apr 2026`, `between 9 and 12 Jun 2026`,
 * `on or before 12 Jun 2026`, `disputed: 9 or 12 Jun 2026`, `unknown`. Never blank.
 */
export function dateWords(fact: DateFact): string {
  switch (fact.certainty) {
    case 'exact':
      return `${dayInWords(fact.day)}${clock(fact)}`;
    case 'approximate':
      return `about ${plainDay(fact.day)}${clock(fact)}`;
    case 'range':
      if (fact.earliest !== undefined && fact.latest !== undefined)
        return fact.earliest === fact.latest ? plainDay(fact.earliest) : `between ${pair(fact.earliest, fact.latest, 'and')}`;
      if (fact.latest !== undefined) return `on or before ${plainDay(fact.latest)}`;
      return fact.earliest === undefined ? 'unknown' : `on or after ${plainDay(fact.earliest)}`;
    case 'disputed': {
      const days = [...new Set(fact.readings.map((reading) => reading.day))].sort();
      const [first, second] = [days[0], days[1]];
      if (days.length === 1 && first !== undefined)
        return `disputed: ${plainDay(first)}, ${fact.readings.map((reading) => (reading.time === undefined ? 'no hour' : timeWords(reading.time))).join(' or ')}`;
      return days.length === 2 && first !== undefined && second !== undefined ? `disputed: ${pair(first, second, 'or')}` : `disputed: ${days.map(plainDay).join(', ')}`;
    }
    case 'unknown':
      return 'unknown';
  }
}

/** What the day that such a date stands under (`safeDay`) rests on, to be put behind the words of the date; empty where it is sure, or names no day. */
export function restsOn(fact: DateFact): string {
  switch (fact.certainty) {
    case 'approximate':
      return 'the true day may be earlier';
    case 'range':
      if (fact.earliest === undefined) return 'the last day named counts';
      return fact.latest === undefined ? 'the earliest day counts, no last day is named' : 'the earliest day counts';
    case 'disputed':
      return 'the earliest counts until it is settled';
    case 'exact':
    case 'unknown':
      return '';
  }
}

/** What the date lies before or after, one phrase for each record that `nameOf` can name: `after ORD-001`, `within days of FND-001`. */
export function relativeWords(fact: DateFact, nameOf: (id: string) => string | undefined): string[] {
  return (fact.relative ?? []).flatMap(({ relation, of, amount }) => {
    const name = nameOf(of);
    if (name === undefined) return [];
    return [relation === 'within' ? `within ${amount ?? 'an unstated time'} of ${name}` : `${amount === undefined ? '' : `${amount} `}${relation} ${name}`];
  });
}

/** Why the date is not surer than it is, who says what, and what it lies before or after; null when there is nothing to say. */
export function dateNote(fact: DateFact, nameOf: (id: string) => string | undefined = (id) => id): string | null {
  const said = fact.certainty === 'disputed' ? fact.readings.map((reading) => `${reading.saidBy}: ${plainDay(reading.day)}${clock(reading)}`) : [];
  const parts = [...said, ...relativeWords(fact, nameOf), ...(fact.reason === undefined ? [] : [fact.reason])];
  return parts.length === 0 ? null : parts.join('; ');
}

/** `17:00 America/New_York`, for a table or a terminal; an hour is never said as if it were everybody's. */
export const plainHour = ({ time, zone }: HourOfDay): string => `${time} ${zone ?? 'zone not stated'}`;
