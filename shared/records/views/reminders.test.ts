import { expect, test } from 'vitest';
import { dayText, parseDay } from '../../calendar/day.ts';
import { lookingAt } from '../binding-hour.ts';
import { reminderWords, remindersOn, usualLadder } from './reminders.ts';

const on = (day: string) => ({ now: (parseDay(day) ?? 0) * 86_400_000 + 12 * 3_600_000, zone: 'UTC', today: day });
const day = '2026-11-25';
const today = on(day);
const due = (fileBy: string | null, number = 'DL-001') => ({ number, fileBy });

test('a deadline is reminded of on the days of the ladder and not between them', () => {
  const left = (fileBy: string) => remindersOn([due(fileBy)], today, '2026-11-24').map((one) => one.left);
  expect(left('2026-12-02')).toEqual([7]);
  expect(left('2026-12-01')).toEqual([]);
  expect(left('2026-11-28')).toEqual([3]);
  expect(left('2026-11-25T16:30')).toEqual([0]);
  expect(left('2026-11-24')).toEqual([-1]);
  expect(left('2026-11-23')).toEqual([]);
});

test('what came due while the program was not running is told at the next start, once', () => {
  // Away from the 10th: the rung of three days passed on the 22nd.
  expect(remindersOn([due('2026-11-27')], today, '2026-11-10')).toEqual([{ number: 'DL-001', left: 2 }]);
  expect(remindersOn([due('2026-11-27')], today, day)).toEqual([]);
});

test('a clock that runs for a year, with the program started on random days, reminds once of each rung reached and never twice on a day', () => {
  const start = parseDay('2026-01-01') ?? 0;
  const deadlines = Array.from({ length: 40 }, (_, i) => due(dayText(start + 20 + i * 8), `DL-${i}`));
  let last: string | null = dayText(start - 1);
  const told = new Map<string, number>();
  let step = 7;
  for (let at = start; at < start + 400; at += (step = (step * 31 + 11) % 5) + 1) {
    const now = dayText(at);
    for (const one of remindersOn(deadlines, on(now), last)) told.set(one.number, (told.get(one.number) ?? 0) + 1);
    expect(remindersOn(deadlines, on(now), now)).toEqual([]);
    last = now;
  }
  // A start every one to five days passes each rung, several of them at once where they lie close.
  for (const one of deadlines) {
    expect(told.get(one.number)).toBeGreaterThanOrEqual(2);
    expect(told.get(one.number)).toBeLessThanOrEqual(usualLadder.length + 1);
  }
});

test('a notification names no title, and numbers only where somebody chose that', () => {
  const reminders = remindersOn([due('2026-11-20', 'DL-009'), due('2026-11-25', 'DL-002'), due('2026-11-28', 'DL-003'), due(null, 'DL-004')], today, null);
  expect(reminderWords(reminders, false)).toEqual({ title: '3 deadlines', body: '1 late; 1 due today; 1 due within 3 days' });
  expect(reminderWords(reminders, true)).toEqual({ title: '3 deadlines', body: 'DL-009 late; DL-002 due today; DL-003 due within 3 days' });
  expect(reminderWords([{ number: 'DL-001', left: 1 }], false)).toEqual({ title: '1 deadline', body: '1 due tomorrow' });
});

test('whether one is late is for its hour to say, by the clocks that bind; that it is late is told on the first day after it', () => {
  const berlin = (text: string) => lookingAt(Date.parse(text), 'Europe/Berlin');
  const one = (time: string, zone: string) => [{ number: 'DL-001', fileBy: '2026-11-25', hour: { time, zone } }];
  const left = (hour: ReturnType<typeof one>, at: string, last: string | null) => remindersOn(hour, berlin(at), last).map((reminder) => reminder.left);
  const ten = one('10:00', 'Europe/Berlin');
  expect(left(ten, '2026-11-25T08:59Z', '2026-11-24')).toEqual([0]);
  expect(left(ten, '2026-11-25T09:01Z', '2026-11-24')).toEqual([-1]);
  expect(left(ten, '2026-11-26T07:00Z', '2026-11-25')).toEqual([-1]);
  // 17:00 in Los Angeles is 02:00 of the next day in Berlin: until then it is for today, and late is told on the day after.
  const there = one('17:00', 'America/Los_Angeles');
  expect(left(there, '2026-11-26T00:30Z', '2026-11-24')).toEqual([0]);
  expect(left(there, '2026-11-26T07:00Z', '2026-11-25')).toEqual([]);
  expect(left(there, '2026-11-27T07:00Z', '2026-11-26')).toEqual([-2]);
});
