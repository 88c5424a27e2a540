import { parseDay } from '../../calendar/day.ts';
import { instantAt, zoneExists, type Instant } from '../../calendar/instant.ts';
import { bindingInstant, isDaysEnd } from '../binding-hour.ts';
import { latestDay, type DateFact, type HourOfDay } from '../date-fact.ts';
import { dateWords } from '../date-words.ts';
import type { Look } from '../kind.ts';
import { lastDay, lastTime, recordedDate } from './deadline-dates.ts';
import type { Deadline } from './deadline.ts';

/** The last moment an act may still be in time, on any reading of the date. */
interface LastMoment {
  readonly at: Instant;
  readonly words: string;
}

/**
 * Why it cannot be recorded that a deadline was missed; empty where its last moment is past on every reading of its date. Lateness is an admission, so what is not sure favours time
 * left: the latest day of a range, the later side of a dispute, the second of an hour that the clocks show twice. Hours are those of the place that binds (domain.md §7).
 */
export function lateInTruth(record: Deadline, { looking }: Look, before?: Deadline): string[] {
  // What was numbered in another vault was late there: its history comes in as it is (docs/decisions.md).
  if (before === undefined && record.formerNumber !== undefined) return [];
  const last = lastMoment(record.fields, looking.zone);
  if (last === null) return ['No last day is known, so nothing can be late. Give its date first, or mark it "Not running" while the fact is open.'];
  if (looking.now > last.at) return [];
  return [
    `It is not late yet: it can be done in time until ${last.words}. Leave it running until then; record "Met" with its proof, an extension, or an override where the date itself is wrong.`,
  ];
}

function lastMoment(fields: Deadline['fields'], zone: string): LastMoment | null {
  const recorded = recordedDate(fields);
  if (recorded !== undefined) return ofFact(recorded, zone);
  const day = lastDay(fields);
  return day === null ? null : moment(day, lastTime(fields), zone);
}

function ofFact(fact: DateFact, zone: string): LastMoment | null {
  if (fact.certainty === 'disputed') return fact.readings.map((reading) => moment(reading.day, hourOf(reading), zone)).reduce((a, b) => (b.at > a.at ? b : a));
  const day = latestDay(fact);
  return day === null ? null : moment(day, fact.certainty === 'exact' || fact.certainty === 'approximate' ? hourOf(fact) : null, zone);
}

const hourOf = ({ time, zone }: { readonly time?: string | undefined; readonly zone?: string | undefined }): HourOfDay | null =>
  time === undefined ? null : { time: time.slice(0, 5), zone: zone ?? null };

function moment(day: string, hour: HourOfDay | null, zone: string): LastMoment {
  const clocks = hour?.zone != null && zoneExists(hour.zone) ? hour.zone : zone;
  const sharp = hour !== null && !isDaysEnd(hour);
  const at = sharp ? instantAt({ day: parseDay(day) ?? NaN, time: hour.time }, clocks, 'later') : bindingInstant(day, hour, zone);
  const words = dateWords({ certainty: 'exact', day, ...(sharp && { time: hour.time, zone: clocks }) });
  return { at, words: sharp ? words : `the end of ${words}${hour === null ? '' : ` (${clocks})`}` };
}
