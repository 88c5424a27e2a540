import { expect, test } from 'vitest';
import { readCalendar } from './calendar.ts';

const calendar = (...lines: string[]) => readCalendar(Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')));
const event = (...lines: string[]) => calendar('BEGIN:VEVENT', 'UID:1', 'SUMMARY:Hearing', ...lines, 'END:VEVENT');
const first = (...lines: string[]) => {
  const read = event(...lines);
  return read.ok ? { ...read.events[0], faults: read.faults } : read;
};

test('a day, a time in a zone, in UTC, and one that floats', () => {
  expect(first('DTSTART;VALUE=DATE:20310203')).toMatchObject({ line: 3, title: 'Hearing', day: '2031-02-03', time: null, zone: null });
  expect(first('DTSTART;TZID=America/New_York:20310310T163000')).toMatchObject({ day: '2031-03-10', time: '16:30', zone: 'America/New_York' });
  expect(first('DTSTART:20310310T203000Z')).toMatchObject({ day: '2031-03-10', time: '20:30', zone: 'UTC' });
  expect(first('DTSTART:20310310T163000')).toMatchObject({ time: '16:30', zone: null });
});

test("a zone of the file's own is turned into UTC by its own rules", () => {
  const zone = ['BEGIN:VTIMEZONE', 'TZID:Court', 'BEGIN:STANDARD', 'DTSTART:20300101T000000', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0500', 'END:STANDARD', 'END:VTIMEZONE'];
  const read = calendar(...zone, 'BEGIN:VEVENT', 'UID:1', 'DTSTART;TZID=Court:20310110T220000', 'END:VEVENT');
  expect(read.ok && read.events[0]).toMatchObject({ line: 11, day: '2031-01-11', time: '03:00', zone: 'UTC' });
});

test('folded lines, escapes, a cancelled event and one that repeats', () => {
  expect(first('DTSTART;VALUE=DATE:20310203', 'DESCRIPTION:Room 4\\, floor', '  2\\nBring ID', 'STATUS:CANCELLED', 'RRULE:FREQ=DAILY;COUNT=3')).toMatchObject({
    description: 'Room 4, floor 2\nBring ID',
    cancelled: true,
    repeats: 'FREQ=DAILY;COUNT=3',
  });
});

test('a broken event is a fault with its line and the others are read', () => {
  const read = calendar(
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY:No date',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:2',
    'DTSTART;VALUE=DATE:20310203',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20311340',
    'END:VEVENT',
  );
  expect(read.ok && [read.events.map((one) => one.uid), read.faults.map((one) => one.line)]).toEqual([['2'], [3, 11]]);
});

test('a file that is no calendar, or not whole, fails with the line', () => {
  expect(readCalendar(Buffer.from('Dear all,\n'))).toMatchObject({ ok: false, line: 1 });
  expect(calendar('no colon here')).toMatchObject({ ok: false, line: 3, why: expect.stringContaining('colon') });
  expect(calendar('BEGIN:VEVENT', 'no colon here', 'END:VEVENT')).toMatchObject({ ok: true, events: [], faults: [{ line: 4 }] });
  expect(calendar('BEGIN:VEVENT', 'END:VTODO')).toMatchObject({ ok: false, line: 4 });
  expect(readCalendar(Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'))).toMatchObject({ ok: false, line: 2, why: 'VEVENT begins here and never ends' });
});
