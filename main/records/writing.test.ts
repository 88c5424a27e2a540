import { afterAll, beforeAll, expect, test } from 'vitest';
import { failure } from '../vault/test-vault.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
beforeAll(async () => {
  home = await makeTestVault();
});
afterAll(() => home.end());

const newCase = async (title = 'A case') => (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title } }))).result;
const newNote = async (caseId: string | null, title: string, about: string[] = []) =>
  (await home.records.change(null, (w) => w.create('note', { caseId, fields: { title, type: 'note', body: `Text of ${title}`, about } }))).result;

test('numbers are given per kind and never again, not even after a removal or an undo', async () => {
  const here = await newCase();
  const first = await newNote(here.id, 'one');
  const second = await newNote(here.id, 'two');
  await home.records.change('wrong case', (w) => w.remove(second.id, 'wrong case'));
  const third = await home.records.change(null, (w) => w.create('note', { caseId: here.id, fields: { title: 'three', type: 'note', body: 'x' } }));
  await home.records.undo(third.act);
  const fourth = await newNote(here.id, 'four');
  const counts = [first.number, second.number, third.result.number, fourth.number].map((number) => Number(number.split('-')[1]));
  expect(counts).toEqual([0, 1, 2, 3].map((more) => (counts[0] ?? 0) + more));
});

test('an act that is refused leaves nothing behind and its numbers are given again', async () => {
  const here = await newCase();
  const before = await newNote(here.id, 'before');
  const seq = home.records.reading().seq;
  expect(
    await failure(
      home.records.change(null, (w) => {
        w.create('note', { caseId: here.id, fields: { title: 'lost', type: 'note', body: 'x' } });
        w.createAny('note', { caseId: here.id, fields: { title: '', type: 'note', body: 'x' } });
      }),
    ),
  ).toMatchObject({ code: 'record-malformed', kind: 'note', field: 'title' });
  expect(home.records.reading().seq).toBe(seq);
  const after = await newNote(here.id, 'after');
  expect(Number(after.number.slice(5))).toBe(Number(before.number.slice(5)) + 1);
});

test('a link needs a target of its own case or of none, and says which field is wrong', async () => {
  const [here, there] = [await newCase('here'), await newCase('there')];
  const [elsewhere, free] = [await newNote(there.id, 'elsewhere'), await newNote(null, 'free')];
  expect(await newNote(here.id, 'free link', [free.id, here.id])).toBeDefined();
  expect(await failure(newNote(here.id, 'wrong', [elsewhere.id]))).toMatchObject({ code: 'link-target-missing', field: 'about.0', target: elsewhere.number });
  expect(await failure(newNote(here.id, 'nothing', ['no-such-id']))).toMatchObject({ code: 'link-target-missing', target: 'no-such-id' });
  expect(await failure(newNote('no-such-case', 'nowhere'))).toMatchObject({ code: 'link-target-missing', field: 'caseId' });
  expect(await failure(home.records.change(null, (w) => w.create('party', { caseId: here.id, fields: { name: 'P', type: 'company', partOf: free.id } })))).toMatchObject({
    code: 'link-target-missing',
    field: 'partOf',
  });
});

test('records of one act may link to each other in a circle', async () => {
  const here = await newCase();
  const { result } = await home.records.change(null, (w) => {
    const [a, b] = [w.newId(), w.newId()];
    w.create('note', { id: a, caseId: here.id, fields: { title: 'a', type: 'note', body: 'x', about: [b] } });
    w.create('note', { id: b, caseId: here.id, fields: { title: 'b', type: 'note', body: 'x', about: [a] } });
    return [a, b] as const;
  });
  const reading = home.records.reading();
  expect(reading.linkingTo(result[0]).map((record) => record.id)).toEqual([result[1]]);
  expect(reading.linksOf(result[0]).map(({ role, record }) => [role, record.id])).toEqual([['about', result[1]]]);
});

test('a new link to a removed record is refused and an old one stays', async () => {
  const here = await newCase();
  const target = await newNote(here.id, 'target');
  const linking = await newNote(here.id, 'linking', [target.id]);
  await home.records.change(null, (w) => w.remove(target.id, 'entered twice'));
  expect((await home.records.change(null, (w) => w.update(linking.id, { fields: { title: 'still linking' } }))).result.fields['about']).toEqual([target.id]);
  expect(await failure(newNote(here.id, 'late', [target.id]))).toMatchObject({ code: 'link-target-missing', target: target.number });
  expect(home.records.reading().linksOf(linking.id)[0]?.record.removed?.reason).toBe('entered twice');
});

test('an update replaces the named fields, takes away with null, and writes nothing when nothing changes', async () => {
  const here = await newCase();
  const note = await newNote(here.id, 'draft', [here.id]);
  const { result } = await home.records.change('typo', (w) => w.update(note.id, { fields: { title: 'final', about: null }, tags: ['t'] }));
  expect(result.fields).toEqual({ title: 'final', type: 'note', body: 'Text of draft' });
  expect(home.records.reading().get(note.number)).toEqual(result);
  const idle = await home.records.change(null, (w) => w.update(note.id, { fields: { title: 'final' } }));
  expect(idle.to).toBe(idle.from);
});

test('an update based on an older entry is refused with who and when', async () => {
  const note = await newNote(null, 'shared');
  const { seq } = home.records.reading().changed(note.id);
  home.pass(60_000);
  await home.records.change(null, (w) => w.update(note.id, { seq, fields: { title: 'first' } }));
  expect(await failure(home.records.change(null, (w) => w.update(note.id, { seq, fields: { title: 'second' } })))).toEqual({
    code: 'changed-since',
    number: note.number,
    by: 'Ada Reyes',
    at: new Date(home.now()).toISOString(),
  });
});

test('a move that the kind does not know is refused with those it knows', async () => {
  const here = await newCase();
  expect(await failure(home.records.change(null, (w) => w.move(here.id, 'void')))).toEqual({
    code: 'move-not-allowed',
    number: here.number,
    from: 'open',
    to: 'void',
    allowed: ['watching', 'closed'],
  });
});

test('a guard stops a move with its facts, inside the transaction', async () => {
  const here = await newCase();
  const { result: decision } = await home.records.change(null, (w) => w.create('decision', { caseId: here.id, fields: { question: 'Switch it off?' } }));
  const refused = await failure(home.records.change(null, (w) => w.move(decision.id, 'decided')));
  expect(refused).toMatchObject({ code: 'guard', number: decision.number, guard: 'decided' });
  const done = await home.records.change(null, (w) => {
    w.update(decision.id, { fields: { chosen: 'Yes', reasons: 'The order', decidedBy: 'Counsel', decided: { certainty: 'unknown' } } });
    return w.move(decision.id, 'decided');
  });
  expect(done.result.state).toBe('decided');
});

test('nothing under a legal hold is removed, until it is no longer held', async () => {
  const here = await newCase();
  const note = await newNote(here.id, 'kept');
  const { result: hold } = await home.records.change(null, (w) => {
    const made = w.create('legal_hold', { caseId: here.id, fields: { title: 'Keep all', scope: { names: [here.id] }, issuedBy: 'GC', custodians: [{ who: 'Research' }] } });
    return w.move(made.id, 'issued');
  });
  const refused = await failure(home.records.change(null, (w) => w.remove(note.id, 'tidy')));
  expect(refused).toMatchObject({ code: 'held', number: note.number });
  expect(JSON.stringify(refused)).toContain(hold.number);
});

test('a removal needs a reason, leaves lists and search, and can be taken back', async () => {
  const here = await newCase();
  const note = await newNote(here.id, 'quixotic');
  expect(await failure(home.records.change(null, (w) => w.remove(note.id, ' ')))).toMatchObject({ code: 'reason-missing' });
  await home.records.change(null, (w) => w.remove(note.id, 'wrong matter'));
  const found = () => home.records.search({ text: 'quixotic', limit: 10 }).hits.map((hit) => hit.row.number);
  expect(home.records.reading().list({ caseId: here.id }).total).toBe(0);
  expect(found()).toEqual([]);
  expect(await failure(home.records.change(null, (w) => w.update(note.id, { fields: { title: 'x' } })))).toMatchObject({ code: 'guard', guard: 'removed' });
  await home.records.change(null, (w) => w.restore(note.id, 'right after all'));
  expect(
    home.records
      .reading()
      .list({ caseId: here.id })
      .rows.map((row) => row.number),
  ).toEqual([note.number]);
  expect(found()).toEqual([note.number]);
});

test('a case with records in it is not removed', async () => {
  const here = await newCase();
  await newNote(here.id, 'inside');
  expect(await failure(home.records.change(null, (w) => w.remove(here.id, 'done')))).toMatchObject({ code: 'guard', guard: 'not-empty' });
});

test('a long act is all or nothing, and stops when it is cancelled', async () => {
  const here = await newCase();
  const stop = new AbortController();
  const items = Array.from({ length: 1200 }, (_, index) => `bulk ${index}`);
  const write = (signal?: AbortSignal, tell?: (done: number) => void) =>
    home.records.changeMany('import', items, (w, title) => void w.create('note', { caseId: here.id, fields: { title, type: 'note', body: 'b' } }), {
      ...(signal && { signal }),
      ...(tell && { tell }),
    });
  expect(await failure(write(stop.signal, () => stop.abort()))).toEqual({ code: 'cancelled' });
  expect(home.records.reading().list({ caseId: here.id }).total).toBe(0);
  const told: number[] = [];
  const act = await write(undefined, (done) => told.push(done));
  expect(told).toEqual([500, 1000, 1200]);
  expect(home.records.reading().list({ caseId: here.id }).total).toBe(1200);
  const { numbers } = await home.records.undo(act.act);
  expect(numbers).toHaveLength(1200);
  expect(home.records.reading().list({ caseId: here.id }).total).toBe(0);
});

test('an act over more than 20,000 items is refused before it begins', async () => {
  expect(
    await failure(
      home.records.changeMany(
        null,
        Array.from({ length: 20_001 }, () => 0),
        () => undefined,
      ),
    ),
  ).toEqual({ code: 'too-many-records', count: 20_001, limit: 20_000 });
});
