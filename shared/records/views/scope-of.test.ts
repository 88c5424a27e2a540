import { expect, test } from 'vitest';
import { factsOf } from '../../law/scope/person-facts.ts';
import { ruling, type Result } from '../../law/scope/ruling.ts';
import type { RecordOf } from '../kinds.ts';
import type { Order } from '../kinds/order-guards.ts';
import { scopeOf } from './scope-of.ts';

const on = (day: string) => ({ certainty: 'exact', day }) as const;
const common = { caseId: null, audience: 'internal', privilege: 'none', tags: [] } as const;
type Fields = Partial<Order['fields']>;
const order = (id: string, state: string, fields: Fields): Order => ({
  ...common,
  tags: [],
  id,
  kind: 'order',
  number: id.toUpperCase(),
  state,
  fields: { title: id, instrument: 'unknown', formSeen: 'original', textInHand: true, authority: 'stated', ...fields },
});
const bar = (id: string, of: string, clause: string, countries: string[], fields: Partial<RecordOf<'scope_rule'>['fields']> = {}): RecordOf<'scope_rule'> => ({
  ...common,
  tags: [],
  id,
  kind: 'scope_rule',
  number: id.toUpperCase(),
  state: 'adopted',
  fields: { order: of, clause, rule: 'barred', persons: 'them', tests: [{ join: 'must', test: 'location', countries }], ...fields },
});
const first = order('first', 'amended', { effective: on('2026-03-01'), clauses: [{ number: '1' }, { number: '2' }] });
const change = (id: string, effective: Order['fields']['effective'], clauses: Order['fields']['clauses'], state = 'in_force') =>
  order(id, state, { clauses, ...(effective && { effective }) });
const replaces = [{ number: '1', change: 'replaces', changedOrder: 'first', changedClause: '1' }] as const;

const today = '2026-11-24';
const sources = (orders: Order[], rules: RecordOf<'scope_rule'>[]) => ({ orders, rules, ambiguities: [] });
const says = (scope: ReturnType<typeof scopeOf>, location: string): Result => ruling(scope.rules, factsOf({ location })).result;

test('an amendment takes the place of the clause it changes from the day on which it takes effect, backdated or not', () => {
  const later = change('second', on('2026-06-01'), [...replaces]);
  const all = sources([first, later], [bar('r1', 'first', '1', ['FR']), bar('r2', 'first', '2', ['DE']), bar('r3', 'second', '1', ['GB'])]);
  const at = (day: string) => ['FR', 'DE', 'GB'].map((place) => says(scopeOf(first, all, day, today), place));
  expect(at('2026-02-01')).toEqual(['not_barred', 'not_barred', 'not_barred']);
  expect(at('2026-05-31')).toEqual(['barred', 'barred', 'not_barred']);
  expect(at('2026-06-01')).toEqual(['not_barred', 'barred', 'barred']);
  // It came to hand in November and took effect in April: what is asked of May is answered by its words.
  const backdated = change('third', on('2026-04-01'), [...replaces]);
  const back = sources([first, later, backdated], [...all.rules, bar('r4', 'third', '1', ['IT'])]);
  expect(says(scopeOf(first, back, '2026-05-01', today), 'IT')).toBe('barred');
  expect(says(scopeOf(first, back, '2026-05-01', today), 'FR')).toBe('not_barred');
  expect(says(scopeOf(first, back, '2026-07-01', today), 'GB')).toBe('barred');
});

test('where it is not settled whether a change had taken effect, old words and new ones are both open', () => {
  const between = change('second', { certainty: 'range', earliest: '2026-06-01', latest: '2026-06-10' }, [...replaces]);
  const never = change('second', { certainty: 'unknown' }, [...replaces]);
  for (const one of [between, never]) {
    const scope = scopeOf(first, sources([first, one], [bar('r1', 'first', '1', ['FR']), bar('r3', 'second', '1', ['GB'])]), '2026-06-05', today);
    expect([says(scope, 'FR'), says(scope, 'GB'), says(scope, 'JP')]).toEqual(['undetermined', 'undetermined', 'not_barred']);
  }
});

test('a clause taken out bars nobody any more, and an amendment asked about is answered with what it amends', () => {
  const out = change('second', on('2026-06-01'), [{ number: '9', change: 'removes', changedOrder: 'first', changedClause: '1' }]);
  const scope = scopeOf(out, sources([first, out], [bar('r1', 'first', '1', ['FR']), bar('r2', 'first', '2', ['DE'])]), today, today);
  expect(scope.order.id).toBe('first');
  expect(scope.notes[0]).toMatch(/amends FIRST/);
  expect([says(scope, 'FR'), says(scope, 'DE')]).toEqual(['not_barred', 'barred']);
});

test('from when an order binds may be unknown: today its state says that it does, of a past day nothing can be said', () => {
  const undated = order('first', 'unconfirmed', { effective: { certainty: 'unknown' }, clauses: [{ number: '1' }], textInHand: false });
  const all = sources([undated], [bar('r1', 'first', '1', ['FR'])]);
  expect(says(scopeOf(undated, all, today, today), 'FR')).toBe('barred');
  expect(says(scopeOf(undated, all, '2026-06-01', today), 'FR')).toBe('undetermined');
  expect(scopeOf(undated, all, today, today).notes).toEqual([
    'FIRST is unconfirmed and treated as binding.',
    'The text of FIRST is not in hand: the rules rest on what others tell of it.',
  ]);
});

test('an order that was stayed binds until the stay took effect, and one stayed in part is open', () => {
  const all = (state: string, effective: Order['fields']['effective']) => {
    const stayed = { ...first, state };
    const stay = order('stay', 'in_force', { relations: [{ relation: 'stays', order: 'first' }], ...(effective && { effective }) });
    return (day: string) => says(scopeOf(stayed, sources([stayed, stay], [bar('r1', 'first', '1', ['FR'])]), day, today), 'FR');
  };
  const stayed = all('stayed', on('2026-08-01'));
  expect([stayed('2026-07-31'), stayed('2026-08-01'), stayed(today)]).toEqual(['barred', 'not_barred', 'not_barred']);
  expect(all('stayed', undefined)('2026-08-01')).toBe('undetermined');
  expect(all('partially_stayed', on('2026-08-01'))(today)).toBe('undetermined');
});

test('a printed end is the last day on which it binds', () => {
  const ending = order('first', 'in_force', { effective: on('2026-03-01'), expires: on('2026-12-31'), clauses: [{ number: '1' }] });
  const all = sources([ending], [bar('r1', 'first', '1', ['FR'])]);
  expect(['2026-12-31', '2027-01-01'].map((day) => says(scopeOf(ending, all, day, today), 'FR'))).toEqual(['barred', 'not_barred']);
});

test('only rules that are in use count, and one that is proposed is named', () => {
  const proposed = { ...bar('r1', 'first', '1', ['FR']), state: 'proposed' };
  const scope = scopeOf(first, sources([first], [proposed]), today, today);
  expect(scope.rules).toEqual([]);
  expect(scope.notes).toContain('R1 is only proposed and does not count.');
});
