import { lastMomentAt, lastMomentOf, type LastMoment } from '../last-moment.ts';
import type { Look } from '../kind.ts';
import { lastDay, lastTime, recordedDate } from './deadline-dates.ts';
import type { Deadline } from './deadline.ts';

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
  if (recorded !== undefined) return lastMomentOf(recorded, zone);
  const day = lastDay(fields);
  return day === null ? null : lastMomentAt(day, lastTime(fields), zone);
}
