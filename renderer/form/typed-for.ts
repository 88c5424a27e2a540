import type { DateFact } from '../../shared/records/date-fact.ts';
import { dayWords, hourWords } from '../words/dates.ts';

/** What to put in a date's field to begin with: what was typed for it, else words that read back as the same date. */
export function typedFor(fact: DateFact): string {
  if (fact.asTyped !== undefined && !/yesterday|today|tomorrow|ago|next|last|from now/i.test(fact.asTyped)) return fact.asTyped;
  // Without the weekday, and with its year always.
  const day = (text: string): string => dayWords(text, 'plain', '').replaceAll('\u00a0', ' ');
  switch (fact.certainty) {
    case 'exact':
      return fact.time === undefined ? day(fact.day) : `${day(fact.day)}, ${hourWords(fact.time).replaceAll('\u00a0', ' ')}`;
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
