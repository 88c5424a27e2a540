import { afterAll, beforeAll, expect, test } from 'vitest';
import { pastsOf } from './as-known-on.ts';
import { pastTables } from './past-tables.ts';
import { readingOf } from './reading.ts';
import { search } from './search.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

const minute = 60_000;
const small = { rows: { found: 3, read: 2 }, links: { put: 2, copied: 3 }, words: 3 };
let home: TestVault;
let caseId: string;
let then: number;
const ids: string[] = [];

beforeAll(async () => {
  home = await makeTestVault();
  const { records } = home;
  caseId = (await records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
  await records.change(null, (w) => {
    for (let i = 0; i < 20; i++) ids.push(w.create('note', { caseId, fields: { title: `note ${i}`, type: 'note', body: 'b', about: ids.slice(-1) } }).id);
  });
  then = home.now();
  home.pass(minute);
  await records.change(null, (w) => {
    for (const id of ids.filter((_, i) => i % 3 === 0)) w.update(id, { fields: { title: 'changed since', about: null } });
  });
});
afterAll(() => home.end());

const seenOf = (pasts: ReturnType<typeof pastsOf>) => {
  const reading = readingOf(pasts.at(then));
  const rows = reading.list({ sort: 'number', limit: 100 }).rows;
  return { rows, linked: ids.map((id) => reading.namesAround(id)) };
};
/** Which records of then each of these words finds. */
const foundBy = (pasts: ReturnType<typeof pastsOf>) =>
  ['changed', 'note', 'while', 'built', '3', 'case'].map((text) => [
    text,
    search(pasts.at(then), { text, ranked: true, limit: 100 }, { instant: 0, zone: 'UTC' })
      .hits.map((hit) => hit.row.number)
      .toSorted(),
  ]);
/** What is seen of a past that is built at once. */
const atOnce = <T>(look: (pasts: ReturnType<typeof pastsOf>) => T): T => {
  const pasts = pastsOf(home.vault);
  const seen = look(pasts);
  pasts.forget();
  return seen;
};
/** A past whose rows are put away, and nothing else yet. */
const onlyRows = async () => {
  const pasts = pastsOf(home.vault, small);
  await pasts.ready(then, { part: 'rows' });
  return pasts;
};

test('a past that is built in pieces is the one that is built at once', async () => {
  const expected = atOnce(seenOf);
  const pasts = pastsOf(home.vault, small);
  const shares: number[] = [];
  await pasts.ready(then, { tell: (share) => shares.push(share) });
  expect(seenOf(pasts)).toEqual(expected);
  expect(expected.rows.filter((row) => row.title.startsWith('note'))).toHaveLength(20);
  expect(shares.length).toBeGreaterThan(5);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  pasts.forget();
});

test('what is changed while it is built stands in it as it stood then', async () => {
  const expected = atOnce(seenOf);
  const pasts = pastsOf(home.vault, small);
  let next = 0;
  const changing: Promise<unknown>[] = [];
  await pasts.ready(then, {
    tell: () => {
      const id = ids[++next % ids.length] ?? '';
      changing.push(home.records.change(null, (w) => w.update(id, { fields: { title: `while it is built ${next}`, about: null } })));
      changing.push(home.records.change(null, (w) => w.create('note', { caseId, fields: { title: 'new', type: 'note', body: 'b' } })));
    },
  });
  await Promise.all(changing);
  expect(changing.length).toBeGreaterThan(5);
  // The entry at which a row stands, not its columns of today.
  expect(seenOf(pasts)).toEqual(expected);
  pasts.forget();
});

test('lists are answered before links are put away, and the links that follow are those of then, whatever changes meanwhile', async () => {
  const expected = atOnce(seenOf);
  const pasts = await onlyRows();
  const { link } = pastTables(home.vault.seqAt(then));
  const count = () => home.vault.reader.prepare<[], number>(`SELECT count(*) FROM temp.${link}`).pluck().get();
  const atFirst = count();
  expect(readingOf(pasts.at(then)).list({ sort: 'number', limit: 100 }).rows).toEqual(expected.rows);
  // Rows that were copied a moment ago are of another day now: their links may no longer be.
  await home.records.change(null, (w) => {
    for (const id of ids) w.update(id, { fields: { title: 'after the rows', about: [ids[0] ?? ''] } });
  });
  await pasts.ready(then, {});
  expect(atFirst).toBeLessThan(count() ?? 0);
  expect(seenOf(pasts)).toEqual(expected);
  pasts.forget();
});

test('what is asked of links before they are put away finds them all', async () => {
  const expected = atOnce(seenOf);
  const pasts = await onlyRows();
  expect(seenOf(pasts)).toEqual(expected);
  pasts.forget();
});

test('the words of a past that are read in pieces are those that are read at once, whatever changes meanwhile', async () => {
  const expected = atOnce(foundBy);
  expect(expected[1]?.[1]).toHaveLength(20);

  const pasts = await onlyRows();
  const shares: number[] = [];
  const changing: Promise<unknown>[] = [];
  await pasts.ready(then, {
    part: 'words',
    tell: (share) => {
      shares.push(share);
      const id = ids[(shares.length * 7) % ids.length] ?? '';
      changing.push(home.records.change(null, (w) => w.update(id, { fields: { title: `changed while words are read ${shares.length}` } })));
    },
  });
  await Promise.all(changing);
  expect(shares.length).toBeGreaterThan(5);
  expect(foundBy(pasts)).toEqual(expected);
  await home.records.change(null, (w) => w.update(ids[1] ?? '', { fields: { title: 'changed after words were read' } }));
  expect(foundBy(pasts)).toEqual(expected);
  pasts.forget();
});

test('a search of a past that is no longer waited for leaves nothing half read', async () => {
  const expected = atOnce(foundBy);
  const pasts = await onlyRows();
  const stop = new AbortController();
  let pieces = 0;
  await expect(pasts.ready(then, { part: 'words', signal: stop.signal, tell: () => ++pieces === 2 && stop.abort() })).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  expect(pieces).toBe(2);
  // Another who cannot wait, in the middle of it.
  let found: ReturnType<typeof foundBy> | null = null;
  await pasts.ready(then, { part: 'words', tell: () => (found ??= foundBy(pasts)) });
  expect(found).toEqual(expected);
  expect(foundBy(pasts)).toEqual(expected);
  pasts.forget();
  expect(home.vault.reader.prepare("SELECT name FROM temp.sqlite_master WHERE name LIKE 'asof%'").all()).toEqual([]);
});

test('whoever asks without waiting finds it whole, and it ends there for those who wait', async () => {
  const expected = atOnce(seenOf);
  const pasts = pastsOf(home.vault, small);
  let seen: ReturnType<typeof seenOf> | null = null;
  await pasts.ready(then, { tell: () => (seen ??= seenOf(pasts)) });
  expect(seen).toEqual(expected);
  expect(seenOf(pasts)).toEqual(expected);
  pasts.forget();
});

test('one who cancels hears so, the others get it all the same; with the last of them it ends, and can begin anew', async () => {
  const expected = atOnce(seenOf);
  const pasts = pastsOf(home.vault, small);
  const stop = new AbortController();
  const leaving = pasts.ready(then, { signal: stop.signal, tell: () => stop.abort() });
  const staying = pasts.ready(then, {});
  await expect(leaving).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  await staying;
  expect(seenOf(pasts)).toEqual(expected);
  pasts.forget();

  const alone = new AbortController();
  let pieces = 0;
  await expect(pasts.ready(then, { signal: alone.signal, tell: () => ++pieces === 2 && alone.abort() })).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  expect(pieces).toBe(2);
  await pasts.ready(then, {});
  expect(seenOf(pasts)).toEqual(expected);
  pasts.forget();
});

test('a past that is forgotten while it is built is built anew', async () => {
  const expected = atOnce(seenOf);
  const pasts = pastsOf(home.vault, small);
  let pieces = 0;
  await pasts.ready(then, { tell: () => ++pieces === 3 && pasts.forget() });
  expect(seenOf(pasts)).toEqual(expected);
  pasts.forget();
  expect(home.vault.reader.prepare("SELECT name FROM temp.sqlite_master WHERE name LIKE 'asof%'").all()).toEqual([]);
});
