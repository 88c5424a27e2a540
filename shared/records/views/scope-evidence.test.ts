import { expect, test } from 'vitest';
import { dated, reported } from './sample-records.test-support.ts';
import { askedIn, scopeAgainstEvidence } from './scope-evidence.ts';

const models = reported('restricted_model').map((model) => ({ id: model.id, name: model.fields.name }));

test('tests are reported for one of two models and none is in hand, so both ask for their evidence clause by clause', () => {
  const rows = scopeAgainstEvidence(models, reported('order'), reported('finding'));
  const cells = rows.flatMap((row) => row.cells.map((cell) => [row.orderNumber, row.clause, cell.model, cell.findings.map((one) => one.number), cell.ask]));
  expect(cells).toEqual([
    ['ORD-001', '1', 'fable', ['FND-001', 'FND-002'], 'Any test, finding or other evidence on Fable 5 on which ORD-001, clause 1, rests'],
    ['ORD-001', '1', 'mythos', [], null],
    ['ORD-002', '1', 'fable', ['FND-001', 'FND-002'], 'Any test, finding or other evidence on Fable 5 on which ORD-002, clause 1, rests'],
    ['ORD-002', '1', 'mythos', [], 'Any test, finding or other evidence on Mythos 5 on which ORD-002, clause 1, rests'],
    ['ORD-002', '2', 'fable', ['FND-001', 'FND-002'], 'Any test, finding or other evidence on Fable 5 on which ORD-002, clause 2, rests'],
    ['ORD-002', '2', 'mythos', [], 'Any test, finding or other evidence on Mythos 5 on which ORD-002, clause 2, rests'],
  ]);
  expect(
    rows
      .flatMap((row) => row.cells)
      .flatMap((cell) => cell.findings)
      .every((one) => !one.inHand),
  ).toBe(true);
  expect(rows.every((row) => row.words !== null && !row.ownWords)).toBe(true);
});

test('what is in hand need not be asked for, and an order that was shown is quoted in its own words', () => {
  const found = reported('finding').map((one) => ({ ...one, state: 'in_hand' }));
  const rows = scopeAgainstEvidence(models, reported('order'), found);
  expect(rows.flatMap((row) => row.cells).filter((cell) => cell.findings.length > 0 && cell.ask !== null)).toEqual([]);
  const heron = dated('restricted_model').map((model) => ({ id: model.id, name: model.fields.name }));
  expect(scopeAgainstEvidence(heron, dated('order'), dated('finding')).some((row) => row.ownWords)).toBe(true);
});

test('a finding that was withdrawn shows nothing, and an order that is over asks nothing', () => {
  const [finding] = reported('finding');
  const withdrawn = finding === undefined ? [] : [{ ...finding, state: 'withdrawn' }];
  const rows = scopeAgainstEvidence(models, reported('order'), withdrawn);
  expect(rows.every((row) => row.cells.every((cell) => cell.findings.length === 0 && (cell.ask !== null) === cell.covered))).toBe(true);
  expect(
    scopeAgainstEvidence(
      models,
      reported('order').map((one) => ({ ...one, state: 'revoked' })),
      [],
    ),
  ).toEqual([]);
});

test('an order whose clauses are not known stands as one row', () => {
  const bare = reported('order')
    .slice(0, 1)
    .map((one) => ({ ...one, fields: { ...one.fields, clauses: [] } }));
  expect(scopeAgainstEvidence(models, bare, []).map((row) => [row.clause, row.cells[0]?.ask])).toEqual([
    [null, 'Any test, finding or other evidence on Fable 5 on which ORD-001 rests'],
  ]);
});

test('a request that was made for one clause is not said to ask for another, one written by hand for the whole order is', () => {
  const rows = scopeAgainstEvidence(models, reported('order'), reported('finding')).filter((row) => row.orderNumber === 'ORD-002');
  const cells = rows.map((row) => ({ row, cell: row.cells.find((one) => one.model === 'mythos') }));
  const asked = (text: string | null, state = 'sent') => {
    const order = rows[0]?.order ?? '';
    const items = text === null ? [] : [{ number: '1', text, answer: 'none' as const }];
    const request = { state, fields: { title: 'Evidence', direction: 'to_government' as const, order: [order, 'mythos'], items } };
    return cells.map(({ row, cell }) => cell !== undefined && askedIn([request], row, cell).length > 0);
  };
  expect(asked(cells[1]?.cell?.ask ?? '')).toEqual([false, true]);
  expect(asked('All tests of Mythos 5')).toEqual([true, true]);
  expect(asked(null)).toEqual([true, true]);
  expect(asked('All tests of Mythos 5', 'withdrawn')).toEqual([false, false]);
});
