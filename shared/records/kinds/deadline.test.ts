import { describe, expect, test } from 'vitest';
import { compute } from '../../law/compute.ts';
import { ruleById } from '../../law/rules.ts';
import type { Json } from '../json.ts';
import type { RecordOf } from '../kinds.ts';
import { facts, hindrances, lookInMemory } from '../samples/look-in-memory.ts';
import { sampleOf } from '../samples/sample.ts';
import { lookingAt } from '../binding-hour.ts';
import { fileBy, fileByTime, isLate } from './deadline-dates.ts';

type Fields = RecordOf<'deadline'>['fields'];
const on = (day: string) => ({ certainty: 'exact', day }) as const;
const base: Fields = { title: 'Appeal', method: 'rule', side: 'ours', answer: { due: '2026-11-22', safe: '2026-11-20' } };
const records = (fields: Partial<Fields>, state: 'active' | 'proposed' | 'confirmed' = 'active') =>
  sampleOf('c', [
    (add) => {
      add('case', 'c', 'open', { title: 'Case' });
      add('evidence_item', 'e', 'registered', { title: 'Receipt', type: 'document' });
      add('deadline', 'd', state, { ...base, ...fields });
    },
  ]).records;
const into = (state: string, fields: Partial<Fields>) => hindrances(records(fields), 'd', state);

test('lists sort by the file-by date, then the due date; a date set by counsel or an extension goes before both', () => {
  expect(fileBy(base)).toBe('2026-11-20');
  expect(fileBy({ ...base, answer: { due: '2026-07-02T10:40', safe: null } })).toBe('2026-07-02');
  expect(fileBy({ ...base, answer: { due: '2026-11-16', safe: null, follow_up: '2026-11-17' } })).toBe('2026-11-17');
  expect(fileBy({ ...base, answer: { due: null, safe: null } })).toBeNull();
  expect(
    fileBy({
      title: 'x',
      method: 'manual',
      side: 'ours',
      date: {
        certainty: 'disputed',
        readings: [
          { day: '2026-06-12', saidBy: 'a' },
          { day: '2026-06-09', saidBy: 'b' },
        ],
      },
    }),
  ).toBe('2026-06-09');
  const extensions: Fields['extensions'] = [{ requested: on('2026-11-01') }, { grantedBy: 'The agency', newDate: on('2026-12-04'), evidence: 'e' }];
  expect(fileBy({ ...base, extensions })).toBe('2026-12-04');
  expect(fileBy({ ...base, extensions, override: { final: on('2026-11-30'), reason: 'Order.', authority: 'court_order', by: 'Counsel' } })).toBe('2026-11-30');
});

test('met needs proof and, where it must be received, receipt in time: sent is not received', () => {
  expect(into('met', {})).toEqual(['When and how it was done is not recorded.']);
  expect(into('met', { completion: { acted: on('2026-11-18') } })).toEqual(['No proof that it was done.']);
  const sent = { acted: on('2026-11-18'), proof: ['e'] };
  expect(into('met', { completion: sent })).toEqual([]);
  expect(into('met', { completion: sent, mustBeReceived: true })).toEqual(['It must be received by the date, and no receipt is recorded. Sent is not received.']);
  expect(into('met', { completion: { ...sent, received: on('2026-11-23') }, mustBeReceived: true })).toEqual(['It was received on 2026-11-23, after 2026-11-22.']);
  expect(into('met', { completion: { ...sent, received: on('2026-11-22') }, mustBeReceived: true })).toEqual([]);
  expect(into('met', { completion: { ...sent, received: { certainty: 'range', earliest: '2026-11-20', latest: '2026-11-24' } }, mustBeReceived: true })).toEqual([
    'It was received on 2026-11-24, after 2026-11-22.',
  ]);
  expect(into('met', { completion: { acted: { certainty: 'unknown' }, proof: ['e'] } })).toEqual(['The day on which it was done is not known.']);
});

test('a grave consequence needs two people to confirm the date', () => {
  expect(into('confirmed', {})).toEqual(['Who confirms the date is not recorded.']);
  expect(into('confirmed', { confirmation: { by: 'Counsel' } })).toEqual([]);
  expect(into('confirmed', { consequence: 'default', confirmation: { by: 'Counsel' } })).toEqual(['With this consequence a second reviewer must confirm the date.']);
  expect(into('confirmed', { consequence: 'jurisdictional', confirmation: { by: 'Counsel', reviewedBy: ' counsel ' } })).toEqual(['The second reviewer is the one who confirmed.']);
  expect(into('confirmed', { consequence: 'deemed_admitted', confirmation: { by: 'Counsel', reviewedBy: 'Outside counsel' } })).toEqual([]);
});

test('a deadline without a date is not confirmed and does not run', () => {
  const nothing: Partial<Fields> = { answer: { due: null, safe: null }, confirmation: { by: 'Counsel' } };
  expect(into('confirmed', nothing)).toEqual(['It has no date yet: a missing fact leaves none. It stays proposed until there is one.']);
});

test('a confirmed date moves only by an override or an extension that says why', () => {
  const save = (state: 'proposed' | 'confirmed', fields: Partial<Fields>) => {
    const [before, after] = [records({}, state), records(fields, state)].map((all) => all.find((record) => record.id === 'd'));
    return after === undefined || before === undefined ? [] : facts('save', after, lookInMemory([], '2026-11-24'), before).map(({ fact }) => fact);
  };
  const later: Partial<Fields> = { answer: { due: '2026-12-22', safe: '2026-12-22' } };
  expect(save('proposed', later)).toEqual([]);
  expect(save('confirmed', later)).toEqual(['The confirmed date 2026-11-20 may change only by an override or an extension that says why, or when it is confirmed anew.']);
  expect(save('confirmed', { ...later, override: { final: on('2026-12-22'), reason: 'New date on the notice.', authority: 'counsel_judgment', by: 'Counsel' } })).toEqual([]);
  expect(save('confirmed', { note: 'A word.' })).toEqual([]);
  // One that was only asked for, or gives another date, explains none that moves beside it.
  expect(save('confirmed', { ...later, extensions: [{ requested: on('2026-12-22'), basis: 'Illness.' }] })).toHaveLength(1);
  expect(save('confirmed', { extensions: [{ grantedBy: 'The court', newDate: on('2026-12-04') }] })).toEqual([]);
  // The hour binds: the same day by the clocks of another place is another date, and so is a last day that moves alone.
  const hour = (zone: string): Partial<Fields> => ({ answer: { due: '2026-11-20T17:00', safe: '2026-11-20T17:00', zone } });
  const saveHour = (was: Partial<Fields>, is: Partial<Fields>) => {
    const [before, after] = [was, is].map((fields) => records(fields, 'confirmed').find((record) => record.id === 'd'));
    return after === undefined || before === undefined ? [] : facts('save', after, lookInMemory([], '2026-11-24'), before).map(({ fact }) => fact);
  };
  expect(saveHour(hour('America/New_York'), hour('America/Los_Angeles'))[0]).toMatch(/^The confirmed date 2026-11-20 17:00 America\/New_York may change only/);
  expect(saveHour(hour('America/New_York'), { ...hour('America/New_York'), note: 'A word.' })).toEqual([]);
  expect(saveHour({ answer: { due: '2026-11-22', safe: '2026-11-20' } }, { answer: { due: '2026-11-25', safe: '2026-11-20' } })).toHaveLength(1);
});

test('an extension, relief sought and setting aside each need what they rest on', () => {
  expect(into('extended', { extensions: [{ grantedBy: 'The court', newDate: on('2026-12-04') }] })).toHaveLength(1);
  expect(into('extended', { extensions: [{ grantedBy: 'The court', newDate: on('2026-12-04'), evidence: 'e' }] })).toEqual([]);
  expect(into('not_timely_relief_sought', {})).toEqual(['What relief was sought is not recorded.']);
  expect(into('waived', {})).toEqual(['Why it was set aside is not recorded.']);
});

test('what others owe is never late, and an act of ours is late after its last day', () => {
  const late = (fields: Partial<Fields>, at: string) =>
    isLate({ ...records(fields).find((record) => record.id === 'd') } as unknown as RecordOf<'deadline'>, lookingAt(Date.parse(at), 'UTC'));
  expect(late({}, '2026-11-22T23:59Z')).toBe(false);
  expect(late({}, '2026-11-23T00:00Z')).toBe(true);
  expect(late({ side: 'theirs' }, '2027-01-01T00:00Z')).toBe(false);
  const noon = { method: 'manual', date: { certainty: 'exact', day: '2026-11-22', time: '12:00', zone: 'America/New_York' } } as const;
  expect([late(noon, '2026-11-22T17:00Z'), late(noon, '2026-11-22T17:01Z')]).toEqual([false, true]);
});

describe('the hour of the file-by date', () => {
  const counted = (rule: string, inputs: Record<string, Json>): Parameters<typeof fileByTime>[0] => ({
    title: 'Comply',
    method: 'rule',
    side: 'ours',
    inputs,
    // As it is stored: plain JSON.
    answer: JSON.parse(JSON.stringify(compute(ruleById(rule), inputs, { countedDays: false }))) as Record<string, Json>,
  });
  const hours = { trigger: '2026-06-29T10:40', offset: 48 };

  test('is told by the clocks of the court that is named, wherever the start was', () => {
    const fields = counted('court.order.hours', { ...hours, trigger_tz: 'Europe/Berlin', court: 'us-cand' });
    expect([fileBy(fields), fileByTime(fields)]).toEqual(['2026-07-01', { time: '01:40', zone: 'America/Los_Angeles' }]);
  });
  test('is told by the zone that was given, or by that of the authority where none was', () => {
    expect(fileByTime(counted('court.order.hours', { ...hours, court_tz: 'America/Chicago' }))).toEqual({ time: '10:40', zone: 'America/Chicago' });
    expect(fileByTime(counted('generic.agency-order.hours', hours))).toEqual({ time: '10:40', zone: 'America/New_York' });
  });
  test('is the closing hour of the court where its day ends before midnight', () => {
    const appeal = { trigger: '2026-06-29', filing: 'electronic' };
    expect(fileByTime(counted('frap.27.response.10', { ...appeal, court: 'us-ca3' }))).toEqual({ time: '17:00', zone: 'America/New_York' });
    expect(fileByTime(counted('frap.27.response.10', { ...appeal, court_tz: 'America/New_York' }))?.time).toBe('23:59');
  });
  test('has no zone where an answer kept before zones were said names only a court', () => {
    const fields = counted('court.order.hours', { ...hours, trigger_tz: 'Europe/Berlin', court: 'us-cand' });
    const { zone: _zone, ...answer } = fields.answer ?? {};
    expect(fileByTime({ ...fields, answer })).toEqual({ time: '01:40', zone: null });
  });
  test('is that of the date counsel set instead', () => {
    const final = { certainty: 'exact', day: '2026-07-02', time: '12:00', zone: 'America/New_York' } as const;
    const fields = counted('generic.agency-order.hours', hours);
    expect(fileByTime({ ...fields, override: { final, reason: 'The court said so.', authority: 'court_order', by: 'A. Counsel' } })).toEqual({
      time: '12:00',
      zone: 'America/New_York',
    });
    expect(fileByTime({ ...fields, override: { final: { certainty: 'exact', day: '2026-07-02' }, reason: 'So.', authority: 'court_order', by: 'A. Counsel' } })).toBeNull();
  });
});
