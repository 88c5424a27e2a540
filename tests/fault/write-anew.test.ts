import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../../main/vault/database.ts';
import { checkLogOf } from '../../main/vault/log-check.ts';
import { plainPages } from '../../main/vault/plain-pages.test-support.ts';
import { noteRemainder } from '../../main/vault/take-away.ts';
import { copyOf, failure, testPlace, verified, writeRecord } from '../../main/vault/test-vault.ts';
import { unlock } from '../../main/vault/unlock.ts';
import { gone, kept, rowsOf, usedVault } from '../../main/vault/used-vault.test-support.ts';
import { writeAnew } from '../../main/vault/write-anew.ts';
import { entire, long, printTable } from './seeded.ts';

const place = testPlace();
const child = path.join(import.meta.dirname, 'write-anew-child.ts');
afterAll(() => place.clear());

test('a log of many megabytes that is written in pieces is sound frame by frame', async () => {
  const { vault, folder } = await place.make('Large');
  const { keys } = await unlock(folder, { passphrase: place.passphrase });
  for (let at = 0; at < 6; at++) await vault.change({}, (tx) => writeRecord(tx, `r${at}`, `Title ${at}`, `${kept} `.repeat(70_000)));
  const file = path.join(folder, 'vault.db');
  const rows = rowsOf(vault.reader);
  // Somebody reads meanwhile: the log cannot be emptied, and is looked at as it was written.
  const reading = openDatabase(file, keys.database, { readonly: true });
  reading.pragma('busy_timeout=0');
  reading.exec('BEGIN');
  reading.prepare('SELECT count(*) FROM record').get();
  expect(await failure(Promise.resolve().then(() => writeAnew(file, keys.database, undefined)))).toMatchObject({ code: 'file-unwritable', file: 'vault.db-wal' });
  const log = checkLogOf(file);
  expect([log?.problem, (log?.frames ?? 0) > 4200]).toEqual([null, true]);
  expect(reading.prepare('SELECT count(*) FROM record').pluck().get()).toBe(6);
  reading.exec('COMMIT');
  reading.close();
  expect(rowsOf(vault.reader)).toEqual(rows);
  await vault.close();
});

test('a kill at any step leaves every row, no plain byte on the disk, and the next opening takes the traces away', async () => {
  const { vault, folder, key } = await usedVault(place, 'Killed');
  await vault.change({}, (tx) => noteRemainder(tx, []));
  const rows = rowsOf(vault.reader);
  vault.checkpoint();
  const asKilled = path.join(place.path, 'As killed.cordon');
  copyOf(folder, asKilled);
  await vault.close();
  const temporary = path.join(place.path, 'temporary');
  mkdirSync(temporary);
  const run = (at: number, into: string) =>
    promisify(execFile)(process.execPath, ['--no-warnings', child, path.join(into, 'vault.db'), key.toString('hex'), String(at)], {
      env: { ...process.env, TMPDIR: temporary, SQLITE_TMPDIR: temporary },
    });
  const whole = path.join(place.path, 'Whole.cordon');
  cpSync(asKilled, whole, { recursive: true });
  const steps = Number((await run(0, whole)).stdout);
  expect(steps).toBeGreaterThan(30);
  let traces = 0;
  const one = async (step: number) => {
    const killed = path.join(place.path, `Killed ${step}.cordon`);
    cpSync(asKilled, killed, { recursive: true });
    await expect(run(step, killed), `step ${step}`).rejects.toMatchObject({ signal: 'SIGKILL' });
    for (const name of readdirSync(killed).filter((file) => file.startsWith('vault.db')))
      expect(readFileSync(path.join(killed, name)).includes(kept), `${name} at step ${step}`).toBe(false);
    if (plainPages(killed, key).includes(gone)) traces++;
    const next = await place.open(killed, place.elsewhere());
    expect(rowsOf(next.reader), `step ${step}`).toEqual({ ...rows, remainder: [], head: expect.anything() });
    expect(await verified(next)).toMatchObject({ findings: expect.not.arrayContaining([expect.objectContaining({ part: 'vault.db' })]) });
    await next.close();
    expect(plainPages(killed, key).includes(gone), `step ${step}`).toBe(false);
    expect(readdirSync(killed).filter((name) => name.includes('copy'))).toEqual([]);
    rmSync(killed, { recursive: true });
  };
  const left = Array.from({ length: steps }, (_, index) => index + 1).filter((step) => entire || step === steps || step % (long ? 10 : 16) === 1);
  const tried = left.length;
  const lane = async () => {
    for (let step = left.shift(); step !== undefined; step = left.shift()) await one(step);
  };
  await Promise.all([lane(), lane()]);
  printTable(`${tried} of ${steps} steps of writing every page anew, killed at each`, [
    { 'traces left to the next opening': traces, 'gone already': tried - traces, 'plain bytes found': 0 },
  ]);
  // Some were killed before the traces were gone, some after.
  expect(traces).toBeGreaterThan(3);
  expect(traces).toBeLessThan(tried);
  expect(readdirSync(temporary)).toEqual([]);
}, 600_000);
