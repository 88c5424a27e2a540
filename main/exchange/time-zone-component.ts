import { dateOf } from '../../shared/calendar/day.ts';
import { clockChanges, momentAt, zoneOffset } from '../../shared/calendar/instant.ts';
import type { Component } from './ical-text.ts';

const year = 366 * 24 * 3_600_000;

/**
 * The VTIMEZONE (RFC 5545 §3.6.5) of a zone for moments between two instants: what its clocks showed a year before the first, and every change
 * of them until a year after the last, each written out. A reader without a table of zones reads the hours as we do.
 */
export function timeZone(zone: string, first: number, last: number): Component {
  const changes = clockChanges(zone, first - year, last + year);
  const start = { at: first - year, before: zoneOffset(first - year, zone), after: zoneOffset(first - year, zone) };
  const winter = Math.min(...[start, ...changes].map((change) => change.after));
  const parts = [start, ...changes].map(
    ({ at, before, after }): Component => ({
      name: after > winter ? 'DAYLIGHT' : 'STANDARD',
      properties: [
        // The wall clock as it stood just before the change.
        { name: 'DTSTART', value: wallClock(at + before * 60_000) },
        { name: 'TZOFFSETFROM', value: offset(before) },
        { name: 'TZOFFSETTO', value: offset(after) },
      ],
    }),
  );
  return { name: 'VTIMEZONE', properties: [{ name: 'TZID', value: zone }], components: parts };
}

const two = (n: number): string => String(n).padStart(2, '0');
const offset = (minutes: number): string => `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;

/** `20311107T020000` of an instant read as if it were the wall clock in UTC. */
function wallClock(shifted: number): string {
  const { day, time } = momentAt(shifted, 'UTC', true);
  const { year: years, month, day: days } = dateOf(day);
  return `${years}${two(month)}${two(days)}T${(time ?? '00:00:00').replaceAll(':', '')}`;
}
