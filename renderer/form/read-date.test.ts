import { describe, expect, test } from 'vitest';
import type { DateFact } from '../../shared/records/date-fact.ts';
import { readDate, type ReadDay } from './read-date.ts';

/** Reads `12 June` in 2026 and `2026-06-12`; everything else is no day. */
const readDay: ReadDay = async (typed) => {
  const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
  const plain = /^(\d{1,2})[ \u00a0](\w+)(?:[ \u00a0](\d{4}))?$/.exec(typed.trim().toLowerCase());
  const month = plain ? months.findIndex((name) => name === plain[2] || name.slice(0, 3) === plain[2]) + 1 : 0;
  const iso = /^\d{4}-\d{2}-\d{2}$/.exec(typed.trim());
  if (iso) return { ok: true, day: iso[0] };
  if (!plain || month === 0 || (month === 6 && Number(plain[1]) > 30)) return { ok: false, why: `${typed}: no such day` };
  return { ok: true, day: `${plain[3] ?? '2026'}-${String(month).padStart(2, '0')}-${(plain[1] ?? '').padStart(2, '0')}` };
};
const read = async (typed: string): Promise<DateFact> => {
  const got = await readDate(typed, 'America/New_York', readDay);
  if (!got.ok) throw new Error(got.why);
  const { asTyped: _kept, ...fact } = got.fact;
  return fact;
};

test.each<[string, DateFact]>([
  ['14 June', { certainty: 'exact', day: '2026-06-14' }],
  ['14 June 2026, 16:20', { certainty: 'exact', day: '2026-06-14', time: '16:20', zone: 'America/New_York' }],
  ['14 June 4.20pm', { certainty: 'exact', day: '2026-06-14', time: '16:20', zone: 'America/New_York' }],
  ['14 June at 12 a.m.', { certainty: 'exact', day: '2026-06-14', time: '00:00', zone: 'America/New_York' }],
  ['14 June, 12:00 noon', { certainty: 'exact', day: '2026-06-14', time: '12:00', zone: 'America/New_York' }],
  ['14 June 2026, 17:00 in Los Angeles', { certainty: 'exact', day: '2026-06-14', time: '17:00', zone: 'America/Los_Angeles' }],
  ['14 June 2026, 5 p.m. ET', { certainty: 'exact', day: '2026-06-14', time: '17:00', zone: 'America/New_York' }],
  ['14 June 2026, 5 pm (London time)', { certainty: 'exact', day: '2026-06-14', time: '17:00', zone: 'Europe/London' }],
  ['14 June, 12:00 noon PT', { certainty: 'exact', day: '2026-06-14', time: '12:00', zone: 'America/Los_Angeles' }],
  ['14 June 2026 17:00 Asia/Tokyo', { certainty: 'exact', day: '2026-06-14', time: '17:00', zone: 'Asia/Tokyo' }],
  ['about 30 April', { certainty: 'approximate', day: '2026-04-30' }],
  ['by 12 June', { certainty: 'range', latest: '2026-06-12' }],
  ['on or before 12 June', { certainty: 'range', latest: '2026-06-12' }],
  ['before 12 June', { certainty: 'range', latest: '2026-06-11' }],
  ['unknown, before 12 June', { certainty: 'range', latest: '2026-06-11' }],
  ['after 30 May', { certainty: 'range', earliest: '2026-05-31' }],
  ['on or after 30 May', { certainty: 'range', earliest: '2026-05-30' }],
  ['between 9 and 12 June', { certainty: 'range', earliest: '2026-06-09', latest: '2026-06-12' }],
  [
    '9 or 12 June',
    {
      certainty: 'disputed',
      readings: [
        { day: '2026-06-09', saidBy: '' },
        { day: '2026-06-12', saidBy: '' },
      ],
    },
  ],
  ['unknown', { certainty: 'unknown' }],
  ['Not known', { certainty: 'unknown' }],
])('“%s” is read as far as it is known', async (typed, fact) => {
  expect(await read(typed)).toEqual(fact);
});

test.each<[string, DateFact]>([
  ['by 12 June', { certainty: 'exact', day: '2026-06-12' }],
  ['no later than 12 June 2026, 17:00 in Los Angeles', { certainty: 'exact', day: '2026-06-12', time: '17:00', zone: 'America/Los_Angeles' }],
  ['before 12 June', { certainty: 'exact', day: '2026-06-11' }],
  ['by about 12 June', { certainty: 'approximate', day: '2026-06-12' }],
  ['not before 12 June', { certainty: 'range', earliest: '2026-06-12' }],
  ['unknown, by 12 June', { certainty: 'exact', day: '2026-06-12' }],
])('where a last day is asked for, “%s” names it', async (typed, fact) => {
  const got = await readDate(typed, 'America/New_York', readDay, true);
  expect(got).toEqual({ ok: true, fact: { ...fact, asTyped: typed.replace('unknown, ', '') } });
});

test('what might have been meant by a last day keeps the words around it', async () => {
  const either: ReadDay = async (part) =>
    part === '3/4/26' ? { ok: false, why: 'either way round', instead: ['3 April 2026', '4 March 2026'] } : { ok: false, why: 'no such day' };
  const got = await readDate('by 3/4/26', 'UTC', either, true);
  expect(got).toEqual({ ok: false, why: 'either way round', instead: ['by 3 April 2026', 'by 4 March 2026'] });
});

test('what was typed is kept beside what it was read as', async () => {
  const got = await readDate('  by  12 June ', 'UTC', readDay);
  expect(got.ok && got.fact.asTyped).toBe('by 12 June');
});

test.each(['31 June', 'between 9 and 31 June', 'about soon', '14 June 25:00', 'between 12 June and 9 June'])('“%s” is refused with a reason, never guessed', async (typed) => {
  const got = await readDate(typed, 'UTC', readDay);
  expect(got.ok).toBe(false);
  expect(got.ok ? '' : got.why).not.toBe('');
});

test('what might have been meant by a part is offered as the whole that it would make', async () => {
  const unclear: ReadDay = async (typed) => (typed === '03/04/2026' ? { ok: false, why: 'either way round', instead: ['4 March 2026', '3 April 2026'] } : readDay(typed));
  const instead = async (typed: string) => {
    const got = await readDate(typed, 'America/New_York', unclear);
    return got.ok ? null : got.instead;
  };
  expect(await instead('03/04/2026')).toEqual(['4 March 2026', '3 April 2026']);
  expect(await instead('by 03/04/2026')).toEqual(['by 4 March 2026', 'by 3 April 2026']);
  expect(await instead('03/04/2026, 16:20')).toEqual(['4 March 2026, 16:20', '3 April 2026, 16:20']);
  expect(await instead('31 June')).toBeUndefined();
});

describe('when clocks change', () => {
  const zones = [
    ['New York', '8 March 2026', '02:30', '01:30', '03:30', '1 November 2026', '01:30'],
    ['Berlin', '29 March 2026', '02:30', '01:30', '03:30', '25 October 2026', '02:30'],
    ['London', '29 March 2026', '01:30', '00:30', '02:30', '25 October 2026', '01:30'],
    ['Sydney', '4 October 2026', '02:30', '01:30', '03:30', '5 April 2026', '02:30'],
  ] as const;
  test.each(zones)('in %s: an hour that no clock shows is refused with the hours that may be meant', async (city, day, hour, before, after) => {
    const got = await readDate(`${day}, ${hour} in ${city}`, 'America/Chicago', readDay);
    expect(got.ok).toBe(false);
    const instead = got.ok ? [] : (got.instead ?? []);
    expect(instead.map((one) => one.replace(/^.*, /, ''))).toEqual([`${before} in ${city}`, `${after} in ${city}`]);
    for (const one of instead) expect(await readDate(one, 'America/Chicago', readDay)).toMatchObject({ ok: true });
  });
  test.each(zones)('in %s: an hour that clocks show twice is read', async (city, _d, _h, _b, _a, day, hour) => {
    expect(await readDate(`${day}, ${hour} in ${city}`, 'America/Chicago', readDay)).toMatchObject({ ok: true, fact: { time: hour } });
  });
});
