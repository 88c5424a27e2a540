import { expect, test } from 'vitest';
import { orderOverlaps } from './order-overlaps.ts';
import { bar, foreign, model, on, order } from './orders.test-support.ts';

const today = '2026-11-24';
const first = order('first', 'in_force', { effective: on('2026-03-01'), models: ['m'], clauses: [{ number: '1' }] });
const second = order('second', 'in_force', { effective: on('2026-06-01'), models: ['m'], clauses: [{ number: '1' }] });
const met = (orders: ReturnType<typeof order>[], rules: ReturnType<typeof bar>[], day = today) => orderOverlaps({ orders, rules, ambiguities: [] }, [model('m')], day, today);

test('two orders that bar the same model stack, and the stricter one is followed', () => {
  expect(met([first, second], [foreign('r1', 'first', '1'), bar('r2', 'second', '1', ['FR'])])).toEqual([
    { kind: 'overlap', first: 'FIRST', second: 'SECOND', says: 'Both bar access to Model m. The stricter one is followed.' },
  ]);
});

test('where one bars whom the other excepts, they contradict each other and the classes are named', () => {
  const excepts = foreign('r3', 'second', '1', { rule: 'exception', tests: [{ join: 'must', test: 'status', statuses: ['permanent_resident'] }] });
  const bars = foreign('r2', 'second', '1', { tests: [{ join: 'must', test: 'everyone' }] });
  const both = met([first, second], [foreign('r1', 'first', '1', { tests: [{ join: 'must', test: 'everyone' }] }), bars, excepts]);
  expect(both).toMatchObject([{ kind: 'contradiction', says: expect.stringContaining('permanent residents') }]);
});

test('orders over other models do not meet, nor does one that does not bind yet', () => {
  const other = order('other', 'in_force', { effective: on('2026-06-01'), models: ['n'], clauses: [{ number: '1' }] });
  expect(met([first, other], [foreign('r1', 'first', '1'), foreign('r2', 'other', '1')])).toEqual([]);
  expect(met([first, second], [foreign('r1', 'first', '1'), foreign('r2', 'second', '1')], '2026-04-01')).toEqual([]);
});

test('an order that escalates another leaves it open whether the earlier one is still owed, until somebody says', () => {
  const escalates = (standing?: 'absorbed') => order('second', 'in_force', { relations: [{ relation: 'escalates', order: 'first', ...(standing && { standing }) }] });
  expect(met([first, escalates()], [])).toMatchObject([{ kind: 'standing', first: 'SECOND', second: 'FIRST' }]);
  expect(met([first, escalates('absorbed')], [])).toEqual([]);
});
