import type { SlimRow } from '../../../shared/contract/contract.ts';
import { bindingInstant, isDaysEnd } from '../../../shared/records/binding-hour.ts';
import { restsOn } from '../../../shared/records/date-words.ts';
import { capital } from '../../words/count.ts';
import { factWords } from '../../words/date-facts.ts';
import { bindingHour, ownZone } from '../../words/hours.ts';
import { docket } from '../../words/docket.ts';

/**
 * `By 17:00 in New York (23:00 in Berlin).`: the hour of a line and whose clocks show it; and of a date that is recorded as less sure than a day what the day
 * rests on: `Between 9 and 12 Jun; the earliest day counts.` Empty for a whole day that is sure.
 */
export function hourLine(row: SlimRow, today: string): string {
  const words = row.due === null ? '' : bindingHour(row.due, row.hour, today);
  return [...(words === '' ? [] : [docket.byHour(words)]), ...(row.doubt === undefined ? [] : [doubtWords(row.doubt, today)])].join(' ');
}

/** `About 30 Jun; the true day may be earlier.` */
export const doubtWords = (fact: NonNullable<SlimRow['doubt']>, today: string): string => docket.restsOn(capital(factWords(fact, 'short', today)), restsOn(fact));

/** The instant at which the hour of a line strikes; infinite where it has none, so that on one day such lines come last. */
export function hourStrikes(row: SlimRow): number {
  return row.due === null || row.hour === undefined || isDaysEnd(row.hour) ? Infinity : bindingInstant(row.due, row.hour, ownZone());
}
