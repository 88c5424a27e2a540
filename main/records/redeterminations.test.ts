import { afterEach, beforeEach, expect, test } from 'vitest';
import { isKind } from '../../shared/records/kinds.ts';
import { accessIn } from './access-in.ts';
import { redetermine, toRedetermine } from './redeterminations.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let made: TestVault;
beforeEach(async () => {
  made = await makeTestVault();
});
afterEach(() => made.end());

const today = '2031-01-08';
const on = (day: string) => ({ certainty: 'exact', day });
const enter = async (kind: string, fields: object, state?: string): Promise<string> =>
  (await made.records.change(null, (writing) => writing.createAny(kind, { caseId: null, ...(state && { state }), fields: { ...fields } }))).result.id;
const list = () => toRedetermine(made.records.reading(), null, today);
const at = (number: string) => made.records.reading().require(number);

/** An order that bars everybody, a permanent resident barred under it, and then an amendment that bars foreign persons only. */
async function amended(): Promise<void> {
  const model = await enter('restricted_model', { name: 'Heron', versions: [] }, 'in_development');
  const text = { instrument: 'unknown', formSeen: 'original', textInHand: true, authority: 'stated' };
  const letter = await enter('order', { ...text, title: 'Letter', effective: on('2030-11-01'), models: [model], clauses: [{ number: '1' }] }, 'received');
  const rule = { clause: '1', rule: 'barred', persons: 'persons' };
  const everyone = await enter('scope_rule', { ...rule, order: letter, tests: [{ join: 'must', test: 'everyone' }] });
  const person = await enter('person', { name: 'p-1', kindOfPerson: 'employee', usPerson: 'yes' });
  const { seq } = made.records.reading();
  await made.records.change(null, (writing) => writing.move(everyone, 'adopted'));
  await enter('access_determination', { person, order: letter, model, surface: 'internal', result: 'barred', rules: [everyone], orderSeq: seq + 1, decidedBy: 'Somebody Else' });
  expect(list()).toEqual([]);
  const changes = [{ number: '1', change: 'replaces', changedOrder: letter, changedClause: '1' }];
  const second = await enter('order', { ...text, title: 'Amendment', effective: on('2031-01-02'), clauses: changes }, 'received');
  const narrow = await enter('scope_rule', { ...rule, order: second, models: [model], tests: [{ join: 'must', test: 'nationality', nationality: 'any_foreign_person_EAR' }] });
  await made.records.change(null, (writing) => writing.move(narrow, 'adopted'));
}

test('an amended order flags a determination and changes none; approving puts a proposed one in its place in one act', async () => {
  await amended();
  expect(list()).toMatchObject([{ number: 'DET-001', before: 'barred', after: 'not_barred' }]);
  expect(at('DET-001').state).toBe('proposed');
  const { made: numbers, act } = await redetermine(made.records, ['DET-001'], today, 'Amended on 2 January');
  expect(numbers).toEqual(['DET-002']);
  expect([at('DET-001').state, at('DET-002').state]).toEqual(['superseded', 'proposed']);
  expect(at('DET-002').fields).toMatchObject({ result: 'not_barred', reason: expect.stringMatching(/^In the place of DET-001 \(barred by this order\)\./) });
  // Whoever decided the old one has not decided this one.
  expect(at('DET-002').fields['decidedBy']).toBeUndefined();
  expect(list()).toEqual([]);
  // Model and person were read: neither is looked up again for its number, which is what a matrix of thousands of ways would spend its time on.
  const reading = made.records.reading();
  let lookedUp = 0;
  const counting = { ...reading, names: (ids: Iterable<string>) => (lookedUp++, reading.names(ids)) };
  expect(accessIn(counting, null).rows).toMatchObject([{ from: 'DET-002', whoNumber: 'PER-001', modelNumber: 'MODEL-001', planned: 'undetermined', still: 'undecided' }]);
  expect(lookedUp).toBe(0);
  // What somebody determined is part of the record: a wrong one is replaced, not undone (domain.md §7 U12).
  await expect(made.records.undo(act)).rejects.toMatchObject({ failure: { code: 'cannot-undo' } });
});

test('one whose ground has not changed is refused, and then none of those named changes', async () => {
  await amended();
  const model = at('MODEL-001').id;
  const [letter, person] = [at('ORD-001').id, at('PER-001').id];
  const rules = made.records.reading().all('scope_rule');
  const narrow = rules.find(({ fields }) => fields.order !== letter)?.id;
  const fine = await enter('access_determination', { person, order: letter, model, surface: 'api', result: 'not_barred', rules: [narrow], orderSeq: 9999 });
  await expect(redetermine(made.records, ['DET-001', fine], today, 'All')).rejects.toMatchObject({ failure: { code: 'guard', guard: 'redetermine' } });
  expect(at('DET-001').state).toBe('proposed');
  expect(
    made.records
      .reading()
      .all('access_determination')
      .filter((one) => isKind(one, 'access_determination')),
  ).toHaveLength(2);
});
