import { expect, test } from 'vitest';
import { dateHandlers } from './dates.ts';

const halfMinute = 30_000;
let now = Date.UTC(2027, 2, 1, 4, 59, 50);
const handlers = dateHandlers({ clock: () => ({ instant: now, zone: 'America/New_York' }) });
const read = (typed: string, on?: string) => handlers['dates.read']({ typed, ...(on !== undefined && { on }) }, undefined as never);

test('words that are counted from a day keep the one they were read as, when midnight has come since', async () => {
  expect(await read('today')).toEqual({ day: '2027-02-28', reading: 'Sun 28 Feb 2027; today is Sun 28 Feb 2027 (America/New_York)' });
  now += halfMinute;
  expect(await read('today')).toMatchObject({ day: '2027-03-01' });
  expect(await read('today', '2027-02-28')).toEqual({ day: '2027-02-28', reading: 'Sun 28 Feb 2027; typed on Sun 28 Feb 2027 (America/New_York)' });
  expect(await read('in 10 days', '2027-02-28')).toMatchObject({ day: '2027-03-10' });
  expect(await read('tomorrow', '2028-02-28')).toMatchObject({ day: '2028-02-29' });
  expect(await read('3 January', '2026-12-31'), 'the year too').toMatchObject({ day: '2027-01-03' });
});
