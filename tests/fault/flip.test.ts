import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyOf } from '../../main/vault/test-vault.ts';
import { filesOf, filledVault, ground, reopened } from './attacked-vault.ts';
import { cordonVerify, type Verdict } from './cordon-verify.ts';
import { addNote, intake } from './work.ts';
import { entire, long, printTable, seed, seeded } from './seeded.ts';

const at = ground();
afterAll(() => at.clear());

const PAGE = 4096;
const trial = path.join(at.path, 'Trial.cordon');
let whole: string;
let keyFile: string;

/** As a kill leaves it: a database of which a quarter is free, a log with changes in it, files. */
beforeAll(async () => {
  const first = await filledVault(at, 'Flipped');
  await first.vault.change({}, (tx) => tx.db.exec("INSERT INTO draft SELECT 'form', id, hex(zeroblob(3000)), 0 FROM record"));
  await first.vault.change({}, (tx) => tx.db.exec("DELETE FROM draft WHERE form = 'form'"));
  await first.close();
  keyFile = `${first.folder}.key`;
  const live = await reopened(at, first.folder);
  const pages = (name: string) => Number(live.vault.reader.pragma(name, { simple: true }));
  expect(pages('freelist_count') / pages('page_count')).toBeGreaterThanOrEqual(0.25);
  for (let index = 0; index < 5; index++) await addNote(live, `late ${index}`);
  await intake(live, 'late.bin', Buffer.alloc(30_000, 7));
  whole = path.join(at.path, 'Whole.cordon');
  copyOf(live.folder, whole);
  await live.close();
  expect(statSync(path.join(whole, 'vault.db-wal')).size).toBeGreaterThan(10 * PAGE);
});

let machines = 0;
/** A stranger's machine each time: without an anchor of the user's, which would help. By the recovery key, which opens for reading only and costs no hashing, and every fourth time by the passphrase. */
const verdict = (): Promise<Verdict> => cordonVerify(at, trial, `stranger ${machines++}`, machines % 4 === 0 ? undefined : keyFile);

/** Whether the verdict names the file and, for the database, the page: also where the vault could not be opened. */
function isNamed({ exit, findings, failure }: Verdict, file: string, offset: number): boolean {
  if (exit !== 1) return false;
  if (file === 'vault.db') {
    // The first 16 bytes are the salt of every page's check: all pages fail.
    const page = new RegExp(`\\bpage ${Math.floor(offset / PAGE) + 1} `);
    return findings.some(({ part, what }) => part === file && page.test(what)) || (failure?.file === file && page.test(failure.part ?? ''));
  }
  return findings.some(({ part }) => part === file) || failure?.file === file;
}

test(`one flipped bit at any offset of a vault's bytes is found and its place named; untouched copies have nothing (seed ${seed})`, async () => {
  const files = filesOf(whole).map((name) => ({ name, size: statSync(path.join(whole, name)).size }));
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const random = seeded(seed);
  const flips = entire ? 500 : long ? 120 : 25;
  const missed: string[] = [];
  const counts = new Map<string, number>();
  /** Uniform over all bytes; then some for each small file, which few of those reach. */
  const offsets = Array.from({ length: flips }, () => random.below(total));
  let start = 0;
  for (const { size } of files) {
    if (size > 0 && size < total / 50) for (let more = entire ? 5 : long ? 3 : 2; more > 0; more--) offsets.push(start + random.below(size));
    start += size;
  }
  for (const offset of offsets) {
    let within = offset;
    const file = files.find(({ size }) => within < size || ((within -= size), false));
    if (!file) throw new Error('an offset outside of the folder');
    copyOf(whole, trial);
    const bytes = readFileSync(path.join(trial, file.name));
    const bit = random.below(8);
    bytes[within] = (bytes[within] ?? 0) ^ (1 << bit);
    writeFileSync(path.join(trial, file.name), bytes);
    const heard = await verdict();
    const group = file.name.startsWith('blobs/') ? 'blobs' : file.name;
    counts.set(group, (counts.get(group) ?? 0) + 1);
    if (!isNamed(heard, file.name, within))
      missed.push(`bit ${bit} of byte ${within} of ${file.name}: exit ${heard.exit} ${JSON.stringify(heard.failure ?? heard.findings.slice(0, 5))}`);
  }
  printTable(
    `${offsets.length} flipped bits over ${total} bytes, seed ${seed}: ${missed.length} missed`,
    [...counts].map(([file, bits]) => ({ file, bits })),
  );
  expect(missed).toEqual([]);

  const untouched = entire ? 20 : long ? 6 : 2;
  for (let control = 0; control < untouched; control++) {
    copyOf(whole, trial);
    expect(await verdict()).toMatchObject({ exit: 0, findings: [], failure: null });
    // Once more: closing it has folded the log in.
    expect(await verdict()).toMatchObject({ exit: 0, findings: [] });
  }
  process.stdout.write(`${untouched} untouched copies: nothing found in any\n`);
}, 600_000);

test('the index of the log is made anew at opening: what stands in a left-over one changes nothing', async () => {
  const random = seeded(seed + 1);
  for (let round = 0; round < 5; round++) {
    copyOf(whole, trial);
    mkdirSync(trial, { recursive: true });
    writeFileSync(path.join(trial, 'vault.db-shm'), random.bytes(32_768));
    expect(await verdict()).toMatchObject({ exit: 0, findings: [] });
  }
});
