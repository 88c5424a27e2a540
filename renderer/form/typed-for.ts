import type { DateFact } from '../../shared/records/date-fact.ts';
import { dayWords, hourWords } from '../words/dates.ts';
import { zoneWord } from './typed-zone.ts';

/** What to put in a date's field to begin with: what was typed for it, else words that read back as the same date where clocks are those of `zone`. */
export function typedFor(fact: DateFact, zone: string): string {
  // What was typed without a zone, by the clocks of another, would be read by the clocks of this one.
  const elsewhere = fact.certainty === 'exact' && fact.time !== undefined && fact.zone !== undefined && fact.zone !== zone ? ` in ${zoneWord(fact.zone)}` : '';
  if (elsewhere === '' && fact.asTyped !== undefined && (fact.certainty === 'unknown' || standsByItself(fact.asTyped))) return fact.asTyped;
  // Without the weekday, and with its year always.
  const day = (text: string): string => dayWords(text, 'plain', '').replaceAll('\u00a0', ' ');
  switch (fact.certainty) {
    case 'exact':
      return fact.time === undefined ? day(fact.day) : `${day(fact.day)}, ${hourWords(fact.time).replaceAll('\u00a0', ' ')}${elsewhere}`;
    case 'approximate':
      return `about ${day(fact.day)}`;
    case 'range':
      if (fact.earliest !== undefined && fact.latest !== undefined) return `between ${day(fact.earliest)} and ${day(fact.latest)}`;
      if (fact.latest !== undefined) return `on or before ${day(fact.latest)}`;
      return fact.earliest === undefined ? 'unknown' : `on or after ${day(fact.earliest)}`;
    case 'disputed':
      return fact.readings.map((one) => day(one.day)).join(' or ');
    case 'unknown':
      return 'unknown';
  }
}

/** Whether it is read the same on any day: it has its year, and no word in it is counted from the day on which it was typed ("in 10 days", "friday", "18 June"). */
const standsByItself = (typed: string): boolean =>
  /(?<!\d)\d{4}(?!\d)/.test(typed) && !/\b(?:yesterday|today|tomorrow|ago|from now|next|last|this|days?|weeks?|months?|years?)\b/i.test(typed);
