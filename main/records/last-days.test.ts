import Database from 'better-sqlite3-multiple-ciphers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, dayText } from '../../shared/calendar/day.ts';
import type { DateFact } from '../../shared/records/date-fact.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { lastDays } from '../vault/migrations/0005-last-days.ts';

const day = fc.integer({ min: dayOf(2026, 1, 1), max: dayOf(2027, 12, 31) }).map(dayText);
const fact: fc.Arbitrary<DateFact> = fc.oneof(
  day.map((one): DateFact => ({ certainty: 'exact', day: one })),
  day.map((one): DateFact => ({ certainty: 'approximate', day: one })),
  day.map((latest): DateFact => ({ certainty: 'range', latest })),
  day.map((earliest): DateFact => ({ certainty: 'range', earliest })),
  fc.tuple(day, day).map(([a, b]): DateFact => ({ certainty: 'range', earliest: a < b ? a : b, latest: a < b ? b : a })),
  fc.tuple(day, day).map(
    ([a, b]): DateFact => ({
      certainty: 'disputed',
      readings: [
        { day: a, saidBy: 'us' },
        { day: b, saidBy: 'them' },
      ],
    }),
  ),
  fc.constant<DateFact>({ certainty: 'unknown' }),
);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const moment = maybe(
  fc.oneof(
    day,
    day.map((one) => `${one}T16:30`),
    fc.constant(null),
  ),
);

/** The fields of a record of each kind of which its day is made. */
const fields: Readonly<Record<string, fc.Arbitrary<object>>> = {
  deadline: fc.record({
    method: fc.constantFrom('rule', 'manual'),
    date: maybe(fact),
    override: maybe(fc.record({ final: fact })),
    extensions: maybe(fc.array(fc.record({ grantedBy: maybe(fc.constant('The agency')), newDate: maybe(fact) }))),
    answer: maybe(fc.record({ safe: moment, follow_up: moment, due: moment })),
  }),
  remediation_step: fc.record({ due: maybe(fact) }),
  notice: fc.record({ due: maybe(fact), sent: maybe(fact) }),
  evidence_request: fc.record({ direction: fc.constantFrom('from_government', 'to_government', 'foia_out', 'internal'), answerBy: maybe(fact) }),
  communication: fc.record({ commitments: maybe(fc.array(fc.record({ state: fc.constantFrom('open', 'kept'), due: maybe(fact) }))) }),
  watch: fc.record({ nextReview: fact }),
  search_record: fc.record({ repeatBy: maybe(fact) }),
  decision: fc.record({ revisit: maybe(fact) }),
  authorization: fc.record({ validTo: maybe(fact) }),
  weakness: fc.record({ deadline: maybe(fact) }),
};

test.each(Object.keys(fields))('a stored %s comes to the day that its definition finds, however its dates are known', (kind) => {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE record(rowid INTEGER PRIMARY KEY, kind TEXT NOT NULL, due TEXT, closed INTEGER NOT NULL, body ANY NOT NULL) STRICT');
  const samples = fc.sample(fields[kind] ?? fc.constant({}), { numRuns: 150, seed: 5 });
  const put = db.prepare('INSERT INTO record(kind, due, closed, body) VALUES (?, ?, ?, ?)');
  for (const one of samples) put.run(kind, null, 0, JSON.stringify({ fields: one }));
  // What is no record is left as it is, and so is what is sequestered.
  for (const body of ['no JSON', Buffer.from([1]), '[]', '{"fields":{"extensions":["x"],"commitments":[1],"date":"soon","due":{"certainty":"disputed","readings":["x"]}}}'])
    put.run(kind, null, 0, body);
  put.run(kind, null, 3, JSON.stringify({ fields: { due: { certainty: 'range', latest: '2026-06-30' }, method: 'manual', date: { certainty: 'range', latest: '2026-06-30' } } }));
  db.exec(lastDays.sql);
  const found = db.prepare<[], string | null>('SELECT due FROM record ORDER BY rowid').pluck().all();
  expect(found).toEqual([...samples.map((one) => kindNamed(kind)?.due(one as never) ?? null), null, null, null, null, null]);
  expect(found.filter((one) => one !== null).length).toBeGreaterThan(10);
  db.close();
});
