import { afterAll, beforeAll, expect, test } from 'vitest';
import { failure } from '../vault/test-vault.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';
import { changeTogether, removeTogether } from './together.ts';

let home: TestVault;
let caseId: string;
beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
});
afterAll(() => home.end());
const deadlines = async (count: number) => {
  const { result } = await home.records.change(null, (w) =>
    Array.from({ length: count }, (_, i) =>
      w.create('deadline', { caseId, tags: ['first'], fields: { title: `Answer ${i}`, method: 'manual', side: 'ours', date: { certainty: 'exact', day: '2031-02-10' } } }),
    ),
  );
  return result.map(({ number }) => number);
};
const owner = (number: string) => home.records.reading().require(number).fields['owner'];

test('a field and tags of many records are set in one act, and one undo takes all of it back', async () => {
  const numbers = await deadlines(700);
  const told: number[] = [];
  const done = await changeTogether(
    home.records,
    { numbers, fields: { owner: 'Ada Reyes' }, addTags: ['urgent'], dropTags: ['first'], reason: 'handed over' },
    { tell: (at) => told.push(at) },
  );
  expect([done.records, new Set(numbers.map(owner)), told]).toEqual([700, new Set(['Ada Reyes']), [500, 700]]);
  expect(home.records.reading().require(numbers[3] ?? '').tags).toEqual(['urgent']);
  const { entries } = home.records.history({ number: numbers[699] ?? '', limit: 1 });
  expect(entries[0]).toMatchObject({ act: done.act, verb: 'update', reason: 'handed over' });
  const back = await home.records.undo(done.act);
  expect(back.numbers).toHaveLength(700);
  expect(new Set(numbers.map(owner))).toEqual(new Set([undefined]));
  expect(home.records.reading().require(numbers[3] ?? '').tags).toEqual(['first']);
});

test('null takes a field away from all of them', async () => {
  const numbers = await deadlines(2);
  await changeTogether(home.records, { numbers, fields: { owner: 'Ada Reyes' } }, {});
  await changeTogether(home.records, { numbers, fields: { owner: null } }, {});
  expect(numbers.map(owner)).toEqual([undefined, undefined]);
});

test.each([
  ['date', { certainty: 'exact', day: '2031-03-01' }],
  ['override', { final: { certainty: 'exact', day: '2031-03-01' }, reason: 'r', authority: 'court_order', by: 'b' }],
  ['ruleId', 'us.frcp.12'],
  ['title', 'the same for all'],
])('%s is not set on many records, and nothing is changed', async (name, value) => {
  const numbers = await deadlines(2);
  const before = numbers.map((number) => home.records.reading().require(number));
  expect(await failure(changeTogether(home.records, { numbers, fields: { [name]: value, owner: 'Ada Reyes' } }, {}))).toMatchObject({ code: 'not-together', number: numbers[0] });
  expect(numbers.map((number) => home.records.reading().require(number))).toEqual(before);
});

test('one statement that was made keeps the whole choice as it was, and says what to do instead', async () => {
  const { result } = await home.records.change(null, (w) => {
    const speaker = w.create('party', { caseId, fields: { name: 'The company', type: 'company' } });
    return ['first', 'second'].map((title) =>
      w.create('statement', {
        caseId,
        fields: {
          title,
          side: 'ours',
          speaker: [speaker.id],
          forum: 'press',
          verbatim: title,
          at: { certainty: 'exact', day: '2031-01-02' },
          attribution: { level: 'first_hand' },
        },
      }),
    );
  });
  const [first, second] = result.map(({ number }) => number);
  await home.records.change(null, (w) => w.move(w.require(second ?? '').id, 'made'));
  const refused = await failure(removeTogether(home.records, [first ?? '', second ?? ''], 'tidy', {}));
  expect(refused).toMatchObject({ code: 'not-together', number: second, why: expect.stringContaining('Make a correction') });
  expect(home.records.reading().require(first ?? '').removed).toBeUndefined();
});

test('one record under a hold keeps all of the choice', async () => {
  const numbers = await deadlines(2);
  await home.records.change(null, (w) => {
    const hold = w.create('legal_hold', {
      caseId,
      fields: { title: 'Keep it', scope: { names: [w.require(numbers[1] ?? '').id] }, issuedBy: 'GC', custodians: [{ who: 'Research' }] },
    });
    w.move(hold.id, 'issued');
  });
  expect(await failure(removeTogether(home.records, numbers, 'tidy', {}))).toMatchObject({ code: 'held', number: numbers[1] });
  expect(home.records.reading().require(numbers[0] ?? '').removed).toBeUndefined();
});

test('many are removed in one act with its reason, and undo brings them back', async () => {
  const numbers = await deadlines(3);
  const done = await removeTogether(home.records, numbers, 'entered twice', {});
  expect(numbers.map((number) => home.records.reading().require(number).removed?.reason)).toEqual(['entered twice', 'entered twice', 'entered twice']);
  await home.records.undo(done.act);
  expect(numbers.map((number) => home.records.reading().require(number).removed)).toEqual([undefined, undefined, undefined]);
});

test('an act over many stops when it is cancelled, and keeps nothing', async () => {
  const numbers = await deadlines(1200);
  const stop = new AbortController();
  const work = changeTogether(home.records, { numbers, fields: { owner: 'Ada Reyes' } }, { signal: stop.signal, tell: () => stop.abort() });
  expect(await failure(work)).toEqual({ code: 'cancelled' });
  expect(new Set(numbers.map(owner))).toEqual(new Set([undefined]));
});
