import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refused } from '../../shared/failure/failure.ts';
import { askAgain } from './ask-again.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let numbers: string[];
let theirs: string;
beforeAll(async () => {
  home = await makeTestVault();
  await home.records.change(null, (w) => {
    const { id: caseId } = w.create('case', { caseId: null, fields: { title: 'A case' } });
    const asked = { certainty: 'exact', day: '2030-12-01' } as const;
    const make = (direction: 'to_government' | 'from_government', state: string) =>
      w.create('evidence_request', { caseId, state, fields: { title: 'Logs', direction, asked } }).number;
    numbers = [make('to_government', 'sent'), make('to_government', 'sent')];
    theirs = make('from_government', 'received');
  });
});
afterAll(() => home.end());
const again = { on: { certainty: 'exact', day: '2031-01-08' }, how: 'By letter' } as const;
const chased = (number: string) => home.records.reading().require(number).fields['chased'];

test('that an answer was asked for again is added to each request in one act, and one undo takes it back', async () => {
  await askAgain(home.records, numbers, again, {});
  const done = await askAgain(home.records, numbers, { on: { certainty: 'exact', day: '2031-01-09' } }, {});
  for (const number of numbers) expect(chased(number)).toEqual([again, { on: { certainty: 'exact', day: '2031-01-09' } }]);
  await home.records.undo(done.act);
  for (const number of numbers) expect(chased(number)).toEqual([again]);
});

test('a request that was put to us refuses all of them, and says why', async () => {
  const thrown: unknown = await askAgain(home.records, [...numbers, theirs], again, {}).catch((error: unknown) => error);
  expect(thrown instanceof Refused && thrown.failure).toMatchObject({ code: 'not-together', number: theirs, why: 'It was put to us: there is nobody whom we ask.' });
  expect(chased(numbers[0] ?? '')).toEqual([again]);
});
