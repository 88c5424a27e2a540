import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bar, foreign, model, on, order } from './orders.test-support.ts';
import { statusOn } from './status-on.ts';

const today = '2026-11-24';
const heron = model('heron', {
  versions: [
    { label: 'Heron 2', coverage: 'covered' },
    { label: 'Heron 3', coverage: 'unknown' },
  ],
  access: [
    { version: 'Heron 2', surface: 'api', state: 'disabled' },
    { version: 'Heron 2', surface: 'internal', state: 'enabled' },
  ],
});
const letter = order('letter', 'amended', { effective: on('2026-03-01'), models: ['heron'], clauses: [{ number: '1' }] });
const narrowed = order('narrowed', 'in_force', { effective: on('2026-06-01'), clauses: [{ number: '1', change: 'replaces', changedOrder: 'letter', changedClause: '1' }] });
const rules = [
  foreign('r1', 'letter', '1', { versions: ['Heron 2'], tests: [{ join: 'must', test: 'everyone' }] }),
  foreign('r2', 'narrowed', '1', { models: ['heron'], versions: ['Heron 2'] }),
];
const on_ = (day: string, orders = [letter, narrowed], all = rules) => statusOn([heron], { orders, rules: all, ambiguities: [] }, day, today);
const cells = (status: ReturnType<typeof on_>, version: string, surface: string) => {
  const row = status.rows.find((one) => one.version === version && one.surface === surface);
  return Object.fromEntries(status.classes.map(({ key }, at) => [key, row?.cells[at]?.result]));
};

test('a row for each version and surface, a cell for each class, with the clause that decides on that day', () => {
  const status = on_('2026-07-01');
  expect(status.rows.map(({ version, surface }) => `${version} ${surface ?? ''}`)).toEqual(['Heron 2 api', 'Heron 2 internal', 'Heron 3 api', 'Heron 3 internal']);
  expect(cells(status, 'Heron 2', 'api')).toMatchObject({ us_citizen: 'not_barred', permanent_resident: 'not_barred', foreign_abroad: 'barred', not_known: 'undetermined' });
  const row = status.rows[0];
  expect(row?.cells[5]).toMatchObject({ order: 'NARROWED', clause: '1' });
});

test('the same question about another day is answered by the words of that day', () => {
  expect(cells(on_('2026-05-31'), 'Heron 2', 'api')).toMatchObject({ us_citizen: 'barred', foreign_abroad: 'barred' });
  expect(cells(on_('2026-02-28'), 'Heron 2', 'api')).toMatchObject({ us_citizen: 'not_barred', foreign_abroad: 'not_barred' });
});

test('a version of which nobody knows whether it is covered is undetermined for whoever would be barred, never not barred', () => {
  expect(cells(on_('2026-07-01'), 'Heron 3', 'api')).toMatchObject({ us_citizen: 'not_barred', foreign_abroad: 'undetermined' });
});

test('of two orders the stricter answer stands', () => {
  const second = order('second', 'in_force', { effective: on('2026-04-01'), models: ['heron'], clauses: [{ number: '1' }] });
  const status = on_('2026-07-01', [letter, narrowed, second], [...rules, bar('r9', 'second', '1', ['US'])]);
  const row = status.rows[0];
  expect(row?.cells[4]).toMatchObject({ result: 'barred' });
  expect(cells(status, 'Heron 2', 'api')).toMatchObject({ us_citizen: 'undetermined' });
});

test('a model that no order reaches is said to be reached by none', () => {
  const status = statusOn([model('lone')], { orders: [letter], rules, ambiguities: [] }, today, today);
  expect(status.rows).toHaveLength(1);
  expect(status.rows[0]).toMatchObject({ surface: null, version: '' });
  expect(status.rows[0]?.cells.every(({ result, order: by }) => result === 'not_barred' && by === null)).toBe(true);
});

test('the first models alone are answered as they are among all, whatever orders name, amend and end one another', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const models = ['heron', 'ibis', 'jay', 'kite'];
  const some = (from: readonly string[]) => fc.uniqueArray(fc.constantFrom(...from), { maxLength: 2 });
  const relations = fc.array(fc.record({ relation: fc.constantFrom('amends' as const, 'revokes' as const, 'stays' as const), order: fc.constantFrom(...ids) }), { maxLength: 2 });
  const clauses = fc.array(
    fc.record({
      number: fc.constantFrom('1', '2'),
      changedOrder: fc.constantFrom(...ids),
      changedClause: fc.constantFrom('1', '2'),
      change: fc.constantFrom('replaces' as const, 'adds' as const, 'removes' as const),
    }),
    { maxLength: 2 },
  );
  const state = fc.constantFrom('in_force', 'draft', 'amended', 'revoked', 'unconfirmed');
  const anOrder = fc.record({ state, models: some(models), relations, clauses, own: fc.boolean(), effective: fc.constantFrom('2026-03-01', '2026-12-01', undefined) });
  const aRule = fc.record({ of: fc.constantFrom(...ids), clause: fc.constantFrom('1', '2'), models: some(models), foreign: fc.boolean() });
  let decided = 0;
  fc.assert(
    fc.property(fc.tuple(anOrder, anOrder, anOrder, anOrder), fc.array(aRule, { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (made, ruled, first) => {
      const orders = made.map((one, i) =>
        order(ids[i] ?? '', one.state, {
          models: one.models,
          relations: one.relations,
          clauses: [...(one.own ? [{ number: '1' }] : []), ...one.clauses],
          ...(one.effective !== undefined && { effective: on(one.effective) }),
        }),
      );
      const rulesMade = ruled.map((one, i) =>
        one.foreign ? foreign(`r${i}`, one.of, one.clause, { models: one.models }) : bar(`r${i}`, one.of, one.clause, ['US'], { models: one.models }),
      );
      const of = models.map((id) => model(id));
      const sources = { orders, rules: rulesMade, ambiguities: [] };
      const all = statusOn(of, sources, '2026-07-01', today);
      const part = statusOn(of, sources, '2026-07-01', today, first);
      decided += part.rows.filter(({ cells: own }) => own.some(({ order: by }) => by !== null)).length;
      expect(part.rows).toEqual(all.rows.slice(0, first));
      expect(all.notes).toEqual(expect.arrayContaining([...part.notes]));
      expect([part.models, part.of, all.models]).toEqual([first, 4, 4]);
      if (first === 4) expect(part).toEqual(all);
    }),
    { numRuns: 300, seed: 20310108 },
  );
  // It is not about nothing.
  expect(decided).toBeGreaterThan(100);
});

test('a bar by an order that is not confirmed, or known from what others tell, is not told as that of an order in hand', () => {
  const doubts = (one: typeof letter) =>
    new Set(on_('2026-03-15', [one], rules.slice(0, 1)).rows.flatMap(({ cells: own }) => own.filter(({ order: by }) => by !== null).map(({ doubt }) => doubt)));
  expect(doubts(letter)).toEqual(new Set([null]));
  expect(doubts({ ...letter, state: 'unconfirmed' })).toEqual(new Set(['unconfirmed']));
  expect(doubts({ ...letter, fields: { ...letter.fields, textInHand: false } })).toEqual(new Set(['no_text']));
});
