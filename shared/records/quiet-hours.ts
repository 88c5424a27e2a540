import { instantAt, momentAt, type Instant } from '../calendar/instant.ts';

/** Hours of the day, `HH:MM` by the clocks one looks at, in which nobody is reminded; over midnight where `from` is the later of the two. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** So long a day must be left in which one is reminded: what falls into the quiet hours is told in it, before they begin or after they end. */
const leastLoudMinutes = 6 * 60;

/** Whether the hours are some, and leave six hours of the day. */
export function areQuietHours({ from, to }: QuietHours): boolean {
  const time = /^([01]\d|2[0-3]):[0-5]\d$/;
  const long = (minutesOf(to) - minutesOf(from) + 1440) % 1440;
  return time.test(from) && time.test(to) && long > 0 && long <= 1440 - leastLoudMinutes;
}

/**
 * The quiet hours in which `at` lies, from their first instant to the first after them; null outside of them. An end that the clocks skip is when they have been put forward, one that
 * they show twice the first of the two.
 */
export function quietAt(at: Instant, { from, to }: QuietHours, zone: string): { readonly start: Instant; readonly end: Instant } | null {
  const { day } = momentAt(at, zone);
  for (const begins of [day - 1, day]) {
    const start = instantAt({ day: begins, time: from }, zone);
    const end = instantAt({ day: from > to ? begins + 1 : begins, time: to }, zone);
    if (at >= start && at < end) return { start, end };
  }
  return null;
}
