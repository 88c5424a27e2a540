import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bytesOf, testPlace, verified } from '../../main/vault/test-vault.ts';

const place = testPlace();
afterAll(() => place.clear());

const kills = 20;

/** Runs the child until `ms` after it has opened the vault, kills it without warning, and gives what it had said by then. */
function killed(folder: string, round: number, ms: number): Promise<string[]> {
  const child = spawn(process.execPath, [
    '--no-warnings',
    path.join(import.meta.dirname, 'kill-child.ts'),
    folder,
    place.setting().stateFolder,
    place.passphrase.toString(),
    String(round),
  ]);
  let said = '';
  let errors = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), ms);
      said += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => void (errors += data.toString()));
    child.on('close', (code) => (code === null ? resolve(said.split('\n').slice(0, -1)) : reject(new Error(errors))));
  });
}

test(`after ${kills} kills without warning, every change and file that was acknowledged is there and every byte verifies`, async () => {
  const { vault: made, folder } = await place.make('Killed');
  await made.close();
  const said: string[] = [];
  for (let round = 0; round < kills; round++) {
    const lines = await killed(folder, round, 5 + ((round * 37) % 160));
    expect(lines[0], `round ${round}`).toMatch(/^open writable $/);
    said.push(...lines);
  }
  const records = said.filter((line) => line.startsWith('record ')).map((line) => line.split(' '));
  const blobs = said.filter((line) => line.startsWith('blob ')).map((line) => line.slice(5));
  expect(records.length).toBeGreaterThan(kills);
  expect(blobs.length).toBeGreaterThan(kills / 2);

  const vault = await place.open(folder);
  expect([vault.readOnly, vault.freshness, vault.notices]).toEqual([null, 'fresh', []]);
  const seqOf = vault.reader.prepare<[string], number>('SELECT seq FROM record WHERE id = ?').pluck();
  expect(records.filter(([, id = '', seq]) => seqOf.get(id) !== Number(seq))).toEqual([]);
  for (const sha256 of blobs)
    expect(
      createHash('sha256')
        .update(await bytesOf(vault, sha256))
        .digest('hex'),
    ).toBe(sha256);
  expect(await verified(vault)).toMatchObject({ ok: true, findings: [] });
  await vault.close();
}, 120_000);
