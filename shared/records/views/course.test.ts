import { expect, test } from 'vitest';
import { courseOf, spanOf } from './course.ts';
import { dated, reported } from './sample-records.test-support.ts';

const course = (of: typeof dated | typeof reported) =>
  courseOf({ events: of('chronology_event'), orders: of('order'), communications: of('communication'), filings: of('filing') });

test('nothing of a case without dates is left out of its course, and what has no date is on no day', () => {
  const told = course(reported);
  const events = reported('chronology_event').filter((one) => one.state !== 'replaced');
  expect(
    told
      .filter((one) => one.kind === 'event')
      .map((one) => one.number)
      .sort(),
  ).toEqual(events.map((one) => one.number).sort());
  expect(told.filter((one) => one.at.certainty === 'unknown').every((one) => spanOf(one.at) === null)).toBe(true);
});

test('a contact after one that an event tells stands after that event', () => {
  const told = course(reported);
  const place = (number: string) => told.findIndex((one) => one.number === number);
  // COM-004 says “after COM-003, before ORD-002”, and events tell both of them.
  expect(place('COM-004')).toBeGreaterThan(place('EVT-003'));
  expect(place('COM-004')).toBeLessThan(place('EVT-005'));
  expect(place('COM-005')).toBeGreaterThan(place('EVT-005'));
});

test('an order is received and takes effect, a contact and a filing stand beside them, in their order', () => {
  const told = course(dated);
  expect(told.map((one) => one.kind)).toEqual(expect.arrayContaining(['event', 'order-received', 'order-effective', 'contact', 'filed']));
  const exact = told.filter((one) => one.at.certainty === 'exact' && one.at.relative === undefined).map((one) => (one.at.certainty === 'exact' ? one.at.day : ''));
  expect(exact).toEqual([...exact].sort());
  expect(new Set(told.map((one) => one.id)).size).toBe(told.length);
});

test('what an event is drawn from is not told a second time', () => {
  const communications = reported('communication');
  const drawn = reported('chronology_event').flatMap((one) => (one.fields.derivedFrom === undefined ? [] : [one.fields.derivedFrom]));
  const twice = communications.filter((one) => drawn.includes(one.id));
  expect(twice.length).toBeGreaterThan(0);
  const told = course(reported);
  for (const one of twice) expect(told.map((other) => other.number)).not.toContain(one.number);
});

test('a date takes as much of an axis as it is uncertain, and an open end stays open', () => {
  expect(spanOf({ certainty: 'exact', day: '2026-06-18' })).toEqual({ from: '2026-06-18', to: '2026-06-18', readings: [] });
  expect(spanOf({ certainty: 'range', latest: '2026-06-12' })).toEqual({ from: null, to: '2026-06-12', readings: [] });
  expect(
    spanOf({
      certainty: 'disputed',
      readings: [
        { day: '2026-06-12', saidBy: 'us' },
        { day: '2026-06-09', saidBy: 'the Bureau' },
        { day: '2026-06-12', saidBy: 'a courier' },
      ],
    }),
  ).toEqual({ from: '2026-06-09', to: '2026-06-12', readings: ['2026-06-09', '2026-06-12'] });
  expect(spanOf({ certainty: 'unknown' })).toBeNull();
});

test('what the press alone tells is told as that, with a hedge of its own or without', () => {
  const told = course(reported);
  expect(told.filter((one) => one.kind === 'event').length).toBeGreaterThan(0);
  for (const one of told.filter(({ kind }) => kind === 'event')) expect([one.number, one.told]).toEqual([one.number, 'press']);
  expect(told.find((one) => one.number === 'EVT-001')).toMatchObject({ hedge: null, told: 'press' });
  expect(course(dated).find((one) => one.number === 'FIL-001')).toMatchObject({ hedge: null, told: null });
});

test('an order that is known from the press, or not confirmed, is not told as one that was shown', () => {
  const order = dated('order').find(({ fields, state }) => fields.received !== undefined && fields.formSeen === 'original' && state !== 'draft');
  if (order === undefined) throw new Error('the sample has an order that was received');
  const toldOf = (one: typeof order) => courseOf({ events: [], orders: [one], communications: [], filings: [] }).map((each) => each.told);
  expect(new Set(toldOf(order))).toEqual(new Set([null]));
  expect(new Set(toldOf({ ...order, state: 'unconfirmed' }))).toEqual(new Set(['unconfirmed']));
  expect(new Set(toldOf({ ...order, fields: { ...order.fields, formSeen: 'press' } }))).toEqual(new Set(['press']));
});

test('whoever is named as knowing is named with how, also where that is not reported', () => {
  const warning = course(reported).find((one) => one.number === 'EVT-002');
  expect(warning?.known.find((one) => one.by === 'developer')?.how).toBe('Not reported: when the company learned of the warning is not known');
  expect(warning?.known.find((one) => one.by === 'treasury')?.how).toBe('Told by the chief executive');
});
