import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pastsOf } from './as-known-on.ts';
import { pastTables } from './past-tables.ts';
import { nowTable, rowsNow } from './rows-now.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
beforeEach(async () => {
  home = await makeTestVault();
});
afterEach(() => home.end());

const small = { rows: { found: 7, read: 3 }, links: { put: 20, copied: 20 }, words: 20 };
const notes = (count: number) =>
  home.records.change(null, (w) => Array.from({ length: count }, (_, i) => w.create('note', { caseId: null, fields: { title: `note ${i}`, type: 'note', body: 'b' } }).id));

/** Every row of a past day as its tables have it. */
async function rowsOn(instant: number, now: ReturnType<typeof rowsNow> | null): Promise<unknown[]> {
  const pasts = pastsOf(home.vault, small, now);
  await pasts.ready(instant, { part: 'rows' });
  const rows = home.vault.reader.prepare(`SELECT * FROM temp.${pastTables(home.vault.seqAt(instant)).record} ORDER BY rowid`).all();
  pasts.forget();
  return rows;
}

test('a past day made of what was read in advance is the one made without it, whatever is recorded before, between and after', async () => {
  const doing = fc.record({ does: fc.constantFrom('create', 'title', 'move', 'remove', 'restore', 'read', 'read all', 'undo'), which: fc.nat(60) });
  let { result: ids } = await notes(12);
  const acts: string[] = [];
  const instants = [home.now()];
  let now = rowsNow(home.vault.reader);
  let ahead = now.ahead(3);
  let fromAhead = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 6, maxLength: 20 }), fc.nat(1000), async (all, back) => {
      now.drop();
      now = rowsNow(home.vault.reader);
      ahead = now.ahead(3);
      for (const { does, which } of all) {
        home.pass(1000);
        const id = ids[which % ids.length] ?? '';
        if (does === 'read') ahead.next();
        else if (does === 'read all') for (const piece of ahead) expect(piece).toBeUndefined();
        else if (does === 'create') ids = [...ids, ...(await notes(3)).result];
        else if (does === 'undo') await home.records.undo(acts[which % Math.max(1, acts.length)] ?? '').catch(() => undefined);
        else
          await home.records
            .change(null, (w) => {
              if (does === 'title') w.update(id, { fields: { title: `other ${which}` } });
              else if (does === 'move') w.move(id, 'final');
              else if (does === 'remove') w.remove(id, 'twice');
              else w.restore(id);
            })
            // A guard stands in the way of some: nothing is changed then.
            .then(({ act }) => acts.push(act))
            .catch(() => undefined);
        instants.push(home.now());
      }
      const instant = instants[back % instants.length] ?? 0;
      expect(await rowsOn(instant, now)).toEqual(await rowsOn(instant, null));
      if (now.isThere()) fromAhead++;
    }),
    { numRuns: 25, seed: 20_261_126 },
  );
  expect(fromAhead).toBeGreaterThan(3);
  // What is changed while a past day is being made of it.
  const instant = instants[instants.length >> 1] ?? 0;
  const expected = await rowsOn(instant, null);
  const again = rowsNow(home.vault.reader);
  now.drop();
  for (const piece of again.ahead()) expect(piece).toBeUndefined();
  const pasts = pastsOf(home.vault, { ...small, rows: { found: 2, read: 1 } }, again);
  const open = home.records.reading().list({ kind: 'note', states: ['open'], sort: 'number' }).rows[0]?.id ?? '';
  const ready = pasts.ready(instant, { part: 'rows' });
  home.pass(1000);
  await home.records.change(null, (w) => w.update(open, { fields: { title: 'while it is made' } }));
  await notes(4);
  await ready;
  const made = home.vault.reader.prepare(`SELECT * FROM temp.${pastTables(home.vault.seqAt(instant)).record} ORDER BY rowid`).all();
  expect(made).toEqual(expected);
});

test('what was closed to everybody is let go of at once, also while it is being read', async () => {
  await notes(9);
  const tables = () => home.vault.reader.prepare('SELECT count(*) FROM temp.sqlite_master WHERE name = ?').pluck().get(nowTable);
  const reading = home.records.readAhead();
  while (tables() === 0 && !reading.next().done);
  expect(tables()).toBe(1);
  await home.records.erase(['NOTE-001'], { kind: 'clawback', paper: 'Letter of 3 January 2031', reason: 'Sent by mistake.' });
  expect(tables()).toBe(0);
  for (const piece of reading) expect(piece).toBeUndefined();
  expect(tables()).toBe(0);
  expect(home.records.reading(home.now()).list({ kind: 'note', sort: 'number' }).total).toBe(8);
});
