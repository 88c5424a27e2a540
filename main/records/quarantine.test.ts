import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { custodyEvent } from '../../shared/records/custody-event.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { blobFile } from '../vault/blobs.ts';
import { orQuarantine, quarantine } from './quarantine.ts';
import { makeTestVault } from './test-vault.ts';

const home = await makeTestVault();
afterAll(() => home.end());
const { vault, records } = home;
const desk = { records, clock: home.setting.clock };
const { result: made } = await records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }));

async function takenIn(title: string, bytes: Buffer, begun = true) {
  const blob = await vault.blobs.put([bytes]);
  const { result } = await records.change(null, (w) => {
    vault.blobs.adopt(w.transaction, blob);
    const custody = begun ? [custodyEvent('imported', { at: w.at, zone: 'UTC', by: w.actor }, [])] : undefined;
    return w.create('evidence_item', {
      caseId: made.id,
      fields: { title, type: 'document', original: { filename: `${title}.txt`, sha256: blob.sha256 }, ...(custody && { custody }) },
    });
  });
  return result;
}
const one = await takenIn('One', Buffer.from('the same bytes'));
const two = await takenIn('Two', Buffer.from('the same bytes'));
const bare = await takenIn('Bare', Buffer.from('other bytes'), false);
const sound = await takenIn('Sound', Buffer.from('sound bytes'));
const state = (id: string) => records.reading().require(id).state;
const fileOf = (sha256: string | undefined) =>
  blobFile(
    vault.folder,
    vault.reader
      .prepare<[string], string>('SELECT name FROM blob WHERE sha256 = ?')
      .pluck()
      .get(sha256 ?? '') ?? '',
  );
const read = async (sha256: string | undefined) => {
  for await (const _ of vault.blobs.open(sha256 ?? ''));
};

test('reading damaged bytes names the exhibit and puts it, and all with the same bytes, in quarantine with a custody event', async () => {
  writeFileSync(fileOf(one.fields.original?.sha256), 'not what was written');
  home.pass(60_000);
  const thrown = await orQuarantine(desk, one, () => read(one.fields.original?.sha256)).catch((error: unknown) => error);
  expect(thrown instanceof Refused && thrown.failure).toEqual({ code: 'blob-damaged', number: one.number, file: 'One.txt' });
  expect([one, two, bare, sound].map(({ id }) => state(id))).toEqual(['quarantined', 'quarantined', 'registered', 'registered']);
  const custody = records.reading().require(two.id).fields['custody'] as { action: string }[];
  expect(custody.map(({ action }) => action)).toEqual(['imported', 'hash_mismatch']);
});

test('what verify finds damaged or missing goes the same way, once', async () => {
  rmSync(fileOf(bare.fields.original?.sha256));
  const { damaged, ok } = await vault.verify({ upgrade: records.upgrade, compare: records.compare });
  expect([ok, [...damaged].sort()]).toEqual([false, [String(one.fields.original?.sha256), String(bare.fields.original?.sha256)].sort()]);
  expect(await quarantine(desk, damaged)).toEqual([bare.number]);
  expect([state(bare.id), state(sound.id)]).toEqual(['quarantined', 'registered']);
  const seq = records.reading().seq;
  expect(await quarantine(desk, damaged)).toEqual([]);
  expect(records.reading().seq).toBe(seq);
});

test('sound bytes and other failures change nothing', async () => {
  const seq = records.reading().seq;
  await orQuarantine(desk, sound, () => read(sound.fields.original?.sha256));
  await expect(orQuarantine(desk, sound, () => Promise.reject(new Refused({ code: 'cancelled' })))).rejects.toThrow('cancelled');
  expect(records.reading().seq).toBe(seq);
});
