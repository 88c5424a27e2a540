import { expect, test } from 'vitest';
import { backupState } from './backup-reminder.ts';

const day = 86_400_000;
const at = (instant: number, zone = 'UTC') => ({ instant, zone });
const backup = (at: number, entry: number, destroyed: number | null = null) => ({
  entry,
  file: 'V.cordon.tar',
  at,
  by: 'Ada',
  bytes: 1,
  sha256: '',
  upTo: entry - 1,
  locked: false,
  destroyed,
  checked: null,
});

test('a vault without a backup is reminded after a day', () => {
  expect(backupState([], { seq: 4, madeAt: 0, now: at(day - 1) })).toEqual({ last: null, daysAgo: null, changes: 4, due: false });
  expect(backupState([], { seq: 4, madeAt: 0, now: at(day) }).due).toBe(true);
});

test('a reminder comes after seven days with changes, and not without', () => {
  const known = [backup(10 * day, 20)];
  expect(backupState(known, { seq: 21, madeAt: 0, now: at(17 * day - 1) })).toMatchObject({ daysAgo: 6, changes: 1, due: false });
  expect(backupState(known, { seq: 21, madeAt: 0, now: at(19 * day) })).toMatchObject({ daysAgo: 9, due: true });
  // Its own entry is no change of the case.
  expect(backupState(known, { seq: 20, madeAt: 0, now: at(30 * day) })).toMatchObject({ changes: 0, due: false });
});

test('a backup that was destroyed does not count, and a clock that was ahead once does not keep the reminder quiet until then', () => {
  expect(backupState([backup(9 * day, 30, 10 * day), backup(day, 10)], { seq: 31, madeAt: 0, now: at(10 * day) })).toMatchObject({ daysAgo: 9, changes: 21, due: true });
  expect(backupState([backup(9 * day, 30)], { seq: 31, madeAt: 0, now: at(day) })).toMatchObject({ daysAgo: 0, due: true });
  expect(backupState([backup(9 * day, 30)], { seq: 30, madeAt: 0, now: at(day) }).due).toBe(false);
  expect(backupState([], { seq: 4, madeAt: 9 * day, now: at(day) }).due).toBe(true);
});

test('days are those of the person at work, not times of twenty-four hours', () => {
  const evening = Date.UTC(2027, 2, 14, 3, 30);
  const ago = (now: number, zone: string) => backupState([backup(evening, 20)], { seq: 21, madeAt: 0, now: at(now, zone) }).daysAgo;
  expect(ago(evening + 90 * 60_000, 'America/New_York'), 'after midnight').toBe(1);
  expect(ago(evening + 90 * 60_000, 'Europe/Berlin')).toBe(0);
  expect(ago(evening + day + 3_600_000, 'America/New_York'), 'a day of 23 hours lies between').toBe(2);
});
