import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refused } from '../../shared/failure/failure.ts';
import { openRecords } from '../records/records.ts';
import { systemRandom } from '../vault/system-random.ts';
import { createVault, removeSample, type VaultSetting } from '../vault/vault.ts';
import { openSampleCase, removeClosedSample, sampleFolder, samplePassphrase, whyNotRemoved } from './sample-case.ts';

let state: string;
let vaultSetting: VaultSetting;
const clock = () => ({ instant: Date.UTC(2026, 10, 26, 15), zone: 'UTC' });
/** The reader of files is a process of its own; what the sample holds is read where that is tested. */
const runJob = () => Promise.reject(new Refused({ code: 'job-failed', job: 'reader', why: 'crashed', detail: '' }));
const opened = (more: { signal?: AbortSignal; tell?: (done: number, of: number) => void } = {}) => openSampleCase({ vaultSetting, runJob, clock, ...more });
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => (thrown instanceof Refused ? thrown.failure : Promise.reject(thrown)),
  );
const removed = () => failureOf(removeClosedSample(vaultSetting));
const everyFile = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

beforeEach(() => {
  state = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'cordon-sample-'));
  vaultSetting = { clock, random: systemRandom, stateFolder: state, kdf: { memoryMiB: 64, passes: 3 } };
});
afterEach(() => rmSync(state, { recursive: true }));

test('the sample is made with both cases, says what it is, opens again, and its removal leaves nothing', async () => {
  const told: string[] = [];
  const first = await opened({ tell: (done, of) => told.push(`${done} of ${of}`) });
  expect(told).toEqual(['0 of 3', '1 of 3', '2 of 3']);
  const records = openRecords(first, vaultSetting);
  expect(records.reading().all('case')).toHaveLength(2);
  expect(records.reading().all('order').length).toBeGreaterThan(3);
  expect([first.sample, whyNotRemoved(first, state), first.people.recovery()?.confirmedAt]).toEqual([true, null, clock().instant]);
  records.close();
  await first.close();
  const again = await opened();
  expect([again.id, again.sample]).toEqual([first.id, true]);
  await again.close();
  expect(everyFile(state)).toContain(`${first.id}.anchor`);
  expect(await removed()).toBeNull();
  expect(everyFile(state)).toEqual([]);
  expect(await removed()).toMatchObject({ code: 'vault-not-found' });
});

test('stopped while it is made, it leaves nothing', async () => {
  const stop = new AbortController();
  expect(await failureOf(opened({ signal: stop.signal, tell: () => stop.abort() }))).toMatchObject({ code: 'cancelled' });
  expect(everyFile(path.join(state, 'sample'))).toEqual([]);
  expect(readdirSync(state)).toEqual(['sample']);
});

test('a folder that holds anything else is not removed, nor a vault that is no sample, nor one that somebody gave a passphrase of their own', async () => {
  const folder = sampleFolder(state);
  const vault = await opened();
  const { id } = vault;
  await vault.close();
  const before = everyFile(state);
  // Folders of files are called by the first letters of random names: one that there is not yet.
  const [free = ''] = ['cd', 'ce', 'cf', 'd0', 'd1', 'd2'].filter((name) => !existsSync(path.join(folder, 'blobs', name)));
  for (const [name, put] of [
    ['notes.docx', (at: string) => writeFileSync(at, 'mine')],
    [path.join('blobs', 'ab', 'kept.pdf'), (at: string) => (mkdirSync(path.dirname(at), { recursive: true }), writeFileSync(at, 'mine'))],
    ['anchor.old', (at: string) => symlinkSync(os.tmpdir(), at)],
    [path.join('blobs', free), (at: string) => symlinkSync(os.tmpdir(), at)],
  ] as const) {
    put(path.join(folder, name));
    // A link keeps it from being opened at all.
    expect((await removed())?.code, name).toMatch(/^(not-removed|vault-damaged)$/);
    rmSync(path.join(folder, name), { recursive: true });
  }
  rmSync(path.join(folder, 'blobs', 'ab'), { recursive: true, force: true });
  expect(everyFile(state)).toEqual(before.filter((name) => !name.includes(path.join('blobs', 'ab'))));
  expect(() => removeSample(path.join(state, 'nowhere'), id, vaultSetting)).toThrow(Refused);
  // Somebody gave it a passphrase: it is not opened for them, and goes from inside only.
  const own = await opened();
  await own.people.changePassphrase(Buffer.from('something of their own 7'), Buffer.from(samplePassphrase));
  await own.close();
  expect(await removed()).toMatchObject({ code: 'not-removed' });
  removeSample(folder, id, vaultSetting);
  expect(everyFile(state)).toEqual([]);
  // A vault of somebody, put where the sample lies: it has no mark, whatever it is called and whatever opens it.
  mkdirSync(path.dirname(folder));
  const theirs = path.join(path.dirname(folder), 'Theirs.cordon');
  const { vault: real } = await createVault(theirs, { name: 'Counsel', passphrase: Buffer.from(samplePassphrase) }, vaultSetting);
  expect(real.sample).toBe(false);
  await real.close();
  renameSync(theirs, folder);
  const kept = readFileSync(path.join(folder, 'vault.db'));
  expect(await removed()).toMatchObject({ code: 'not-removed', why: 'it is a vault and no sample' });
  expect(readFileSync(path.join(folder, 'vault.db')).equals(kept)).toBe(true);
  expect(whyNotRemoved({ sample: true, folder: path.join(state, 'Elsewhere.cordon') }, state)).not.toBeNull();
});
