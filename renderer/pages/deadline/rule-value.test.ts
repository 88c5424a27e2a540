import { expect, test } from 'vitest';
import type { ReadDay } from '../../form/read-date.ts';
import { hourChange, momentOf, readMoment, typedOf, valueOf } from './rule-value.ts';

/** Reads two ways of writing one day, and no other. */
const readDay: ReadDay = (typed) => Promise.resolve(/^(26 November 2026|November 26, 2026)$/.test(typed) ? { ok: true, day: '2026-11-26' } : { ok: false, why: 'no day' });
const zone = 'America/New_York';
const value = (name: string, typed: string) => valueOf(name, typed, zone, readDay);

test('the start of a period in hours is typed with its hour, as in any field for a date', async () => {
  expect(await momentOf('26 November 2026, 16:30', zone, readDay)).toBe('2026-11-26T16:30');
  expect(await momentOf('November 26, 2026 at 4:30 p.m.', zone, readDay)).toBe('2026-11-26T16:30');
  expect(await momentOf('26 November 2026', zone, readDay)).toBe('2026-11-26');
  expect(await momentOf('2026-11-26T16:30', zone, readDay)).toBe('2026-11-26T16:30');
});

test('an hour that clocks skip starts no period: both hours that may be meant are offered, by the clocks that are chosen; one that they show twice is said to be', async () => {
  const any: ReadDay = (typed) => Promise.resolve(/^8 March 2026$|^2026-03-08$/.test(typed) ? { ok: true, day: '2026-03-08' } : { ok: false, why: 'no day' });
  for (const typed of ['8 March 2026, 2:30', '2026-03-08T02:30']) {
    expect(await readMoment(typed, 'America/New_York', any)).toMatchObject({ ok: false, instead: ['8 Mar 2026, 01:30', '8 Mar 2026, 03:30'] });
    // Clocks in Berlin go on that night.
    expect(await readMoment(typed, 'Europe/Berlin', any)).toEqual({ moment: '2026-03-08T02:30', zone: null });
  }
  expect(await readMoment('8 March 2026, 2:30 in New York', 'Europe/Berlin', any)).toMatchObject({ ok: false });
  expect([hourChange('2026-11-01T01:30', 'America/New_York'), hourChange('2026-11-01T01:30', 'Europe/Berlin'), hourChange('2026-11-01', 'America/New_York')]).toEqual([
    'twice',
    null,
    null,
  ]);
});

test('a day that is not certain starts no period', async () => {
  for (const typed of ['', 'about 26 November 2026', 'unknown', 'before 26 November 2026', 'soon']) expect(await momentOf(typed, zone, readDay)).toBeNull();
});

test('what a rule asks for is typed as people write it', async () => {
  expect(await value('offset', ' 14 ')).toBe(14);
  expect(await value('related_deadline', '26 November 2026')).toBe('2026-11-26');
  expect(await value('tolling_motion_disposed', 'Pending')).toBe('pending');
  expect(await value('events', '26 November 2026; November 26, 2026')).toEqual(['2026-11-26', '2026-11-26']);
  expect(await value('holds', '26 November 2026 to November 26, 2026')).toEqual([{ start: '2026-11-26', end: '2026-11-26' }]);
  expect(await value('unusual_circumstances', 'yes')).toBe('yes');
  expect(await value('agreement', 'Cloud agreement, clause 14')).toBe('Cloud agreement, clause 14');
});

test('what is no number is handed on, so that the evaluator says what it wants', async () => expect(await value('offset', 'two weeks')).toBe('two weeks'));

test('what was kept stands in its field again, and is read back to the same', async () => {
  for (const [name, kept] of [
    ['offset', 14],
    ['related_deadline', '2026-11-26'],
    ['fixed_date', '2026-11-26T16:30'],
    ['events', ['2026-11-26', '2026-12-01']],
    ['holds', [{ start: '2026-11-26', end: '2026-12-01' }]],
    ['limit', 'at_least'],
  ] as const)
    expect(await value(name, typedOf(kept))).toEqual(kept);
});
