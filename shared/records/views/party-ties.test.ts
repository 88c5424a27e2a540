import { expect, test } from 'vitest';
import { placesOf, tiesOn } from './party-ties.ts';

const exact = (day: string) => ({ certainty: 'exact', day }) as const;
const party = (id: string, fields: object = {}) => ({ id, number: `PTY-${id}`, fields: { name: id, type: 'company', ...fields } }) as Parameters<typeof tiesOn>[0][number];
const interest = (id: string, fields: object, state = 'current') => ({ id, number: `INT-${id}`, state, fields }) as Parameters<typeof tiesOn>[1][number];

test('a role is a tie from the day it begins to the day it ends, and possible where a day is not known', () => {
  const roles = [
    { role: 'investor', about: ['us'], from: exact('2026-01-10'), to: exact('2026-06-30') },
    { role: 'evaluator', about: ['model'], from: { certainty: 'unknown' } },
  ];
  const on = (day: string) => tiesOn([party('a', { roles })], [], day).map((tie) => [tie.what.kind === 'role' ? tie.what.role : '', tie.to, tie.held]);
  expect(on('2026-01-09')).toEqual([['evaluator', 'model', 'possibly']]);
  expect(on('2026-06-30')).toEqual([
    ['investor', 'us', 'yes'],
    ['evaluator', 'model', 'possibly'],
  ]);
  expect(on('2026-07-01')).toEqual([['evaluator', 'model', 'possibly']]);
});

test('interests that last, what one is part of and who speaks for one are ties too; an interest that ended is none', () => {
  const ties = tiesOn(
    [party('a', { partOf: 'b', represented: 'c' })],
    [interest('1', { party: 'a', in: ['m'], direction: 'unclear' }), interest('2', { party: 'a', in: ['m'], direction: 'benign' }, 'former')],
    '2026-06-01',
  );
  expect(ties.map((tie) => [tie.what.kind, tie.to])).toEqual([
    ['part-of', 'b'],
    ['represented-by', 'c'],
    ['interest', 'm'],
  ]);
});

test('parties keep their order, things stand near who is tied to them, and the same ties give the same places', () => {
  const parties = ['a', 'b', 'c'].map((id) => party(id, { roles: [{ role: 'customer', about: [id === 'c' ? 'low' : 'high'] }] }));
  const ties = tiesOn(parties, [], '2026-06-01');
  expect(placesOf(parties, ties)).toEqual([
    { id: 'a', column: 'party', row: 0 },
    { id: 'b', column: 'party', row: 1 },
    { id: 'c', column: 'party', row: 2 },
    { id: 'high', column: 'thing', row: 0 },
    { id: 'low', column: 'thing', row: 1 },
  ]);
  expect(placesOf(parties, [...ties].reverse())).toEqual(placesOf(parties, ties));
});
