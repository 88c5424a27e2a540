import ICAL from 'ical.js';
import { contentLines, type ContentLine } from './calendar-lines.ts';
import { plainText } from './plain.ts';

/** One event of a calendar, as far as a date of a case needs it. */
export interface CalendarEvent {
  /** The line of the file on which it begins. */
  readonly line: number;
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly day: string;
  /** Null for a whole day. */
  readonly time: string | null;
  /** IANA zone of the time; `UTC` where the file's own zone is known to nobody else; null for a time that floats. */
  readonly zone: string | null;
  readonly cancelled: boolean;
  /** The rule by which it comes again; only the first time is given. */
  readonly repeats: string | null;
}
export type CalendarReading =
  | { readonly ok: true; readonly events: readonly CalendarEvent[]; readonly faults: readonly { readonly line: number; readonly why: string }[] }
  | { readonly ok: false; readonly line: number | null; readonly why: string };

const mostEvents = 20_000;

/** The events of an iCalendar file (RFC 5545). One that is broken is a fault with its line, and the others are read; a file that is none fails whole. */
export function readCalendar(bytes: Uint8Array): CalendarReading {
  const text = plainText(bytes);
  if (text === null) return { ok: false, line: null, why: 'it is not text' };
  const read = contentLines(text);
  if (!read.ok) return read;
  if (read.events.length > mostEvents) return { ok: false, line: null, why: `it has more than ${mostEvents.toLocaleString('en-US')} events` };
  const zones = read.zones.map((zone) => textOf(zone)).join('');
  const events: CalendarEvent[] = [];
  const faults: { line: number; why: string }[] = [];
  for (const lines of read.events) {
    const line = lines[0]?.line ?? 0;
    try {
      events.push({ line, ...eventOf(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${zones}${textOf(lines)}END:VCALENDAR\r\n`) });
    } catch (thrown) {
      // The library's own words may quote the file.
      faults.push({ line, why: thrown instanceof NoDate ? thrown.message : 'the event cannot be read' });
    }
  }
  return { ok: true, events, faults };
}

class NoDate extends Error {}

const textOf = (lines: readonly ContentLine[]): string => lines.map((one) => `${one.text}\r\n`).join('');

function eventOf(text: string): Omit<CalendarEvent, 'line'> {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent');
  const words = (name: string): string => {
    const value = event?.getFirstPropertyValue(name);
    return typeof value === 'string' ? value : '';
  };
  const property = event?.getFirstProperty('dtstart');
  const start = property?.getFirstValue();
  if (!event || !property || !(start instanceof ICAL.Time)) throw new NoDate('the event has no date (DTSTART)');
  const at = placed(start, property.getFirstParameter('tzid') ?? null, calendar);
  const rule = event.getFirstPropertyValue('rrule');
  return {
    uid: words('uid'),
    title: words('summary'),
    description: words('description'),
    location: words('location'),
    ...at,
    cancelled: words('status').toUpperCase() === 'CANCELLED',
    repeats: rule === null || rule === undefined ? null : String(rule),
  };
}

const two = (n: number): string => String(n).padStart(2, '0');
const dayOf = (time: ICAL.Time): string => `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;

function placed(start: ICAL.Time, tzid: string | null, calendar: ICAL.Component): Pick<CalendarEvent, 'day' | 'time' | 'zone'> {
  // ical.js rolls over what does not exist: the 40th of a month must not become a day of the next.
  if (start.month < 1 || start.month > 12 || start.day < 1 || start.day > 31 || start.hour > 23) throw new NoDate('its date does not exist');
  if (start.isDate) return { day: dayOf(start), time: null, zone: null };
  const time = `${two(start.hour)}:${two(start.minute)}`;
  if (tzid === null) return { day: dayOf(start), time, zone: start.zone === ICAL.Timezone.utcTimezone ? 'UTC' : null };
  if (known(tzid)) return { day: dayOf(start), time, zone: tzid };
  const own = calendar.getAllSubcomponents('vtimezone').find((zone) => zone.getFirstPropertyValue('tzid') === tzid);
  if (!own) return { day: dayOf(start), time, zone: null };
  const utc = ICAL.Timezone.convert_time(start.clone(), new ICAL.Timezone(own), ICAL.Timezone.utcTimezone);
  return { day: dayOf(utc), time: `${two(utc.hour)}:${two(utc.minute)}`, zone: 'UTC' };
}

function known(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]+\/[A-Za-z_/+-]+$|^UTC$/.test(zone);
  } catch {
    return false;
  }
}
