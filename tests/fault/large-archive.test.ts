import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { makeTestVault, type TestVault } from '../../main/records/test-vault.ts';
import type { RunJob } from '../../main/jobs/run-job.ts';
import { takeIn, type IntakeDesk } from '../../main/evidence/intake.ts';
import { mostReadBytes } from '../../main/evidence/read-file.ts';
import { readerJob } from '../../main/evidence/reader/read.ts';
import { readAgain } from '../../main/evidence/read-again.ts';
import type { SourceFile } from '../../main/evidence/source-file.ts';
import { Bench } from '../end-to-end/cordon.ts';
import { filler, stored, words } from '../../main/evidence/stored-archive.test-support.ts';
import { entire } from './seeded.ts';

let home: TestVault;
beforeAll(async () => {
  home = await makeTestVault();
});
afterAll(() => home.end());

/** What a job is given: never more than a batch of it. */
let mostGiven = 0;
const runJob: RunJob = (_entry, input) => {
  mostGiven = Math.max(
    mostGiven,
    input.bytes.reduce((sum, one) => sum + one.length, 0),
  );
  return readerJob(input);
};
const desk = (): IntakeDesk => ({ vault: home.vault, records: home.records, runJob, clock: () => ({ instant: home.now(), zone: 'UTC' }) });

/** A file that is read in pieces, as from a disk. */
const sourceOf = (name: string, bytes: Buffer): SourceFile => ({
  name,
  bytes: bytes.length,
  modified: 0,
  async *read() {
    for (let at = 0; at < bytes.length; at += 1_000_003) yield await Promise.resolve(bytes.subarray(at, at + 1_000_003));
  },
  close: () => Promise.resolve(),
});
const take = (bytes: Buffer, name = 'volume.zip') => takeIn(desk(), sourceOf(name, bytes), { caseId: null, custodian: 'Ann' });
const large = [filler(31), filler(31, 'b/second.bin')];

test('an archive that is too large to be held gives its files one after the other, byte for byte, and what lies in those', async () => {
  const mail =
    'From: a@example.test\nSubject: in it\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Disposition: attachment; filename="deep.txt"\n\nat the osprey bottom\n--x--\n';
  const bytes = stored([words('a.txt', 'first osprey'), ...large, words('mail/one.eml', mail), words('z.txt', 'last osprey'), filler(3, 'tail.bin')]);
  expect(bytes.length).toBeGreaterThan(mostReadBytes);
  mostGiven = 0;
  const taken = await take(bytes);
  expect(taken).toMatchObject({ reading: 'text', bytes: bytes.length, notTakenOut: [] });
  expect(taken.children.map(({ name, parent }) => [name, parent])).toEqual([
    ['a.txt', taken.number],
    ['video.bin', taken.number],
    ['b/second.bin', taken.number],
    ['mail/one.eml', taken.number],
    ['deep.txt', taken.children[3]?.number],
    ['z.txt', taken.number],
    ['tail.bin', taken.number],
  ]);
  expect(taken.children[1]?.sha256).toBe(
    createHash('sha256')
      .update(large[0]?.bytes ?? '')
      .digest('hex'),
  );
  expect(home.records.search({ text: 'osprey', limit: 10 }).hits).toHaveLength(3);
  expect(home.records.reading().require(taken.children[4]?.number ?? '')).toMatchObject({ fields: { source: { path: 'volume.zip/mail/one.eml/deep.txt', custodian: 'Ann' } } });
  // One file of 31 MB and its header, never two of them.
  expect(mostGiven).toBeLessThan(33 * 1024 * 1024);
  expect((await home.vault.verify({ upgrade: home.records.upgrade, compare: home.records.compare })).findings).toEqual([]);
});

test('names that lead out, links, encrypted, damaged and too large files of it are named and the rest comes out', async () => {
  const taken = await take(
    stored([
      words('../../etc/passwd', 'x'),
      words('C:\\windows\\x.txt', 'x'),
      words('link', '/etc/passwd', { mode: 0o120777 }),
      // Twelve bytes of the cipher's header come before what it holds.
      words('locked.txt', 'x'.repeat(13), { flags: 1, size: 1 }),
      words('damaged.txt', 'x', { crc: 1 }),
      filler(33, 'huge.bin'),
      ...large,
      words('good.txt', 'kept'),
    ]),
  );
  expect(taken.children.map((child) => child.name)).toEqual(['video.bin', 'b/second.bin', 'good.txt']);
  expect(taken.notTakenOut.map(({ name, why }) => [name, why])).toEqual([
    ['../../etc/passwd', 'its name leads out of the archive'],
    ['C:\\windows\\x.txt', 'its name begins at the root of a disk'],
    ['link', 'it is a link to somewhere else'],
    ['locked.txt', 'it is encrypted'],
    ['huge.bin', 'it would unpack to 33 MB'],
    ['damaged.txt', 'it is damaged'],
  ]);
});

test('a directory that lies is a bomb or damage, and the archive is kept whole', async () => {
  const over = await take(stored([words('a.txt', 'x'.repeat(100)), words('b.txt', 'y', { at: 10 }), ...large, filler(3, 'tail.bin')]));
  expect(over).toMatchObject({ reading: 'too-large', children: [], notTakenOut: [{ name: '', why: 'its files lie over each other' }] });
});

test('classified material anywhere in it stops all of it before anything is stored; a stop in between leaves nothing', async () => {
  const before = [home.records.reading().seq, home.records.reading().counts().length];
  const bytes = stored([
    words('a.txt', 'x'),
    ...large,
    words('spill.txt', 'SECRET//NOFORN\n\nClassified By: X\nDerived From: Y\nDeclassify On: 20500101\n'),
    filler(3, 'tail.bin'),
  ]);
  expect(await answer(() => take(bytes))).toMatchObject({ failure: { code: 'intake-refused', file: 'volume.zip, spill.txt' } });
  const stop = new AbortController();
  const stopping: IntakeDesk = {
    ...desk(),
    runJob: (_entry, input) => {
      if (input.bytes[0] && input.bytes[0].length > 30_000_000) stop.abort();
      return readerJob(input);
    },
  };
  const plain = stored([words('a.txt', 'x'), ...large, filler(3, 'tail.bin')]);
  expect(await answer(() => takeIn(stopping, sourceOf('v.zip', plain), { caseId: null, signal: stop.signal }))).toMatchObject({ failure: { code: 'cancelled' } });
  expect([home.records.reading().seq, home.records.reading().counts().length]).toEqual(before);
});

test('an archive that is written to while it is taken in is refused, and nothing of it stays', async () => {
  const [one, other] = ['first', 'other'].map((text) => stored([words('a.txt', text), ...large, filler(3, 'tail.bin')]));
  let reads = 0;
  const changing = { ...sourceOf('v.zip', one ?? Buffer.alloc(0)), read: () => sourceOf('v.zip', (reads++ === 3 ? one : other) ?? Buffer.alloc(0)).read() };
  const before = home.records.reading().seq;
  expect(await answer(() => takeIn(desk(), changing, { caseId: null }))).toMatchObject({
    failure: { code: 'intake-refused', why: 'it is being written to; take it in when it is whole' },
  });
  expect(home.records.reading().seq).toBe(before);
  expect((await home.vault.verify({ upgrade: home.records.upgrade, compare: home.records.compare })).findings).toEqual([]);
});

test('an archive that was kept whole before is unpacked from its stored bytes when it is read again', async () => {
  const bytes = stored([words('a.txt', 'the late wigeon'), ...large, filler(3, 'tail.bin')]);
  const { number } = await takeIn(desk(), sourceOf('old.zip', bytes), { caseId: null, readWords: false });
  const again = await readAgain(desk(), number, { seconds: 300 });
  expect(again).toMatchObject({ before: 'too-large', reading: 'text' });
  expect(again.children.map((child) => child.name)).toEqual(['a.txt', 'video.bin', 'b/second.bin', 'tail.bin']);
  expect(home.records.search({ text: 'wigeon', limit: 5 }).hits).toHaveLength(1);
});

test('200 MB of a thousand files are taken in with less memory than the archive has bytes', async ({ skip }) => {
  if (!entire) skip('an archive of 200 MB takes two minutes and is taken in where CORDON_LONG is all');
  const bench = new Bench();
  const box = Array.from({ length: 1_000 }, (_, n) => ({ name: `box ${n % 20}/${n}.bin`, bytes: randomBytes(210_000) }));
  const sums = new Set(box.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')));
  const file = bench.write('volume.zip', stored(box));
  await bench.make('V.cordon');
  const typed = ['intake', bench.path('V.cordon'), file, '--passphrase-file', bench.path('passphrase'), '--json'];
  const child = spawn(process.execPath, [program, ...typed], {
    env: { ...process.env, XDG_STATE_HOME: bench.path('state'), HOME: bench.folder, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  let peak = 0;
  // Checking the passphrase takes what the vault was made to take; after that the first file stands in the store.
  const look = setInterval(() => {
    if (existsSync(bench.path('V.cordon/blobs')) && readdirSync(bench.path('V.cordon/blobs')).length > 0) peak = Math.max(peak, residentMiB(child.pid ?? 0));
  }, 20);
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(look);
  const { children, reading } = JSON.parse(out) as { reading: string; children: { sha256: string }[] };
  expect([code, reading, children.length, new Set(children.map((child) => child.sha256))]).toEqual([0, 'text', 1_000, sums]);
  console.log(`200 MB of 1,000 files: ${Math.round(peak)} MB of memory at most`);
  // A large file by itself may take 150 MB; the act that writes a thousand records besides holds their pages until it commits.
  if (existsSync('/proc/self/status')) expect(peak).toBeLessThan(180);
  bench.end();
}, 400_000);

const root = path.resolve(import.meta.dirname, '../..');
const built = path.join(root, 'dist/command-line/index.mjs');
/** As it is shipped, where it is built: from the source, Node holds its types too. */
const program = existsSync(built) ? built : path.join(root, 'main/command-line.ts');
function residentMiB(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // It ended just now.
  }
}
