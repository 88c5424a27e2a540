import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { blobFile } from './blobs.ts';
import { bytesOf, failure, testPlace, verified } from './test-vault.ts';

const place = testPlace();
afterAll(() => place.clear());
const { vault, folder } = await place.make('Again');
const content = Buffer.from('the bytes of an exhibit'.repeat(5000));
const put = async () => {
  const blob = await vault.blobs.put([content]);
  await vault.change({}, (tx) => vault.blobs.adopt(tx, blob));
  return blob;
};
const nameOf = (sha256: string) => vault.reader.prepare<[string], string>('SELECT name FROM blob WHERE sha256 = ?').pluck().get(sha256) ?? '';
const first = await put();

test('the same bytes again are not stored twice while the first copy is whole', async () => {
  expect(await put()).toMatchObject({ isNew: false, name: first.name });
  expect(readdirSync(path.join(folder, 'blobs'), { recursive: true }).filter((name) => String(name).length > 30)).toHaveLength(1);
});

test('the same bytes again take the place of a copy that is damaged or missing, and what is left of it is kept aside', async () => {
  writeFileSync(blobFile(folder, first.name), 'damaged');
  expect(await failure(bytesOf(vault, first.sha256))).toMatchObject({ code: 'blob-damaged' });
  const second = await put();
  expect(second).toMatchObject({ isNew: true, sha256: first.sha256 });
  expect((await bytesOf(vault, first.sha256)).equals(content)).toBe(true);
  expect([nameOf(first.sha256), readdirSync(path.join(folder, 'blobs', 'adrift'))]).toEqual([second.name, [first.name]]);
  rmSync(blobFile(folder, second.name));
  await put();
  expect((await bytesOf(vault, first.sha256)).equals(content)).toBe(true);
  expect(await verified(vault)).toMatchObject({ ok: true, findings: [], blobs: 1 });
});

test('what was put in the place of a damaged copy and not adopted is discarded, and the row stays as it was', async () => {
  const before = nameOf(first.sha256);
  writeFileSync(blobFile(folder, before), 'damaged');
  const blob = await vault.blobs.put([content]);
  vault.blobs.discard(blob);
  expect([nameOf(first.sha256), existsSync(blobFile(folder, blob.name))]).toEqual([before, false]);
  await vault.close();
});
