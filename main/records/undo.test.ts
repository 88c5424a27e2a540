import { afterAll, beforeAll, expect, test } from 'vitest';
import { failure } from '../vault/test-vault.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let caseId: string;
beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
});
afterAll(() => home.end());
const note = (title: string) => home.records.change(null, (w) => w.create('note', { caseId, fields: { title, type: 'note', body: 'b' } }));

test('undo writes every record of the act again as it stood, and can itself be undone', async () => {
  const [one, two] = [(await note('one')).result, (await note('two')).result];
  const act = await home.records.change('renaming', (w) => {
    w.update(one.id, { fields: { title: 'eins', body: 'changed' } });
    w.update(one.id, { fields: { title: 'uno' } });
    w.move(two.id, 'final');
  });
  const undone = await home.records.undo(act.act);
  expect(undone.numbers.toSorted()).toEqual([one.number, two.number].toSorted());
  const reading = home.records.reading();
  expect([reading.get(one.id), reading.get(two.id)]).toEqual([one, two]);
  await home.records.undo(undone.act);
  expect([reading.get(one.id)?.fields['title'], reading.get(two.id)?.state]).toEqual(['uno', 'final']);
});

test('undo of a creation removes the record with its reason and finds it no more', async () => {
  const made = await note('made by mistake');
  await home.records.undo(made.act);
  expect(home.records.reading().get(made.result.id)?.removed).toMatchObject({ by: 'Ada Reyes', reason: expect.stringContaining('undone') });
  expect(home.records.search({ text: 'made by mistake', limit: 5 }).hits).toEqual([]);
});

test('undo of a removal brings the record back', async () => {
  const made = (await note('wanted')).result;
  const act = await home.records.change('tidy', (w) => w.remove(made.id, 'tidy'));
  await home.records.undo(act.act);
  expect(home.records.reading().get(made.id)).toEqual(made);
});

test('undo refuses where the same was changed since, says what by which entry, and changes none of the other records', async () => {
  const [one, two] = [(await note('one')).result, (await note('two')).result];
  const act = await home.records.change(null, (w) => [w.update(one.id, { tags: ['x'] }), w.update(two.id, { tags: ['x'], fields: { title: 'zwei' } })]);
  await home.records.change(null, (w) => w.update(two.id, { fields: { body: 'other' } }));
  const later = await home.records.change(null, (w) => w.update(two.id, { tags: ['y'], fields: { title: 'dos' } }));
  expect(await failure(home.records.undo(act.act))).toEqual({
    code: 'undo-in-the-way',
    number: two.number,
    fields: ['Tags', 'Title'],
    entry: later.to,
    by: 'Ada Reyes',
    at: new Date(home.now()).toISOString(),
  });
  expect(home.records.reading().get(one.id)?.tags).toEqual(['x']);
  // Once that is taken back, the earlier one can be too; what else was changed since stands.
  await home.records.undo(later.act);
  await home.records.undo(act.act);
  expect(home.records.reading().get(two.id)).toMatchObject({ tags: [], fields: { title: 'two', body: 'other' } });
});

test('an earlier act is taken back where nothing since touched the same, and what was changed since stands', async () => {
  const { result: made } = await note('first');
  const earlier = await home.records.change(null, (w) => w.update(made.id, { fields: { title: 'second' }, tags: ['x'] }));
  await home.records.change(null, (w) => w.move(made.id, 'final'));
  await home.records.change(null, (w) => w.update(made.id, { fields: { body: 'later words' } }));
  const undone = await home.records.undo(earlier.act);
  expect(home.records.reading().get(made.id)).toMatchObject({ state: 'final', tags: [], fields: { title: 'first', body: 'later words' } });
  await home.records.undo(undone.act);
  expect(home.records.reading().get(made.id)).toMatchObject({ state: 'final', tags: ['x'], fields: { title: 'second', body: 'later words' } });
});

test('a creation is not undone once something was written to what it created, nor a change to what was removed since', async () => {
  const made = await note('made');
  const changed = await home.records.change(null, (w) => w.update(made.result.id, { fields: { title: 'worked on' } }));
  expect(await failure(home.records.undo(made.act))).toMatchObject({ code: 'undo-in-the-way', number: made.result.number, entry: changed.to, fields: ['Title'] });
  const gone = await home.records.change(null, (w) => w.remove(made.result.id, 'tidy'));
  expect(await failure(home.records.undo(changed.act))).toMatchObject({ code: 'undo-in-the-way', entry: gone.to, fields: ['Removed'] });
});

test('a creation is undone once everything written to what it created was undone', async () => {
  const made = await note('made');
  const changed = await home.records.change(null, (w) => w.update(made.result.id, { fields: { title: 'worked on' } }));
  const gone = await home.records.change('tidy', (w) => w.remove(made.result.id, 'tidy'));
  for (const { act } of [gone, changed, made]) await home.records.undo(act);
  expect(home.records.reading().get(made.result.id)?.removed?.reason).toContain('undone');
});

test('an undo of many tells how far it is, and when it is stopped nothing of it is kept', async () => {
  const numbers = Array.from({ length: 1200 }, (_, i) => i);
  const made = await home.records.changeMany(null, numbers, (w, i) => void w.create('note', { caseId, fields: { title: `many ${i}`, type: 'note', body: 'b' } }));
  const before = home.records.reading().counts(caseId);
  const stop = new AbortController();
  const told: (readonly [number, number])[] = [];
  const stopped = home.records.undo(made.act, {
    signal: stop.signal,
    tell: (done, of) => {
      told.push([done, of]);
      if (done === 1000) stop.abort();
    },
  });
  expect(await failure(stopped)).toEqual({ code: 'cancelled' });
  expect(told).toEqual([
    [500, 1200],
    [1000, 1200],
  ]);
  expect(home.records.reading().counts(caseId)).toEqual(before);
  expect((await home.records.undo(made.act)).numbers).toHaveLength(1200);
});

test('an act into or in a final state is not undone; the failure says what to do instead', async () => {
  const { result: hold } = await home.records.change(null, (w) =>
    w.create('legal_hold', { caseId, fields: { title: 'H', scope: { names: [] }, issuedBy: 'GC', custodians: [{ who: 'Research' }] } }),
  );
  const issued = await home.records.change(null, (w) => w.move(hold.id, 'issued'));
  expect(await failure(home.records.undo(issued.act))).toEqual({ code: 'cannot-undo', number: hold.number, why: 'Issue a new version, or release it with a second reviewer.' });
  const noted = await home.records.change(null, (w) => w.update(hold.id, { tags: ['x'] }));
  expect(await failure(home.records.undo(noted.act))).toMatchObject({ code: 'cannot-undo' });
});

test('an event of custody is not taken out by an undo, and other changes of the same exhibit are undone', async () => {
  const event = { action: 'received', occurred: { certainty: 'exact', day: '2026-06-14' }, by: 'Counsel' };
  const { result: item } = await home.records.change(null, (w) => w.createAny('evidence_item', { caseId, fields: { title: 'Letter', type: 'document', custody: [event] } }));
  const added = await home.records.change(null, (w) => w.update(item.id, { fields: { custody: [event, { ...event, action: 'viewed' }] } }));
  expect(await failure(home.records.undo(added.act))).toEqual({
    code: 'cannot-undo',
    number: item.number,
    why: 'Custody is only ever added to. Record an event that says what was wrong with this one.',
  });
  const renamed = await home.records.change(null, (w) => w.update(item.id, { fields: { title: 'The letter' } }));
  await home.records.undo(renamed.act);
  expect(home.records.reading().get(item.id)?.fields['title']).toBe('Letter');
});

test('undo of a creation is refused under a hold, like any removal', async () => {
  const { result: other } = await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'Held' } }));
  const made = await home.records.change(null, (w) => w.create('note', { caseId: other.id, fields: { title: 'n', type: 'note', body: 'b' } }));
  await home.records.change(null, (w) =>
    w.move(w.create('legal_hold', { caseId: other.id, fields: { title: 'H', scope: { names: [other.id] }, issuedBy: 'GC', custodians: [{ who: 'R' }] } }).id, 'issued'),
  );
  expect(await failure(home.records.undo(made.act))).toMatchObject({ code: 'held', number: made.result.number });
});

test('what is no act, and what is no record, is not undone', async () => {
  expect(await failure(home.records.undo('no such act'))).toMatchObject({ code: 'cannot-undo' });
  const first = home.records.history({ limit: 1, before: 2 }).entries.at(-1);
  expect(first).toMatchObject({ verb: 'created', kind: 'vault', seq: 1 });
  expect(await failure(home.records.undo(first?.act ?? ''))).toMatchObject({ code: 'cannot-undo' });
});

test('what was erased cannot be brought back', async () => {
  const made = (await note('secret')).result;
  const { seq } = home.records.reading().changed(made.id);
  const act = await home.records.change(null, (w) => w.update(made.id, { fields: { title: 'blank' } }));
  await home.vault.change({}, (tx) => tx.erase([seq], { record: made.id, kind: 'note', shape: 1, authority: 'clawback', left: {} }));
  expect(await failure(home.records.undo(act.act))).toMatchObject({ code: 'cannot-undo', why: 'What stood there before was erased.' });
});
