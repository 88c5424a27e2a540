import { dayText, parseDay } from '../calendar/day.ts';
import { earliestAt, instantAt, momentAt, zoneExists, type Instant } from '../calendar/instant.ts';
import type { HourOfDay } from './date-fact.ts';

/** When one looks: the instant, the zone of the clock one looks at, and the day it shows, `YYYY-MM-DD`. */
export interface Looking {
  readonly now: Instant;
  readonly zone: string;
  readonly today: string;
}

/** How `now` looks by the clocks of `zone`. */
export const lookingAt = (now: Instant, zone: string): Looking => ({ now, zone, today: dayText(momentAt(now, zone).day) });

/** Whether the hour is no more than the end of the day, which the day itself says. */
export const isDaysEnd = ({ time }: HourOfDay): boolean => time.startsWith('23:59');

/**
 * The last instant of a day by which something is due: of its hour by the clocks that bind (23:59 is the end of the day there), of a whole day its end. Where nobody said whose
 * clocks count they are those of `zone`. An hour that the clocks show twice is the first of the two, one that they skip the earliest that it may be. NaN for a text that is no day.
 */
export function bindingInstant(due: string, hour: HourOfDay | null | undefined, zone: string): Instant {
  const day = parseDay(due) ?? NaN;
  if (Number.isNaN(day)) return NaN;
  const clocks = hour?.zone != null && zoneExists(hour.zone) ? hour.zone : zone;
  return hour == null || isDaysEnd(hour) ? instantAt({ day: day + 1, time: '00:00' }, clocks) - 1 : earliestAt({ day, time: hour.time }, clocks);
}

/**
 * Whether what is due on `due` is past, and the day under which it stands until then. By law the hour binds, by the clocks of the place that counts: it is past when
 * that hour is, although the day goes on; and not before, although another day has begun here. It stands under the earlier of the day there and
 * the day on which that hour strikes here.
 */
export function dueStanding(due: string, hour: HourOfDay | null | undefined, { now, zone, today }: Looking): { readonly passed: boolean; readonly day: string } {
  if (hour == null) return { passed: due < today, day: due };
  const here = strikesHere(due, hour, zone);
  return { passed: now > here.at, day: due < here.day ? due : here.day };
}

/** The instant and the day by the clocks of `zone`. Thousands of lines that end at the same hours are asked for whenever a minute has passed. */
function strikesHere(due: string, hour: HourOfDay, zone: string): { readonly at: Instant; readonly day: string } {
  const asked = `${due} ${hour.time} ${hour.zone ?? ''} ${zone}`;
  const known = struck.get(asked);
  if (known !== undefined) return known;
  const at = bindingInstant(due, hour, zone);
  const found = { at, day: Number.isNaN(at) ? due : dayText(momentAt(at, zone).day) };
  if (struck.size >= mostStruck) struck.clear();
  struck.set(asked, found);
  return found;
}

const struck = new Map<string, { readonly at: Instant; readonly day: string }>();
const mostStruck = 5000;

/** The first day on which it is late the whole day, by the clocks of `zone`: for what is told once a day. */
export function dayAfter(due: string, hour: HourOfDay | null | undefined, zone: string): string {
  const here = hour == null ? due : strikesHere(due, hour, zone).day;
  const last = parseDay(here > due ? here : due);
  return last === null ? due : dayText(last + 1);
}
