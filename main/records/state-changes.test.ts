import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestVault, type TestVault } from './test-vault.ts';

const day = 24 * 60 * 60 * 1000;
let home: TestVault;
let caseId: string;
let early: number;
beforeAll(async () => {
  home = await makeTestVault();
  const { result } = await home.records.change(null, (w) => {
    caseId = w.create('case', { caseId: null, fields: { title: 'A case' } }).id;
    const plan = w.create('remediation_plan', { caseId, fields: { title: 'A plan', type: 'reporting' } });
    return ['a', 'b'].map((title) => w.create('remediation_step', { caseId, fields: { title, plan: plan.id, blockedBy: 'Waits.' } }).id);
  });
  const [a = '', b = ''] = result;
  home.pass(day);
  early = home.now();
  await home.records.change(null, (w) => [w.update(a, { fields: { title: 'A' } }), w.move(b, 'blocked')]);
  home.pass(day);
  await home.records.change(null, (w) => w.remove(a, 'entered twice'));
  const other = await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'Another' } }));
  await home.records.change(null, (w) => {
    const plan = w.create('remediation_plan', { caseId: other.result.id, fields: { title: 'P', type: 'reporting' } });
    w.create('remediation_step', { caseId: other.result.id, fields: { title: 'of another case', plan: plan.id } });
  });
});
afterAll(() => home.end());

test('each change of state is told once, by the day of the person at work, and a removal as one', () => {
  expect(home.records.stateChanges({ kind: 'remediation_step', caseId })).toEqual([
    { day: '2031-01-08', number: 'STEP-001', state: 'planned' },
    { day: '2031-01-08', number: 'STEP-002', state: 'planned' },
    { day: '2031-01-09', number: 'STEP-002', state: 'blocked' },
    { day: '2031-01-10', number: 'STEP-001', state: null },
  ]);
});

test('on a past day only what was recorded then is told', () => {
  expect(home.records.stateChanges({ kind: 'remediation_step', caseId, asOf: early }).map(({ state }) => state)).toEqual(['planned', 'planned', 'blocked']);
});
