import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepared } from './prepared.ts';
import { holdsBytes } from './same-bytes.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
beforeAll(async () => {
  home = await makeTestVault();
});
afterAll(() => home.end());

const digest = (letter: string) => letter.repeat(64);
const item = (caseId: string | null, sha256: string) =>
  home.records
    .change(null, (w) => w.create('evidence_item', { caseId, fields: { title: 'A', type: 'document', original: { filename: 'a.txt', sha256 } } }))
    .then(({ result }) => result);
const first = (sha256: string, caseId: string | null) => home.records.change(null, (w) => w.firstWithBytes(sha256, caseId)?.number).then(({ result }) => result);

test('the first exhibit with the same bytes is found in its case, or in none, and never in another', async () => {
  const cases = await home.records.change(null, (w) => ['One', 'Two'].map((title) => w.create('case', { caseId: null, fields: { title } })));
  const [one, two] = cases.result.map(({ id }) => id);
  const inOne = await item(one ?? '', digest('a'));
  await item(one ?? '', digest('a'));
  const loose = await item(null, digest('b'));
  expect(await first(digest('a'), one ?? '')).toBe(inOne.number);
  expect(await first(digest('a'), two ?? '')).toBeUndefined();
  expect(await first(digest('a'), null)).toBe(inOne.number);
  expect(await first(digest('b'), two ?? '')).toBe(loose.number);
  expect(await first(digest('c'), null)).toBeUndefined();
  await home.records.change(null, (w) => w.remove(loose.id, 'entered twice'));
  expect(await first(digest('b'), two ?? '')).toBeUndefined();
});

test('the bytes are looked for by an index, not by reading every exhibit', () => {
  const plan = prepared<{ detail: string }>(home.vault.reader, `EXPLAIN QUERY PLAN SELECT number FROM record r WHERE ${holdsBytes} AND +r.closed < 2`).all('x');
  expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('USING INDEX record_bytes')]);
});
