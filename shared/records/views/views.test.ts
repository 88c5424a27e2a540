import { expect, test } from 'vitest';
import type { Order } from '../kinds/order-guards.ts';
import type { RecordOf } from '../kinds.ts';
import { datedCase } from '../samples/dated.ts';
import { reportedCase } from '../samples/reported.ts';
import { isKind } from '../kinds.ts';
import { accessMatrix } from './access-matrix.ts';
import { effectiveClauses } from './effective-clauses.ts';
import { gate } from './gate.ts';
import { roleAt, rolesInTension } from './role-at.ts';

const on = (day: string) => ({ certainty: 'exact', day }) as const;

test('the matrix shows every version on every surface, and what nobody recorded as not recorded', () => {
  const matrix = accessMatrix({
    fields: {
      name: 'Heron',
      versions: [{ label: '2' }, { label: '1' }],
      access: [
        { version: '2', surface: 'api', state: 'disabled', order: 'o' },
        { version: '2', surface: 'console', state: 'enabled' },
        { version: '1', surface: 'api', state: 'not_offered' },
      ],
    },
  });
  expect(matrix.surfaces.map((one) => one.surface)).toEqual(['api', 'console']);
  expect(matrix.versions.map((row) => row.cells.map((cell) => cell.state))).toEqual([
    ['disabled', 'enabled'],
    ['not_offered', 'not_recorded'],
  ]);
  expect(
    matrix.versions
      .flatMap((row) => row.cells)
      .filter((cell) => cell.unsettled)
      .map((cell) => cell.words),
  ).toEqual(['Not recorded']);
  expect(matrix.versions[0]?.cells[0]?.unproved).toBe(true);
  expect(matrix.stillHasAccess.map((cell) => cell.surface)).toEqual(['console']);
});

test('where audiences differ the cell shows what must be noticed first', () => {
  const matrix = accessMatrix({
    fields: {
      name: 'Heron',
      access: [
        { version: '2', surface: 'api', state: 'enabled' },
        { version: '2', surface: 'api', state: 'undetermined' },
      ],
    },
  });
  expect(matrix.versions[0]?.cells[0]).toMatchObject({ state: 'undetermined', unsettled: true });
  expect(accessMatrix({ fields: { name: 'Empty' } })).toEqual({ surfaces: [], versions: [], stillHasAccess: [] });
});

type Role = NonNullable<RecordOf<'party'>['fields']['roles']>[number];
const held = (row: Partial<Role>, day = '2026-06-18') => roleAt({ fields: { name: 'P', type: 'company', roles: [{ role: 'investor', ...row }] } }, day)[0]?.held ?? 'no';

test('a role is held from a day to a day, both counted', () => {
  expect(held({})).toBe('yes');
  expect(held({ from: on('2026-06-18'), to: on('2026-06-18') })).toBe('yes');
  expect(held({ from: on('2026-06-19') })).toBe('no');
  expect(held({ to: on('2026-06-17') })).toBe('no');
});

test('a bound that is not known well enough leaves it possible', () => {
  expect(held({ from: { certainty: 'unknown' } })).toBe('possibly');
  expect(held({ from: { certainty: 'range', latest: '2026-06-12' } })).toBe('yes');
  expect(held({ from: { certainty: 'range', latest: '2026-06-20' } })).toBe('possibly');
  expect(held({ from: { certainty: 'range', earliest: '2026-06-20' } })).toBe('no');
  expect(held({ from: { certainty: 'range', earliest: '2026-06-12' } })).toBe('possibly');
  expect(held({ to: { certainty: 'range', latest: '2026-06-12' } })).toBe('no');
  expect(
    held({
      to: {
        certainty: 'disputed',
        readings: [
          { day: '2026-06-12', saidBy: 'a' },
          { day: '2026-06-20', saidBy: 'b' },
        ],
      },
    }),
  ).toBe('possibly');
});

test('five roles of one party at once are a conflict to assess, one is not', () => {
  const parties = reportedCase.records.flatMap((record) => (isKind(record, 'party') ? [record] : []));
  const tension = (id: string) => rolesInTension(parties.find((one) => one.id === id) ?? { fields: { name: '', type: 'company' } }, '2026-11-24');
  expect(tension('cloud-partner')).toEqual(['investor', 'cloud_provider', 'hardware_supplier', 'distributor', 'evaluator', 'reporter_of_concern', 'competitor']);
  expect(tension('customers')).toEqual([]);
});

test('access may return when every condition is met, or waived where it may be; with none recorded it may not', () => {
  const criterion = (state: 'open' | 'met' | 'waived', nonNegotiable = false) => ({
    id: state,
    number: `CRIT-${state}`,
    state,
    fields: { text: 'Safe', heading: 'own', source: 'law', nonNegotiable } as const,
  });
  expect(gate([]).mayReturn).toBe(false);
  expect(gate([criterion('met'), criterion('waived')])).toMatchObject({ mayReturn: true, waitsFor: [] });
  expect(gate([criterion('met'), criterion('waived', true), criterion('open')])).toMatchObject({ mayReturn: false, waitsFor: ['CRIT-waived', 'CRIT-open'] });
  const reported = gate(reportedCase.records.flatMap((record) => (isKind(record, 'restore_criterion') ? [record] : [])));
  expect(reported.headings.map((one) => [one.label, one.conditions.length])).toEqual([
    ['Law', 3],
    ['Technical', 2],
    ['Our own', 2],
  ]);
  expect(reported.mayReturn).toBe(false);
});

const orders = datedCase().records.flatMap((record): Order[] => (isKind(record, 'order') ? [record] : []));
const letter = orders.find((one) => one.id === 'letter');
const asOf = (day: string, others: readonly Order[] = orders) => {
  if (letter === undefined) throw new Error('the sample has a letter');
  return effectiveClauses(letter, others, day);
};

test('clauses stand as amended from the day the amendment takes effect', () => {
  expect(asOf('2026-10-18').clauses.map((one) => one.from)).toEqual(Array.from({ length: 6 }, () => 'letter'));
  const amended = asOf('2026-10-19');
  expect(amended.clauses.map((one) => [one.number, one.from, one.before?.from ?? null])).toEqual([
    ['1', 'amendment', 'letter'],
    ['2', 'amendment', 'letter'],
    ['3', 'amendment', 'letter'],
    ['4', 'letter', null],
    ['5', 'letter', null],
    ['6', 'letter', null],
  ]);
  expect(amended.clauses[0]?.clause.quotation).toContain('Heron 2.1 mini');
});

test('amendments are folded by effective day, whatever the order in which they reached us', () => {
  const amendment = (id: string, effective: NonNullable<Order['fields']['effective']>, quotation: string): Order => ({
    id,
    kind: 'order',
    number: `ORD-${id}`,
    caseId: null,
    state: 'in_force',
    audience: 'internal',
    privilege: 'none',
    tags: [],
    fields: {
      title: id,
      instrument: 'unknown',
      formSeen: 'copy',
      authority: 'unknown',
      effective,
      clauses: [{ number: '1', quotation, change: 'replaces', changedOrder: 'letter', changedClause: '1' }],
    },
  });
  const late = amendment('late', on('2026-09-01'), 'September');
  const backdated = amendment('back', on('2026-08-01'), 'August');
  const words = (day: string, others: Order[]) => asOf(day, others).clauses[0]?.clause.quotation;
  expect(words('2026-12-01', [late, backdated])).toBe('September');
  expect(words('2026-08-15', [late, backdated])).toBe('August');
  const disputed = amendment(
    'disputed',
    {
      certainty: 'disputed',
      readings: [
        { day: '2026-08-01', saidBy: 'a' },
        { day: '2026-08-20', saidBy: 'b' },
      ],
    },
    'Disputed',
  );
  expect(asOf('2026-08-10', [disputed]).clauses[0]).toMatchObject({ from: 'disputed', uncertain: true });
  expect(asOf('2026-08-20', [disputed]).clauses[0]).toMatchObject({ uncertain: false });
  const unknown = amendment('unknown', { certainty: 'unknown', reason: 'Not printed.' }, 'Unknown');
  expect(asOf('2026-12-01', [unknown])).toMatchObject({ unplaced: ['ORD-unknown'] });
  expect(words('2026-12-01', [unknown])).toContain('Heron 2.0');
  expect(words('2026-12-01', [{ ...late, state: 'draft' }])).toContain('Heron 2.0');
});

test('a clause may be added or taken out', () => {
  const change = (kind: 'adds' | 'removes', number: string): Order => ({
    id: kind,
    kind: 'order',
    number: 'ORD-009',
    caseId: null,
    state: 'in_force',
    audience: 'internal',
    privilege: 'none',
    tags: [],
    fields: {
      title: kind,
      instrument: 'unknown',
      formSeen: 'copy',
      authority: 'unknown',
      effective: on('2026-07-01'),
      clauses: [{ number, quotation: 'New.', change: kind, changedOrder: 'letter' }],
    },
  });
  expect(asOf('2026-07-01', [change('adds', '7')]).clauses.at(-1)).toMatchObject({ number: '7', removed: false, before: null });
  expect(asOf('2026-07-01', [change('removes', '6')]).clauses.at(-1)).toMatchObject({ number: '6', removed: true });
});
