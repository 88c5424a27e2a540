import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { memoryDestination } from './destination.ts';
import { exportOscal } from './export-oscal.ts';
import { uuidV5 } from './uuid-v5.ts';

let home: TestVault;
let plan: string;
beforeAll(async () => {
  home = await makeTestVault();
  plan = (
    await home.records.change(null, (w) => {
      const weakness = w.create('weakness', { caseId: null, audience: 'agency', fields: { title: 'No identity check', rating: 'High', reason: 'Shown by test.' } });
      const made = w.create('remediation_plan', {
        caseId: null,
        audience: 'agency',
        fields: { title: 'Separate access', type: 'access_segregation', weaknesses: [weakness.id] },
      });
      const step = { plan: made.id, due: { certainty: 'exact', day: '2031-03-01' } } as const;
      w.create('remediation_step', {
        caseId: null,
        audience: 'agency',
        fields: {
          ...step,
          title: 'Check identity',
          weakness: weakness.id,
          owner: 'Identity',
          start: { certainty: 'exact', day: '2031-02-01' },
          milestones: [{ title: 'Built', state: 'open', note: 'Canary: late by our own fault' }],
          note: 'Canary: they would take less',
        },
      });
      w.create('remediation_step', { caseId: null, audience: 'internal', fields: { ...step, title: 'Advice on costs' } });
      return made;
    })
  ).result.number;
});
afterAll(() => home.end());

interface Poam {
  'plan-of-action-and-milestones': {
    risks: { title: string; status: string; deadline: string; remediations: { title: string; tasks: { type: string; timing?: object }[] }[] }[];
    'poam-items': { title: string }[];
  };
}
async function written(audience: 'internal' | 'agency'): Promise<Poam['plan-of-action-and-milestones']> {
  const destination = memoryDestination('plan.json');
  await exportOscal(home.records, { plan, audience, destination, now: home.now() });
  return (JSON.parse(Buffer.from(destination.bytes()).toString()) as Poam)['plan-of-action-and-milestones'];
}

test('what is noted for ourselves on a step or a milestone goes to us and to counsel, and to no agency', async () => {
  expect(JSON.stringify(await written('internal')).match(/Canary/g)).toHaveLength(2);
  const theirs = JSON.stringify(await written('agency'));
  expect(theirs).toContain('Built');
  expect(theirs).not.toContain('Canary');
});

test('a plan is its risks with the responses to them, and a step of no weakness stands under the plan itself', async () => {
  const { risks } = await written('internal');
  expect(risks.map((risk) => [risk.title, risk.status, risk.remediations.map((one) => one.title)])).toEqual([
    ['No identity check', 'open', ['Check identity']],
    ['Separate access', 'open', ['Advice on costs']],
  ]);
  expect(risks[0]?.remediations[0]?.tasks).toMatchObject([
    { type: 'action', timing: { 'within-date-range': { start: '2031-02-01T00:00:00Z', end: '2031-03-01T00:00:00Z' } } },
    { type: 'milestone', title: 'Built' },
  ]);
});

test('a step that is not for the agency does not go to it', async () => {
  expect(JSON.stringify(await written('agency'))).not.toContain('Advice on costs');
});

test('only a plan can be written, and a plan that may not go is not written', async () => {
  const destination = memoryDestination('plan.json');
  const note = (await home.records.change(null, (w) => w.create('note', { caseId: null, fields: { title: 'x', type: 'note', body: 'x' } }))).result;
  expect(await answer(() => exportOscal(home.records, { plan: note.number, audience: 'internal', destination, now: home.now() }))).toMatchObject({ failure: { code: 'misuse' } });
  expect(await answer(() => exportOscal(home.records, { plan, audience: 'court', destination, now: home.now() }))).toMatchObject({
    failure: { code: 'release-withheld', numbers: [plan] },
  });
});

test('names are the same each time and of version 5', () => {
  expect(uuidV5('step a')).toBe(uuidV5('step a'));
  expect(uuidV5('step a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
