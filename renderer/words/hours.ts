import { dayText, parseDay } from '../../shared/calendar/day.ts';
import { instantAt, momentAt, zoneExists } from '../../shared/calendar/instant.ts';
import { isDaysEnd, type Looking } from '../../shared/records/binding-hour.ts';
import type { HourOfDay } from '../../shared/records/date-fact.ts';
import { dayWords, hourWords, zoneCity, type Length } from './dates.ts';

let own = 'UTC';

/** The zone of the clock that the person at work looks at, from here on. */
export function readClockIn(zone: string): void {
  own = zone;
}
/** The zone of the clock that the person at work looks at. */
export const ownZone = (): string => own;
/** How `now` looks by the clock of the person at work; `today` is the day that the window shows. */
export const looking = (now: number, today: string): Looking => ({ now, zone: own, today });

const nbsp = '\u00a0';
const unbroken = (text: string): string => text.replaceAll(' ', nbsp);

/** `in New York`; where nobody said whose clocks count, that. */
const where = (zone: string | null): string => unbroken(zone === null ? 'zone not stated' : `in ${zoneCity(zone)}`);

/**
 * An hour by the clocks that bind, with the clock of the person at work beside it where that shows another: `17:00 in New York`, `17:00 in New York (23:00 in
 * Berlin)`, `17:00 in New York (Fri 19 Jun, 06:00 in Tokyo)`. `day` is the day it is there.
 */
export function hourWithZone(day: string, { time, zone }: HourOfDay, today: string): string {
  const yours = ownClock(day, { time, zone }, today);
  return yours === '' ? hourByClocks({ time, zone }) : `${hourByClocks({ time, zone })} (${yours})`;
}

/** An hour by the clocks that bind alone: `17:00 in New York`. */
export const hourByClocks = ({ time, zone }: HourOfDay): string => `${hourWords(time)}${zone === null ? ',' : ''}${nbsp}${where(zone)}`;

/** What the clock of the person at work shows at that hour; empty where it shows the same, or where nobody said whose clocks count. */
export function ownClock(day: string, { time, zone }: HourOfDay, today: string): string {
  const read = parseDay(day);
  if (zone === null || zone === own || read === null || !zoneExists(zone)) return '';
  const here = momentAt(instantAt({ day: read, time: time.slice(0, 5) }, zone), own);
  if (here.day === read && here.time === time.slice(0, 5)) return '';
  const hour = `${hourWords(here.time ?? time)}${nbsp}${where(own)}`;
  return here.day === read ? hour : `${dayWords(dayText(here.day), 'short', today)}, ${hour}`;
}

/** The same as `hourWithZone`, but empty where it is the end of a day that ends by the reader's clock too. */
export const bindingHour = (day: string, hour: HourOfDay | undefined, today: string): string =>
  hour === undefined || (isDaysEnd(hour) && ownClock(day, hour, today) === '') ? '' : hourWithZone(day, hour, today);

/** A day, and its hour with its zone where it has one that says more than the day does: `Thu 18 Jun, 17:00 in New York`. */
export function dayAndHour(day: string, hour: HourOfDay | null | undefined, length: Length, today: string): string {
  const [words, at] = [dayWords(day, length, today), bindingHour(day, hour ?? undefined, today)];
  return at === '' ? words : `${words}, ${at}`;
}

/** A moment as a rule gives it, in `zone`: `Thu 18 Jun 2026, 17:00 in New York (23:00 in Berlin)`. A whole day is only that. */
export function momentInZone(moment: string, zone: string | null, length: Length, today: string): string {
  const day = moment.slice(0, 10);
  const words = dayWords(day, length, today);
  return moment.length > 10 ? `${words}, ${hourWithZone(day, { time: moment.slice(11, 16), zone }, today)}` : words;
}
