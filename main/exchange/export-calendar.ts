import { parseDay } from '../../shared/calendar/day.ts';
import { instantAt, zoneExists } from '../../shared/calendar/instant.ts';
import type { Audience } from '../../shared/records/field.ts';
import { bindingInstant, isDaysEnd } from '../../shared/records/binding-hour.ts';
import { dateThatHolds, fileBy, fileByTime, isStopped, lastDay, recordedDate } from '../../shared/records/kinds/deadline-dates.ts';
import { dateWords, restsOn } from '../../shared/records/date-words.ts';
import { isKind, kinds, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Reading } from '../records/reading.ts';
import type { Records } from '../records/records.ts';
import { recordsFor, releasing, type Exporting } from './export-records.ts';
import { componentText, textValue, type Component, type Property } from './ical-text.ts';
import { release, type Manifest } from './release.ts';
import { timeZone } from './time-zone-component.ts';

export interface CalendarExporting extends Exporting {
  /** Titles, acts and consequences too; without it every event is a "Case deadline", because calendars are shared and synchronized. */
  readonly titles: boolean;
  /** Days before the date on which a calendar program reminds; domain.md §3 says 7. */
  readonly remindDays: readonly number[];
  readonly now: number;
  /** By whose clocks the calendar is read: the end of a day elsewhere is an hour there. Where nobody says, it is the day itself. */
  readonly zone?: string;
}

type Deadline = RecordOf<'deadline'>;
/** What of an export says how a deadline is told. */
type Told = Pick<CalendarExporting, 'titles' | 'remindDays' | 'now' | 'zone'>;
const cancelled = new Set(['superseded', 'not_applicable', 'waived']);
const plainTitle = 'Case deadline';

/**
 * Writes deadlines as a calendar (RFC 5545, to domain.md §3): taken in twice, an event is changed and not doubled, because its UID stays and its
 * SEQUENCE grows; one that was set aside, or removed after it had gone out, comes as cancelled. Deadlines without a date are left out.
 */
export function exportCalendar(records: Records, asked: CalendarExporting): Promise<Manifest> {
  const reading = records.reading();
  const going = [...recordsFor(reading, { ...asked, kind: 'deadline' }), ...withdrawn(reading, asked)].filter(
    (record): record is Deadline => isKind(record, 'deadline') && fileBy(record.fields) !== null,
  );
  return release(records, {
    ...releasing(asked),
    what: 'Calendar of deadlines',
    format: 'ics',
    records: going,
    ifWithheld: 'leave-out',
    make: (allowed) => [
      Buffer.from(
        calendarText(
          allowed.filter((record): record is Deadline => isKind(record, 'deadline') && fileBy(record.fields) !== null),
          (id) => reading.changed(id).times - 1,
          asked,
        ),
      ),
    ],
  });
}

/** Deadlines that went out in a calendar before and are removed since. */
function withdrawn(reading: Reading, asked: { readonly caseId?: string; readonly audience: Audience }): AnyRecord[] {
  const numbers = new Set(reading.all('release').flatMap((one) => (one.fields.format === 'ics' && one.state === 'released' ? one.fields.numbers : [])));
  return [...numbers]
    .map((number) => reading.get(number))
    .filter((record): record is AnyRecord => record?.removed !== undefined && (asked.caseId === undefined || record.caseId === asked.caseId));
}

/** The whole text. `sequenceOf` grows whenever a deadline is written. */
export function calendarText(deadlines: readonly Deadline[], sequenceOf: (id: string) => number, how: Told): string {
  const timed = deadlines.flatMap((deadline) => {
    const hour = hourOf(deadline, how.zone);
    return hour ? [{ ...hour, at: instantAt({ day: parseDay(fileBy(deadline.fields) ?? '') ?? 0, time: hour.time }, hour.zone) }] : [];
  });
  const zones = [...new Set(timed.map((one) => one.zone))].sort().map((zone) => {
    const instants = timed.filter((one) => one.zone === zone).map((one) => one.at);
    return timeZone(zone, Math.min(...instants), Math.max(...instants));
  });
  return componentText({
    name: 'VCALENDAR',
    properties: [
      { name: 'VERSION', value: '2.0' },
      { name: 'PRODID', value: '-//Cordon//Deadlines//EN' },
      { name: 'CALSCALE', value: 'GREGORIAN' },
      { name: 'METHOD', value: 'PUBLISH' },
    ],
    components: [...zones, ...deadlines.map((deadline) => event(deadline, sequenceOf(deadline.id), how))],
  });
}

/**
 * The hour of a deadline whose zone this program knows; none where it is the end of the day by the reader's clocks too, which the day itself says. The end of a day in Tokyo is the
 * morning of that day in New York, and the end of one in Los Angeles the morning after it in Berlin: a whole day in the calendar would be another one.
 */
function hourOf({ fields }: Deadline, reader: string | undefined): { readonly time: string; readonly zone: string } | null {
  const hour = fileByTime(fields);
  if (hour === null || hour.zone === null || !zoneExists(hour.zone)) return null;
  if (isDaysEnd(hour)) {
    const day = fileBy(fields) ?? '';
    if (reader === undefined || bindingInstant(day, hour, reader) === bindingInstant(day, { time: hour.time, zone: reader }, reader)) return null;
  }
  return { time: hour.time, zone: hour.zone };
}

function event(deadline: Deadline, sequence: number, { titles, remindDays, now, zone }: Told): Component {
  const { fields } = deadline;
  const day = (fileBy(fields) ?? '').replaceAll('-', '');
  const hour = hourOf(deadline, zone);
  const off = cancelled.has(deadline.state) || deadline.removed !== undefined;
  const done = kinds.deadline.states[deadline.state as keyof typeof kinds.deadline.states].label;
  const start: Property = hour
    ? { name: 'DTSTART', parameters: { TZID: hour.zone }, value: `${day}T${hour.time.replaceAll(':', '').padEnd(6, '0')}` }
    : { name: 'DTSTART', parameters: { VALUE: 'DATE' }, value: day };
  const open = !off && !isStopped(deadline) && !('closed' in kinds.deadline.states[deadline.state as keyof typeof kinds.deadline.states]);
  return {
    name: 'VEVENT',
    properties: [
      { name: 'UID', value: deadline.id },
      { name: 'DTSTAMP', value: utc(now) },
      start,
      { name: 'SEQUENCE', value: String(sequence) },
      { name: 'SUMMARY', value: textValue(titles ? fields.title : plainTitle) },
      ...(titles ? [{ name: 'DESCRIPTION', value: textValue(described(deadline, done)) }] : []),
      { name: 'STATUS', value: off ? 'CANCELLED' : deadline.state === 'proposed' || isStopped(deadline) ? 'TENTATIVE' : 'CONFIRMED' },
      { name: 'CLASS', value: 'CONFIDENTIAL' },
      { name: 'TRANSP', value: 'TRANSPARENT' },
    ],
    components: open
      ? remindDays.map((days) => ({
          name: 'VALARM',
          properties: [
            { name: 'ACTION', value: 'DISPLAY' },
            { name: 'TRIGGER', value: `-P${days}D` },
            { name: 'DESCRIPTION', value: textValue(titles ? fields.title : plainTitle) },
          ],
        }))
      : [],
  };
}

function described(deadline: Deadline, state: string): string {
  const { fields, number } = deadline;
  const last = lastDay(fields);
  const recorded = recordedDate(fields);
  const consequence = fields.consequence === undefined ? undefined : kinds.deadline.fields.consequence.options?.[fields.consequence];
  return [
    `${number}, ${state.toLowerCase()}`,
    fields.act,
    last !== null && last !== fileBy(fields) ? `File by this day; the last day on the prevailing reading is ${last}.` : undefined,
    recorded === undefined || recorded.certainty === 'exact' ? undefined : `The date is recorded as “${dateWords(recorded)}”: ${restsOn(recorded)}.`,
    ...assumedIn(deadline),
    fields.mustBeReceived === true ? 'Must be received by then.' : undefined,
    consequence === undefined ? undefined : `If late: ${consequence}.`,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

/** What a computed date was assumed to rest on (domain.md §7 U9). `release` has taken it off for others. None where a person recorded the date that holds. */
function assumedIn({ fields }: Deadline): string[] {
  const assumed = dateThatHolds(fields)?.by === 'rule' ? fields.answer?.['assumptions'] : undefined;
  if (!Array.isArray(assumed)) return [];
  return assumed.flatMap((one: unknown) => (typeof one === 'object' && one !== null && 'text' in one && typeof one.text === 'string' ? [`Assumed: ${one.text}`] : []));
}

/** `20310108T210000Z`. */
const utc = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
