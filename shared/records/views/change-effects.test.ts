import { expect, test } from 'vitest';
import { changeEffects } from './change-effects.ts';
import { bar, order } from './orders.test-support.ts';

const duty = (number: string, clause: string, due?: string) => ({ number, clause, text: 'Report', verb: 'report', state: 'open', ...(due && { due }) }) as const;

test('what hangs on a changed clause is named: rules of both orders, obligations of both, and their time limits', () => {
  const first = order('first', 'amended', { clauses: [{ number: '1' }, { number: '2' }], obligations: [duty('first-1', '1', 'deadline-1'), duty('first-2', '2', 'deadline-2')] });
  const second = order('second', 'in_force', {
    clauses: [{ number: '5', change: 'replaces', changedOrder: 'first', changedClause: '1' }, { number: '9', change: 'adds', changedOrder: 'first' }, { number: '7' }],
    obligations: [duty('second-5', '5')],
  });
  const rules = [bar('r1', 'first', '1', ['FR']), bar('r2', 'first', '2', ['DE']), bar('r5', 'second', '5', ['GB'])];
  expect(changeEffects(first, [second], rules)).toEqual([
    { clause: '1', change: 'replaces', by: 'SECOND', rules: ['R1', 'R5'], obligations: ['first-1', 'second-5'], deadlines: ['deadline-1'] },
    { clause: '9', change: 'adds', by: 'SECOND', rules: [], obligations: [], deadlines: [] },
  ]);
});

test('a change to another order touches nothing of this one', () => {
  const second = order('second', 'in_force', { clauses: [{ number: '5', change: 'replaces', changedOrder: 'elsewhere', changedClause: '1' }] });
  expect(changeEffects(order('first', 'in_force'), [second], [])).toEqual([]);
});
