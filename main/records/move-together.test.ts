import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookingAt } from '../../shared/records/binding-hour.ts';
import { mayMove, moveTogether } from './move-together.ts';
import { failure } from '../vault/test-vault.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let caseId: string;
let planId: string;
beforeAll(async () => {
  home = await makeTestVault();
  await home.records.change(null, (w) => {
    caseId = w.create('case', { caseId: null, fields: { title: 'A case' } }).id;
    planId = w.create('remediation_plan', {
      caseId,
      fields: { title: 'A plan', type: 'reporting', models: [w.create('restricted_model', { caseId, fields: { name: 'Heron' } }).id] },
    }).id;
  });
});
afterAll(() => home.end());
const steps = async (reasons: readonly (string | undefined)[]) => {
  const { result } = await home.records.change(null, (w) =>
    reasons.map((blockedBy, i) => w.create('remediation_step', { caseId, fields: { title: `Step ${i}`, plan: planId, ...(blockedBy !== undefined && { blockedBy }) } })),
  );
  return result.map(({ number }) => number);
};
const looking = lookingAt(Date.parse('2031-01-08T12:00:00Z'), 'UTC');
const state = (number: string) => home.records.reading().require(number).state;
const ask = (numbers: readonly string[], to: string) => mayMove(home.records.reading(), looking, { numbers, to }, {});

test('before it is done, each record says whether it can and why not; nothing is written', async () => {
  const [held = '', free = ''] = await steps(['Waits for the laboratory.', undefined]);
  const { seq } = home.records.reading();
  const note = await home.records.change(null, (w) => w.create('note', { caseId, fields: { title: 'n', type: 'note', body: 'b' } }));
  const found = await ask([held, free, held, note.result.number], 'blocked');
  expect(found.can).toEqual([held]);
  expect(found.cannot).toMatchObject([
    { number: free, failure: { code: 'guard', guard: 'reason', number: free } },
    { number: note.result.number, failure: { code: 'move-not-allowed', from: 'open' } },
  ]);
  expect(home.records.reading().seq).toBe(seq + 1);
});

test('those that can are moved in one act, and one undo takes all of it back', async () => {
  const numbers = await steps(Array.from({ length: 600 }, () => 'Waits.'));
  const told: number[] = [];
  const done = await moveTogether(home.records, { numbers, to: 'blocked', reason: 'the laboratory is closed' }, { tell: (at) => told.push(at) });
  expect([done.records, new Set(numbers.map(state)), told]).toEqual([600, new Set(['blocked']), [500, 600]]);
  expect(home.records.history({ number: numbers[7] ?? '', limit: 1 }).entries[0]).toMatchObject({ act: done.act, verb: 'move', reason: 'the laboratory is closed' });
  await home.records.undo(done.act);
  expect(new Set(numbers.map(state))).toEqual(new Set(['planned']));
});

test('one that refuses keeps all of them where they are', async () => {
  const numbers = await steps(['Waits.', undefined]);
  expect(await failure(moveTogether(home.records, { numbers, to: 'blocked' }, {}))).toMatchObject({ code: 'guard', number: numbers[1] });
  expect(numbers.map(state)).toEqual(['planned', 'planned']);
});

test('what somebody signs, finds or confirms is refused together with others, with the reason', async () => {
  const [step = ''] = await steps([undefined]);
  const { result: deadline } = await home.records.change(null, (w) =>
    w.create('deadline', { caseId, fields: { title: 'd', method: 'manual', side: 'ours', date: { certainty: 'exact', day: '2031-02-10' } } }),
  );
  expect(await failure(moveTogether(home.records, { numbers: [step], to: 'risk_accepted' }, {}))).toMatchObject({ code: 'not-together', number: step });
  expect(await failure(moveTogether(home.records, { numbers: [deadline.number], to: 'confirmed' }, {}))).toMatchObject({ code: 'not-together', number: deadline.number });
  expect((await ask([deadline.number], 'active')).cannot).toMatchObject([{ failure: { code: 'not-together', why: expect.stringContaining('signature') } }]);
});

test('a look at many is stopped where that is wanted', async () => {
  const numbers = await steps(Array.from({ length: 300 }, () => undefined));
  const stop = new AbortController();
  const asked = mayMove(home.records.reading(), looking, { numbers, to: 'in_progress' }, { signal: stop.signal, tell: () => stop.abort() });
  expect(await failure(asked)).toEqual({ code: 'cancelled' });
});
