import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Changes } from './changes-since.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let here: string;
let there: string;
beforeAll(async () => {
  home = await makeTestVault();
  const make = async (title: string) => (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title } }))).result.id;
  [here, there] = [await make('Here'), await make('There')];
});
afterAll(() => home.end());
const note = (caseId: string, title: string) => home.records.change(null, (w) => w.create('note', { caseId, fields: { title, type: 'note', body: 'b' } }));

test('the working set is the open items of every case and the whole of the open case', async () => {
  const [a, b, c, d] = [await note(here, 'open here'), await note(here, 'closed here'), await note(there, 'open there'), await note(there, 'closed there')];
  await home.records.change(null, (w) => [w.move(b.result.id, 'final'), w.move(d.result.id, 'final')]);
  const titles = (caseId: string | null) =>
    home.records
      .workingSet({ caseId })
      .rows.filter((row) => row.kind === 'note')
      .map((row) => row.number)
      .toSorted();
  expect(titles(null)).toEqual([a, c].map((made) => made.result.number));
  expect(titles(here)).toEqual([a, b, c].map((made) => made.result.number));
  expect(titles(there)).toEqual([a, c, d].map((made) => made.result.number));
});

test('the working set comes in pages, the first one short, the next due first', async () => {
  await home.records.changeMany(
    null,
    Array.from({ length: 700 }, (_, index) => index),
    (w, index) =>
      void w.create('deadline', {
        caseId: there,
        fields: { title: `D ${index}`, method: 'manual', side: 'ours', date: { certainty: 'exact', day: `20${31 + (index % 60)}-01-15` } },
      }),
  );
  const first = home.records.workingSet({ caseId: here });
  expect([first.rows.length, first.more]).toEqual([500, 0]);
  expect(first.rows[0]?.due).toBe('2031-01-15');
  const sizes = [first.rows.length];
  const ids = new Set(first.rows.map((row) => row.id));
  for (let { next } = first; next !== null; ) {
    const page = home.records.workingSet({ caseId: here, after: next });
    sizes.push(page.rows.length);
    for (const row of page.rows) ids.add(row.id);
    next = page.next;
  }
  expect(sizes).toEqual([500, 205]);
  expect(ids.size).toBe(sizes.reduce((sum, size) => sum + size, 0));
  expect(ids.size).toBe(700 + 2 + 3);
});

test('a window is told at once, then at most every 50 ms, and each message begins where the last ended', async () => {
  await wait(120);
  const told: Changes[] = [];
  const end = home.records.onChange((changes) => told.push(changes));
  const start = home.records.reading().seq;
  const first = await note(here, 'first');
  expect(told.map(({ from, to, puts }) => [from, to, puts.map((row) => row.number)])).toEqual([[start, start + 1, [first.result.number]]]);
  const second = await note(here, 'second');
  const third = await note(here, 'third');
  await home.records.change('no', (w) => w.remove(second.result.id, 'no'));
  expect(told).toHaveLength(1);
  await wait(120);
  expect(told).toHaveLength(2);
  expect(told[1]).toMatchObject({ from: start + 1, to: start + 4, removes: [second.result.id] });
  expect(told[1]?.puts.map((row) => row.number)).toEqual([third.result.number]);
  end();
  await note(here, 'unheard');
  await wait(120);
  expect(told).toHaveLength(2);
});

test('a window that missed messages asks for what changed since, or is told to load again', async () => {
  const seq = home.records.reading().seq;
  const made = await note(here, 'missed');
  expect(home.records.changesSince(seq)).toMatchObject({ from: seq, to: seq + 1, reload: false, puts: [{ number: made.result.number }], removes: [] });
  expect(home.records.changesSince(seq + 1)).toMatchObject({ puts: [], reload: false });
  expect(home.records.changesSince(seq + 99)).toMatchObject({ reload: true });
  const { id, kind } = made.result;
  await home.vault.change({}, (tx) => {
    for (let entry = 0; entry < 5000; entry++) tx.append({ record: id, kind, shape: 1, verb: 'update', reason: null, image: made.result });
  });
  expect(home.records.changesSince(seq)).toMatchObject({ reload: true, puts: [] });
  expect(home.records.changesSince(seq + 1)).toMatchObject({ reload: false });
});

test('a draft is kept outside journal and search until it is discarded', async () => {
  const { drafts } = home.records;
  const made = (await note(here, 'drafted')).result;
  const seq = home.records.reading().seq;
  expect(drafts.read('note', made.id)).toBeNull();
  await drafts.save('note', made.id, { title: 'zebra half typed' });
  const { at } = await drafts.save('note', made.id, { title: 'zebra typed' });
  await drafts.save('note', null, { title: 'new' });
  expect(drafts.read('note', made.id)).toEqual({ body: { title: 'zebra typed' }, at });
  expect(drafts.read('note', null)?.body).toEqual({ title: 'new' });
  expect([home.records.reading().seq, home.records.search({ text: 'zebra', limit: 1 }).hits]).toEqual([seq, []]);
  await drafts.discard('note', made.id);
  expect(drafts.read('note', made.id)).toBeNull();
});
