import { Temporal } from 'temporal-polyfill';
import { dayOf, dateOf, dayText } from './day.ts';
import type { Moment } from './moment.ts';

/** Milliseconds of UTC since 1970. */
export type Instant = number;

/** Whether `zone` is an IANA zone that this program knows. */
export function zoneExists(zone: string): boolean {
  const known = zones.get(zone) ?? askZone(zone);
  // A hostile file could name zones for ever; the world has some 600.
  if (zones.size < 2000) zones.set(zone, known);
  return known;
}

const zones = new Map<string, boolean>();

function askZone(zone: string): boolean {
  try {
    // An offset such as +02:00 is a zone to Temporal; the law names places.
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/**
 * The instant at which clocks in `zone` show `moment`. An hour that clocks skip (spring) is read as if they had not yet been put forward; an
 * hour that comes twice (autumn) is the first of the two, or the second with `twice: 'later'`. A moment without a time is the start of its day.
 */
export function instantAt(moment: Moment, zone: string, twice: 'earlier' | 'later' = 'earlier'): Instant {
  const asked = `${moment.day} ${moment.time ?? ''} ${twice} ${zone}`;
  const known = instants.get(asked) ?? askInstant(moment, zone, twice);
  // Thousands of limits end at the same hours of the same days.
  if (instants.size >= mostInstants) instants.clear();
  instants.set(asked, known);
  return known;
}

const instants = new Map<string, Instant>();
const mostInstants = 5000;

function wallTime(moment: Moment): Temporal.PlainDateTime {
  const { year, month, day } = dateOf(moment.day);
  const [hour = '0', minute = '0', second = '0'] = (moment.time ?? '00:00').split(':');
  return Temporal.PlainDateTime.from({ year, month, day, hour: Number(hour), minute: Number(minute), second: Number(second) });
}

function askInstant(moment: Moment, zone: string, twice: 'earlier' | 'later'): Instant {
  // `compatible` takes the earlier of two and steps over a gap; `later` differs from it only where the hour comes twice.
  return wallTime(moment).toZonedDateTime(zone, { disambiguation: twice === 'later' ? 'later' : 'compatible' }).epochMilliseconds;
}

/**
 * The earliest instant that `moment` may mean in `zone`: of an hour that comes twice the first, and an hour that clocks skip as one would read it whose clock was put forward too
 * early. What must not be late goes by it.
 */
export function earliestAt(moment: Moment, zone: string): Instant {
  return clockChange(moment, zone) === 'skipped' ? wallTime(moment).toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds : instantAt(moment, zone);
}

/** Whether clocks in `zone` never show `moment`, or show it twice. */
export function clockChange(moment: Moment, zone: string): 'skipped' | 'twice' | null {
  const first = instantAt(moment, zone);
  if (momentKey(momentAt(first, zone)) !== momentKey(moment)) return 'skipped';
  return instantAt(moment, zone, 'later') === first ? null : 'twice';
}

/** What clocks in `zone` show at `instant`, to the minute; with seconds where `seconds` asks for them. */
export function momentAt(instant: Instant, zone: string, seconds = false): Moment {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const two = (n: number) => String(n).padStart(2, '0');
  return { day: dayOf(at.year, at.month, at.day), time: `${two(at.hour)}:${two(at.minute)}${seconds ? `:${two(at.second)}` : ''}` };
}

/** `2031-01-08T21:30:00Z`. */
export function instantText(instant: Instant): string {
  const seconds = Math.floor(instant / 1000);
  const day = Math.floor(seconds / 86_400);
  const two = (n: number) => String(n).padStart(2, '0');
  const within = seconds - day * 86_400;
  return `${dayText(day)}T${two(Math.floor(within / 3600))}:${two(Math.floor(within / 60) % 60)}:${two(within % 60)}Z`;
}

function momentKey(moment: Moment): string {
  return `${moment.day} ${(moment.time ?? '00:00').slice(0, 5)}`;
}

/** A change of the clocks in a zone: from when, and what is added to UTC before and after, in minutes. */
export interface ClockChange {
  readonly at: Instant;
  readonly before: number;
  readonly after: number;
}

/** Every change of the clocks in `zone` from `from` to `to`, in order; none where clocks are never put forward or back. */
export function clockChanges(zone: string, from: Instant, to: Instant): ClockChange[] {
  const changes: ClockChange[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > to) return changes;
    const before = next.subtract({ seconds: 1 }).offsetNanoseconds;
    changes.push({ at: next.epochMilliseconds, before: Math.round(before / 6e10), after: Math.round(next.offsetNanoseconds / 6e10) });
    at = next;
  }
}

/** Minutes that `zone` adds to UTC at `instant`. */
export function zoneOffset(instant: Instant, zone: string): number {
  return Math.round(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 6e10);
}
