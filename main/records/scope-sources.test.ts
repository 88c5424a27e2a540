import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { statusOn } from '../../shared/records/views/status-on.ts';
import { scopeSources, sourcesAbout } from './scope-sources.ts';
import { makeTestVault } from './test-vault.ts';

const day = '2031-06-01';
const today = '2031-01-08';
const nat = fc.nat({ max: 1_000 });
/** An order: its models, the order that it names and how, and whether a rule of its own names models. */
const orders = fc.array(
  fc.record({ models: fc.array(nat, { maxLength: 2 }), names: nat, how: fc.constantFrom('none', 'amends', 'implements', 'clause'), rule: fc.constantFrom('none', 'own', 'all') }),
  {
    minLength: 3,
    maxLength: 9,
  },
);

test('what the first models are said to be rests on a few orders, and is to the letter what all orders say of them', { timeout: 30_000 }, async () => {
  const { records, end } = await makeTestVault();
  const models: string[] = [];
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 1, max: 6 }), async (made, most) => {
      await records.change(null, (w) => {
        for (let i = 0; i < 3; i++) models.push(w.create('restricted_model', { caseId: null, fields: { name: `Model ${models.length}` } }).id);
        const recent = models.slice(-8);
        const model = (at: number): string => recent[at % recent.length] ?? '';
        const ids: string[] = [];
        for (const { models: about, names, how, rule } of made) {
          const named = ids[names % Math.max(1, ids.length)];
          const { id } = w.createAny('order', {
            caseId: null,
            state: 'unconfirmed',
            fields: {
              title: `Order ${ids.length}`,
              instrument: 'unknown',
              formSeen: 'original',
              authority: 'stated',
              effective: { certainty: 'exact', day: '2031-02-01' },
              models: [...new Set(about.map(model))],
              clauses: [{ number: '1', ...(how === 'clause' && named !== undefined && { change: 'replaces', changedOrder: named, changedClause: '1' }) }],
              ...((how === 'amends' || how === 'implements') && named !== undefined && { relations: [{ relation: how, order: named }] }),
            },
          });
          ids.push(id);
          const fields = {
            order: id,
            clause: '1',
            rule: 'barred',
            persons: 'everyone',
            ...(rule === 'own' && { models: [model(names)] }),
            tests: [{ join: 'must', test: 'everyone' }],
          };
          if (rule !== 'none') w.createAny('scope_rule', { caseId: null, state: 'adopted', fields });
        }
      });
      const reading = records.reading();
      const all = reading.all('restricted_model');
      // Fewer than there are: of all models, every order has its notes.
      const first = Math.min(most, all.length - 1);
      const shown = all.slice(-first);
      const order = [...shown, ...all.filter((one) => !shown.includes(one))];
      const few = sourcesAbout(reading, shown);
      expect(statusOn(order, few, day, today, first)).toEqual(statusOn(order, scopeSources(reading, null), day, today, first));
    }),
    { numRuns: 12, seed: 20310108 },
  );
  // What was compared is something: the rules bar somebody, and most orders were left out.
  const reading = records.reading();
  const everything = statusOn(reading.all('restricted_model'), scopeSources(reading, null), day, today);
  expect(everything.rows.some(({ cells }) => cells.some(({ result }) => result === 'barred'))).toBe(true);
  const [last] = reading.all('restricted_model').slice(-1);
  expect(sourcesAbout(reading, last ? [last] : []).orders.length).toBeLessThan(reading.all('order').length / 2);
  await end();
});
