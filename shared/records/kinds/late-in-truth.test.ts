import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, dayText } from '../../calendar/day.ts';
import { bindingInstant, lookingAt } from '../binding-hour.ts';
import type { DateFact } from '../date-fact.ts';
import type { RecordOf } from '../kinds.ts';
import { facts, hindrances, lookInMemory } from '../samples/look-in-memory.ts';
import { sampleOf } from '../samples/sample.ts';
import { isLate } from './deadline-dates.ts';

type Fields = RecordOf<'deadline'>['fields'];
const base: Fields = { title: 'Appeal', method: 'manual', side: 'ours', extensions: [{ grantedBy: 'The agency' }] };
const records = (fields: Partial<Fields>) =>
  sampleOf('c', [
    (add) => {
      add('case', 'c', 'open', { title: 'Case' });
      add('deadline', 'd', 'active', { ...base, ...fields });
    },
  ]).records;
const at = (instant: string, zone = 'America/New_York') => lookingAt(Date.parse(instant), zone);
const late = (fields: Partial<Fields>, instant: string, zone?: string, state = 'late') => hindrances(records(fields), 'd', state, '2026-11-24', at(instant, zone));
const exact = (day: string, time?: string, zone?: string): DateFact => ({ certainty: 'exact', day, ...(time !== undefined && { time }), ...(zone !== undefined && { zone }) });

test('a deadline is recorded late when the hour that binds is past, not before', () => {
  const date = exact('2026-11-13', '17:00', 'America/Los_Angeles');
  // 5 p.m. Pacific is 1 a.m. the next day in UTC, and 8 p.m. in New York.
  expect(late({ date }, '2026-11-14T01:00:00Z')).toEqual([
    'It is not late yet: it can be done in time until Fri 13 Nov 2026, 5:00 p.m. (America/Los_Angeles). Leave it running until then; record "Met" with its proof, an extension, or an override where the date itself is wrong.',
  ]);
  expect(late({ date }, '2026-11-14T01:00:01Z')).toEqual([]);
  // Whoever looks from Tokyo has the 14th already; by the clocks that bind it is the 13th.
  expect(late({ date }, '2026-11-13T20:00:00Z', 'Asia/Tokyo')).toHaveLength(1);
});

test('a whole day is late when it is over, by the clocks of whoever looks; an end of day by the clocks of the court', () => {
  expect(late({ date: exact('2026-11-13') }, '2026-11-14T04:59:59Z')).toHaveLength(1);
  expect(late({ date: exact('2026-11-13') }, '2026-11-14T05:00:00Z')).toEqual([]);
  const answer = { due: '2026-11-13', safe: '2026-11-12', zone: 'America/Los_Angeles', detail: { due_local_court: '2026-11-13T23:59:59' } };
  // Its file-by day is past and the docket says overdue: in law it is not late.
  expect(late({ method: 'rule', answer }, '2026-11-14T06:00:00Z')).toHaveLength(1);
  expect(late({ method: 'rule', answer }, '2026-11-14T08:00:00Z')).toEqual([]);
});

test('what is not sure favours time left: the last day of a range, the later side of a dispute, the second of an hour shown twice', () => {
  expect(late({ date: { certainty: 'range', earliest: '2026-11-10', latest: '2026-11-13' } }, '2026-11-12T12:00:00Z')).toHaveLength(1);
  expect(late({ date: { certainty: 'range', earliest: '2026-11-10', latest: '2026-11-13' } }, '2026-11-14T12:00:00Z')).toEqual([]);
  expect(late({ date: { certainty: 'range', earliest: '2026-11-10' } }, '2030-11-12T12:00:00Z')[0]).toMatch(/^No last day is known/);
  const readings = [
    { day: '2026-11-10', saidBy: 'the agency' },
    { day: '2026-11-12', time: '09:00', zone: 'America/New_York', saidBy: 'us' },
  ];
  expect(late({ date: { certainty: 'disputed', readings } }, '2026-11-12T13:59:00Z')).toHaveLength(1);
  expect(late({ date: { certainty: 'disputed', readings } }, '2026-11-12T14:00:01Z')).toEqual([]);
  // 1:30 a.m. on 1 November 2026 comes at 05:30 and at 06:30 UTC.
  expect(late({ date: exact('2026-11-01', '01:30', 'America/New_York') }, '2026-11-01T06:00:00Z')).toHaveLength(1);
  expect(late({ date: exact('2026-11-01', '01:30', 'America/New_York') }, '2026-11-01T06:30:01Z')).toEqual([]);
  expect(late({}, '2030-01-01T00:00:00Z')[0]).toMatch(/^No last day is known/);
});

test('an extension that was granted puts the hour off, one that was asked for does not', () => {
  const date = exact('2026-11-13');
  expect(late({ date, extensions: [{ requested: exact('2026-12-01'), newDate: exact('2026-12-04') }] }, '2026-11-20T12:00:00Z')).toEqual([]);
  expect(late({ date, extensions: [{ grantedBy: 'The agency', newDate: exact('2026-12-04') }] }, '2026-11-20T12:00:00Z')).toHaveLength(1);
});

test('relief from lateness is not sought before it is late either', () => {
  const fields = { date: exact('2026-11-13'), notTimely: { relief: 'Leave to file late.' } };
  expect(late(fields, '2026-11-13T12:00:00Z', undefined, 'not_timely_relief_sought')).toHaveLength(1);
  expect(late(fields, '2026-11-14T12:00:00Z', undefined, 'not_timely_relief_sought')).toEqual([]);
});

test('what another vault recorded as late comes in; what a table says anew does not', () => {
  const all = records({ date: exact('2026-11-13') });
  const found = all.find(({ id }) => id === 'd');
  if (found === undefined) throw new Error('no deadline');
  const looking = at('2026-11-01T12:00:00Z');
  const incoming = (formerNumber?: string) =>
    facts('move', { ...found, state: 'late', ...(formerNumber !== undefined && { formerNumber }) }, lookInMemory(all, '2026-11-01', looking)).map(({ guard }) => guard);
  expect(incoming('DL-044')).toEqual([]);
  expect(incoming()).toEqual(['late']);
});

test('nothing may be recorded late that the docket does not call late in law, at any instant and in any zone', () => {
  const zones = ['America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];
  const two = (n: number) => String(n).padStart(2, '0');
  const arbitrary = fc.tuple(
    fc.integer({ min: dayOf(2026, 1, 1), max: dayOf(2027, 12, 31) }),
    fc.option(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom(...zones)), { nil: undefined }),
    fc.constantFrom(...zones),
    fc.integer({ min: -180, max: 180 }),
  );
  fc.assert(
    fc.property(arbitrary, ([day, hour, zone, minutes]) => {
      const date = hour === undefined ? exact(dayText(day)) : exact(dayText(day), `${two(hour[0])}:${two(hour[1])}`, hour[2]);
      const last = bindingInstant(dayText(day), hour === undefined ? null : { time: `${two(hour[0])}:${two(hour[1])}`, zone: hour[2] }, zone);
      const looking = lookingAt(last + minutes * 60_000, zone);
      const all = records({ date });
      const allowed = hindrances(all, 'd', 'late', '2026-11-24', looking).length === 0;
      const record = all.find(({ id }) => id === 'd');
      // Proof of the cast: the record was made as a deadline above.
      if (allowed) expect(isLate(record as unknown as RecordOf<'deadline'>, looking)).toBe(true);
      // No clock is ever put back by more than an hour.
      if (minutes > 61) expect(allowed).toBe(true);
    }),
    { numRuns: 300 },
  );
});
