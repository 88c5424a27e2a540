import { daysAfter } from '../../../shared/calendar/day.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { waiting } from '../../frame/waiting.ts';
import { readClockIn } from '../../words/hours.ts';
import { bindingInstant, lookingAt } from '../../../shared/records/binding-hour.ts';
import { byDue, docketGroups, dueInOrder, onDocket, standingOf } from './groups.ts';
import { groupOf, isOurs } from '../../../shared/records/views/docket-groups.ts';

const today = '2026-06-18';
const at = lookingAt(Date.UTC(2026, 5, 18, 12), 'UTC');
const row = (due: string | null, more: Partial<SlimRow> = {}): SlimRow => ({
  id: `id ${due}`,
  kind: 'deadline',
  number: 'DL-001',
  caseId: 'case',
  state: 'active',
  title: 'Appeal',
  due,
  closed: false,
  seq: 1,
  ...more,
});

describe('the docket', () => {
  test.each([
    ['2026-06-17', 'overdue'],
    ['2026-06-18', 'today'],
    ['2026-06-19', 'week'],
    ['2026-06-25', 'week'],
    ['2026-06-26', 'later'],
    [null, 'undated'],
  ])('puts a file-by date of %s under %s', (due, group) => {
    expect(groupOf(row(due), at)).toBe(group);
  });

  test('never counts what others owe as overdue', () => {
    const theirs = row('2026-06-01', { shown: { side: 'Theirs' } });
    expect(isOurs(theirs)).toBe(false);
    expect(groupOf(theirs, at)).toBe('awaited');
  });

  test('never counts what does not run as overdue or near', () => {
    const stopped = [row('2026-06-01', { state: 'tolled' }), row('2026-06-19', { state: 'tolled' })];
    expect(stopped.map((one) => groupOf(one, at))).toEqual(['stopped', 'stopped']);
    expect(standingOf(stopped, at)).toEqual({ overdue: 0, week: 0, month: 0, others: 0 });
    expect(waiting(stopped, at).docket).toBe(0);
  });

  test('takes a request we sent for theirs, and one that was sent to us for ours', () => {
    expect(isOurs(row(null, { kind: 'evidence_request', shown: { direction: 'To the government' } }))).toBe(false);
    expect(isOurs(row(null, { kind: 'evidence_request', shown: { direction: 'From the government' } }))).toBe(true);
  });

  test('shows open deadlines without a date, and nothing that is closed', () => {
    expect(onDocket(row(null))).toBe(true);
    expect(onDocket(row(null, { kind: 'party' }))).toBe(false);
    expect(onDocket(row('2026-06-20', { closed: true }))).toBe(false);
  });

  test('says which day of the next seven is a federal holiday', () => {
    const week = docketGroups([], at).groups.find((group) => group.key === 'week');
    expect(week?.note?.replaceAll('\u00a0', ' ')).toBe('to Thu 25 Jun; Fri 19 Jun is a federal holiday');
  });

  test('cuts "Later" by month once it is longer than a screen', () => {
    const rows = Array.from({ length: 40 }, (_, i) => row(daysAfter('2026-07-01', i), { id: `row ${i}` }));
    const { groups, keyOf } = docketGroups(rows, at);
    expect(groups.filter((group) => /^\d{4}-\d{2}$/.test(group.key)).map((group) => group.title)).toEqual(['Later in July 2026', 'August 2026']);
    expect(keyOf(row('2026-08-02'))).toBe('2026-08');
  });

  test('gives every row a group that exists, whatever its day', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -400, max: 800 }))), (days) => {
        const rows = days.map((day, i) => row(day === null ? null : daysAfter(today, day), { id: `row ${i}` }));
        const { groups, keyOf } = docketGroups(rows, at);
        const keys = groups.map((group) => group.key);
        expect(rows.every((one) => keys.includes(keyOf(one)))).toBe(true);
      }),
    );
  });

  test('sorts by day, then number, with what has no day last', () => {
    const rows = [row(null, { number: 'DL-001' }), row('2026-07-01', { number: 'DL-003' }), row('2026-06-20', { number: 'DL-009' }), row('2026-07-01', { number: 'DL-002' })];
    expect(rows.sort(byDue).map((one) => one.number)).toEqual(['DL-009', 'DL-002', 'DL-003', 'DL-001']);
  });

  test('is sorted once while its rows are the same ones, and anew where one changed or the clock is of another zone', () => {
    const rows = [row('2026-07-01', { number: 'DL-003' }), row('2026-06-20', { number: 'DL-009' })];
    const first = dueInOrder(rows);
    expect(first.map((one) => one.number)).toEqual(['DL-009', 'DL-003']);
    expect(dueInOrder([...rows])).toBe(first);
    const later = rows.map((one) => (one.number === 'DL-009' ? { ...one, due: '2026-07-02' } : one));
    expect(dueInOrder(later).map((one) => one.number)).toEqual(['DL-003', 'DL-009']);

    // Noon in New York strikes before noon where one is; by whose clocks the second counts nobody said.
    const hours = [
      row('2026-06-20', { number: 'DL-001', hour: { time: '12:00', zone: 'America/New_York' } }),
      row('2026-06-20', { number: 'DL-002', hour: { time: '12:00', zone: null } }),
    ];
    readClockIn('Pacific/Honolulu');
    expect(dueInOrder(hours).map((one) => one.number)).toEqual(['DL-001', 'DL-002']);
    readClockIn('Europe/Berlin');
    expect(dueInOrder(hours).map((one) => one.number)).toEqual(['DL-002', 'DL-001']);
    readClockIn('UTC');
  });

  test('counts numbers as a person does: DL-220 stands before DL-1060, and kinds stay together', () => {
    const numbers = ['DL-1060', 'STEP-010', 'DL-220', 'DL-10060', 'DL-100'];
    expect(
      numbers
        .map((number) => row('2026-07-01', { number }))
        .sort(byDue)
        .map((one) => one.number),
    ).toEqual(['DL-100', 'DL-220', 'DL-1060', 'DL-10060', 'STEP-010']);
  });

  test('never says "today" or "overdue" of an hour before or after it has passed where it counts, whatever the zones', () => {
    const zones = ['America/New_York', 'America/Los_Angeles', 'Europe/Berlin', 'Europe/London', 'Australia/Sydney', 'Asia/Tokyo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];
    const minutes = fc.integer({ min: 0, max: 1439 }).map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }).map((n) => daysAfter('2026-01-01', n)),
        minutes,
        fc.option(fc.constantFrom(...zones), { nil: null }),
        fc.constantFrom(...zones),
        fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }),
        fc.boolean(),
        (due, time, zone, here, off, ours) => {
          const last = bindingInstant(due, { time, zone }, here);
          const looking = lookingAt(last + off, here);
          const line = row(due, { hour: { time, zone }, shown: { side: ours ? 'Ours' : 'Theirs' } });
          const group = groupOf(line, looking);
          expect(group === 'overdue' || group === 'awaited').toBe(off > 0);
          // What the sidebar counts, and the group's own heading, say the same.
          expect(docketGroups([line], looking).keyOf(line)).toBe(group);
          expect(waiting([line], looking).docket).toBe(ours && (group === 'overdue' || group === 'today') ? 1 : 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
