import type { SlimRow } from '../../../shared/contract/contract.ts';
import { parseDay } from '../../../shared/calendar/day.ts';
import { instantAt, zoneExists } from '../../../shared/calendar/instant.ts';
import { bindingHour, isDaysEnd, ownZone } from '../../words/hours.ts';
import { docket } from '../../words/docket.ts';

/** `By 17:00 in New York (23:00 in Berlin).`: the hour of a line and whose clocks show it; empty for a whole day. */
export function hourLine(row: SlimRow, today: string): string {
  const words = row.due === null ? '' : bindingHour(row.due, row.hour, today);
  return words === '' ? '' : docket.byHour(words);
}

/** The instant at which the hour of a line strikes; infinite where it has none, so that on one day such lines come last. */
export function hourStrikes(row: SlimRow): number {
  const day = row.due === null ? null : parseDay(row.due);
  if (day === null || row.hour === undefined || isDaysEnd(row.hour)) return Infinity;
  const zone = row.hour.zone !== null && zoneExists(row.hour.zone) ? row.hour.zone : ownZone();
  return instantAt({ day, time: row.hour.time.slice(0, 5) }, zone);
}
