import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drill } from './drill.ts';
import { failure, hashes, testPlace, writeRecord } from './test-vault.ts';

const place = testPlace();
afterAll(() => place.clear());
const asked = { upgrade: (_kind: string, _shape: number, image: object) => image, compare: () => null };
const left = () => readdirSync(place.path).filter((name) => name.endsWith('.drill'));

test('the drill opens a copy with the words, checks every byte of it, keeps nothing and puts that on record, while the vault goes on', async () => {
  const { vault, folder, recoveryWords } = await place.make('Drilled');
  const blob = await vault.blobs.put([Buffer.alloc(300_000, 5)]);
  await vault.change({}, (tx) => {
    vault.blobs.adopt(tx, blob);
    writeRecord(tx, 'a', 'One');
  });
  const before = hashes(folder);
  const parts = new Set<string>();
  place.now += 1000;
  const report = await drill(vault, recoveryWords, place.setting(), { ...asked, tell: ({ part }) => parts.add(part) });
  expect(report).toMatchObject({ ok: true, entries: 2, records: 1, blobs: 1, findings: [] });
  expect([...parts]).toEqual(['copy', 'pages', 'journal', 'records', 'files']);
  expect(left()).toEqual([]);
  expect([hashes(folder)['slots.a'], hashes(folder)[blob.name]]).toEqual([before['slots.a'], before[blob.name]]);
  await vault.change({}, (tx) => writeRecord(tx, 'b', 'Two'));
  await vault.close();
  const again = await place.open(folder);
  expect(again.freshness).toBe('fresh');
  expect(again.people.recovery()).toMatchObject({ drilledAt: place.now });
  const image = again.reader.prepare<[], Buffer>("SELECT image FROM journal WHERE verb = 'recovery-drilled'").pluck().get();
  expect(JSON.parse(image?.toString() ?? '')).toMatchObject({ record: { ok: true, entries: 2, records: 1, files: 1, findings: 0 } });
  await again.close();
});

test('words of another vault are refused before anything is copied, and a damaged file is found in the copy', async () => {
  const { vault, folder, recoveryWords } = await place.make('Damaged');
  const other = await place.make('Other');
  await other.vault.close();
  expect(await failure(drill(vault, other.recoveryWords, place.setting(), asked))).toEqual({ code: 'wrong-recovery-key', why: 'not-this-vault' });
  expect(vault.people.recovery()?.drilledAt).toBeNull();
  const blob = await vault.blobs.put([Buffer.from('evidence')]);
  await vault.change({}, (tx) => vault.blobs.adopt(tx, blob));
  writeFileSync(path.join(folder, 'blobs', blob.name.slice(0, 2), blob.name), 'not what it was');
  const report = await drill(vault, recoveryWords, place.setting(), asked);
  expect([report.ok, report.findings.map(({ part }) => part)]).toEqual([false, [`blobs/${blob.name.slice(0, 2)}/${blob.name}`]]);
  const stop = new AbortController();
  stop.abort();
  expect(await failure(drill(vault, recoveryWords, place.setting(), { ...asked, signal: stop.signal }))).toEqual({ code: 'cancelled' });
  expect(left()).toEqual([]);
  await vault.close();
});
