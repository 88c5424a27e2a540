import ICAL from 'ical.js';
import { parseDay } from '../../../shared/calendar/day.ts';
import { zoneExists } from '../../../shared/calendar/instant.ts';
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
      const wrong = lines.find((one) => one.wrong);
      if (wrong) faults.push({ line: wrong.line, why: 'a name and a colon are expected at the beginning of the line' });
      else
        events.push({
          line,
          ...eventOf(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${zones}BEGIN:VEVENT\r\n${textOf(needed(lines))}END:VEVENT\r\nEND:VCALENDAR\r\n`),
          repeats: ruleOf(lines),
        });
    } catch (thrown) {
      // The library's own words may quote the file.
      faults.push({ line, why: thrown instanceof NoDate ? thrown.message : 'the event cannot be read' });
    }
  }
  return { ok: true, events, faults };
}

class NoDate extends Error {}

/** The properties of the event itself that are read; its alarms and everything else are nobody's date. A day without `VALUE=DATE` is written often enough. */
function needed(lines: readonly ContentLine[]): ContentLine[] {
  return own(lines)
    .filter((one) => /^(UID|SUMMARY|DESCRIPTION|LOCATION|DTSTART|STATUS)[;:]/i.test(one.text))
    .map((one) => ({ ...one, text: one.text.replace(/^(DTSTART)((?:;(?!VALUE=)[^:;]*)*):(?=\d{8}$)/i, '$1;VALUE=DATE:') }));
}

/** The lines between BEGIN:VEVENT and its end that stand in no component within it. */
function own(lines: readonly ContentLine[]): ContentLine[] {
  let depth = 0;
  return lines.filter(({ text }) => {
    if (/^BEGIN:/i.test(text)) depth++;
    else if (/^END:/i.test(text)) depth--;
    else return depth === 1;
    return false;
  });
}

const ruleOf = (lines: readonly ContentLine[]): string | null =>
  own(lines)
    .find((one) => /^RRULE[;:]/i.test(one.text))
    ?.text.replace(/^[^:]*:/, '') ?? null;

const textOf = (lines: readonly ContentLine[]): string => lines.map((one) => `${one.text}\r\n`).join('');

function eventOf(text: string): Omit<CalendarEvent, 'line' | 'repeats'> {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const event = calendar.getFirstSubcomponent('vevent');
  const words = (name: string): string => {
    const value = event?.getFirstPropertyValue(name);
    return typeof value === 'string' ? value : '';
  };
  const property = event?.getFirstProperty('dtstart');
  const start = property?.getFirstValue();
  if (!event || !property || !(start instanceof ICAL.Time)) throw new NoDate('the event has no date (DTSTART)');
  // ical.js rolls over what does not exist: the 40th of a month must not become a day of the next.
  const written = String(property.toJSON()[3]);
  if (parseDay(written.slice(0, 10)) === null || !/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d:[0-6]\dZ?)?$/.test(written)) throw new NoDate('its date does not exist');
  const at = placed(start, property.getFirstParameter('tzid') ?? null, calendar);
  return {
    uid: words('uid'),
    title: words('summary'),
    description: words('description'),
    location: words('location'),
    ...at,
    cancelled: words('status').toUpperCase() === 'CANCELLED',
  };
}

const two = (n: number): string => String(n).padStart(2, '0');
const dayOf = (time: ICAL.Time): string => `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;

function placed(start: ICAL.Time, tzid: string | null, calendar: ICAL.Component): Pick<CalendarEvent, 'day' | 'time' | 'zone'> {
  if (start.isDate) return { day: dayOf(start), time: null, zone: null };
  const time = `${two(start.hour)}:${two(start.minute)}`;
  if (tzid === null) return { day: dayOf(start), time, zone: start.zone === ICAL.Timezone.utcTimezone ? 'UTC' : null };
  if (known(tzid)) return { day: dayOf(start), time, zone: tzid };
  const own = calendar.getAllSubcomponents('vtimezone').find((zone) => zone.getFirstPropertyValue('tzid') === tzid);
  if (!own) return { day: dayOf(start), time, zone: null };
  const there = start.clone();
  there.zone = new ICAL.Timezone(own);
  const utc = there.convertToZone(ICAL.Timezone.utcTimezone);
  return { day: dayOf(utc), time: `${two(utc.hour)}:${two(utc.minute)}`, zone: 'UTC' };
}

/** A zone of the IANA list, by a name that names a place: abbreviations such as EST mean one thing here and another there. */
const known = (zone: string): boolean => (zone.includes('/') || zone === 'UTC') && zoneExists(zone);
