import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DateFact } from '../date-fact.ts';
import { answers, type EvidenceRequest } from '../kinds/evidence-request.ts';
import { oldest } from './ageing.ts';
import { weAsked } from './owed.ts';
import { daysOwed, inRequestOrder, requestCounts, requestLine, requestSorts, type RequestSort } from './request-order.ts';

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2031-01-${String(n).padStart(2, '0')}`);
const fact: fc.Arbitrary<DateFact> = fc.oneof(
  day.map((one): DateFact => ({ certainty: 'exact', day: one })),
  day.map((one): DateFact => ({ certainty: 'approximate', day: one })),
  fc.tuple(day, day).map(([a, b]): DateFact => ({ certainty: 'range', earliest: a < b ? a : b, latest: a < b ? b : a })),
  day.map((one): DateFact => ({ certainty: 'range', earliest: one })),
  fc.constant<DateFact>({ certainty: 'unknown' }),
);
const item = fc.record(
  {
    number: fc.constant('1'),
    text: fc.constant('What is asked'),
    answer: fc.constantFrom(...(Object.keys(answers) as (keyof typeof answers)[])),
    asked: fact,
    state: fc.constantFrom('open' as const, 'closed' as const, 'withdrawn_by_requester' as const),
  },
  { requiredKeys: ['number', 'text', 'answer'] },
);
const request = fc
  .record({
    title: fc.constantFrom('A', 'b', 'B', 'c'),
    direction: fc.constantFrom('from_government' as const, 'to_government' as const, 'internal' as const),
    asked: fc.option(fact, { nil: undefined }),
    items: fc.array(item, { maxLength: 4 }),
    state: fc.constantFrom('draft', 'sent'),
    to: fc.constantFrom('p', 'q'),
    from: fc.constantFrom('p', 'q'),
  })
  .map(({ state, asked, ...fields }) => ({ state, fields: { ...fields, ...(asked && { asked }) } }));
const requests = fc
  .array(request, { maxLength: 12 })
  // Proof of the cast: what is read of a request here is all there.
  .map((all) => all.map((one, i) => ({ ...one, number: `REQ-${String(i + 995).padStart(3, '0')}` })) as unknown as EvidenceRequest[]);
const sorts = fc.array(fc.record({ key: fc.constantFrom(...requestSorts), down: fc.boolean() }), { maxLength: 2 });
const today = '2031-01-15';
const name = (party: string): string => (party === 'p' ? 'Zeta' : 'Alpha');

test('a line says of its oldest item and of what waits what the request itself says', () => {
  fc.assert(
    fc.property(requests, (all) => {
      for (const one of all) {
        const age = oldest(one, today);
        const line = requestLine(one);
        expect([line.waiting, daysOwed(line, today), line.side]).toEqual([age?.waiting ?? 0, age?.days ?? null, weAsked(one) ? 'from' : 'to']);
      }
    }),
  );
});

test('every request stands once, ours first, by what is asked for and then by age, the longest owed first', () => {
  fc.assert(
    fc.property(requests, sorts, (all, by) => {
      const placed = inRequestOrder(all.map(requestLine), by, today, name);
      expect(placed.map(({ number }) => number).toSorted()).toEqual(all.map(({ number }) => number).toSorted());
      const of = new Map(all.map((one) => [one.number, one]));
      const key = (number: string, { key: what }: RequestSort): string | number => {
        const one = of.get(number)!;
        const values = {
          age: () => oldest(one, today)?.days ?? -1,
          number: () => Number(number.slice(4)),
          what: () => one.fields.title,
          who: () => name((weAsked(one) ? one.fields.to : one.fields.from) ?? ''),
          state: () => one.state,
        };
        return values[what]();
      };
      for (const [i, line] of placed.entries()) {
        const next = placed[i + 1];
        if (next === undefined || line.side !== next.side) {
          if (next) expect([line.side, next.side]).toEqual(['from', 'to']);
          continue;
        }
        const first = [...by, { key: 'age', down: true } as const].find((one) => key(line.number, one) !== key(next.number, one));
        if (first) expect(key(line.number, first) < key(next.number, first)).toBe(!first.down);
        else expect(Number(line.number.slice(4))).toBeLessThan(Number(next.number.slice(4)));
      }
    }),
  );
});

test('what is counted over a list is counted over all of it', () => {
  fc.assert(
    fc.property(requests, (all) => {
      const ours = all.filter(weAsked);
      const sum = (of: (one: EvidenceRequest) => number): number => ours.map(of).reduce((a, b) => a + b, 0);
      expect(requestCounts(all.map(requestLine), today)).toEqual({
        from: ours.length,
        to: all.length - ours.length,
        waiting: sum((one) => oldest(one, today)?.waiting ?? 0),
        items: sum((one) => one.fields.items?.length ?? 0),
        longest: Math.max(0, ...all.map((one) => oldest(one, today)?.days ?? 0)),
      });
    }),
  );
});
