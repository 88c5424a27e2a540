// Intake of a 1 GB file beside a plain copy with fsync of the same file in the same run; and the CPU it takes beside SHA-256 and secretstream alone.
// Target: at least 0.8 of the copy's speed, CPU at most 1.3 times, and at most 150 MB of memory of the program as it is shipped while it takes the file in
// (before that, checking a passphrase takes what the vault was made to take). CPU is counted in user time, which is what hashing and
// sealing take; what the system takes to write a gigabyte is in the copy beside it (0.5 to 2.5 s there) and printed too.
import { createHash, randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sodium from 'sodium-native';
import { takeIn } from '../main/evidence/intake.ts';
import { openSource } from '../main/evidence/source-file.ts';
import { makeTestVault } from '../main/records/test-vault.ts';
import { programIn } from './program.ts';

const size = Number(process.env['CORDON_BENCH_MB'] ?? 1024) * 1024 * 1024;
const chunk = 1024 * 1024;
// Beside the vault, on the same disk: a copy from or to a memory disk would be another race.
const folder = mkdtempSync(path.join(process.env['CORDON_BENCH_FOLDER'] ?? os.tmpdir(), 'cordon-bench-'));
process.env['TMPDIR'] = folder;
const file = path.join(folder, 'source.bin');
const bytes = Buffer.allocUnsafe(chunk);

const made = openSync(file, 'w');
for (let at = 0; at < size; at += chunk) writeSync(made, randomFillSync(bytes));
fsyncSync(made);
closeSync(made);

interface Cost {
  readonly seconds: number;
  readonly user: number;
  readonly system: number;
}
async function cost(work: () => Promise<void>): Promise<Cost> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - from) / 1000, user: user / 1e6, system: system / 1e6 };
}

async function plainCopy(): Promise<void> {
  const [source, target] = [await open(file, 'r'), await open(path.join(folder, 'copy.bin'), 'w')];
  for (let at = 0; at < size; at += chunk) {
    await source.read(bytes, 0, chunk, at);
    await target.write(bytes, 0, chunk, at);
  }
  await target.sync();
  await target.close();
  await source.close();
  rmSync(path.join(folder, 'copy.bin'));
}

/** What cannot be done without: reading, one SHA-256 and one encryption in the chunks the vault uses. */
async function alone(): Promise<void> {
  const source = await open(file, 'r');
  const hash = createHash('sha256');
  const state = Buffer.alloc(sodium.crypto_secretstream_xchacha20poly1305_STATEBYTES);
  const header = Buffer.alloc(sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES);
  sodium.crypto_secretstream_xchacha20poly1305_init_push(state, header, Buffer.alloc(sodium.crypto_secretstream_xchacha20poly1305_KEYBYTES, 7));
  const piece = 65_536;
  const sealed = Buffer.alloc(piece + sodium.crypto_secretstream_xchacha20poly1305_ABYTES);
  for (let at = 0; at < size; at += chunk) {
    await source.read(bytes, 0, chunk, at);
    hash.update(bytes);
    for (let from = 0; from < chunk; from += piece)
      sodium.crypto_secretstream_xchacha20poly1305_push(state, sealed, bytes.subarray(from, from + piece), null, sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
  }
  hash.digest();
  await source.close();
}

const home = await makeTestVault();
async function intake(): Promise<void> {
  const source = await openSource(file);
  const runJob = () => Promise.reject(new Error('a file of this size is not read'));
  await takeIn({ vault: home.vault, records: home.records, runJob, clock: home.setting.clock }, source, { caseId: null });
  await source.close();
}

await plainCopy();
const copies: Cost[] = [];
const takes: Cost[] = [];
for (let round = 0; round < 3; round++) {
  copies.push(await cost(plainCopy));
  // Each round takes in other bytes: the same ones would be stored once.
  const patched = openSync(file, 'r+');
  writeSync(patched, randomFillSync(Buffer.alloc(64)), 0, 64, 0);
  fsyncSync(patched);
  closeSync(patched);
  takes.push(await cost(intake));
}
const bare = await cost(alone);
const program = programIn(folder);
/** The first file in the store is the one that is being written. */
const isWriting = () => readdirSync(program.at('V.cordon/blobs')).length > 0;
const { peakMiB } = await program.watch(['intake', program.at('V.cordon'), file], isWriting);
const middle = (costs: readonly Cost[], of: keyof Cost): number => costs.map((one) => one[of]).sort((a, b) => a - b)[1] ?? 0;
const speed = middle(copies, 'seconds') / middle(takes, 'seconds');
const cpu = middle(takes, 'user') / bare.user;
const report = {
  bench: 'intake',
  megabytes: size / 1048576,
  copySeconds: middle(copies, 'seconds'),
  intakeSeconds: middle(takes, 'seconds'),
  ratio: speed,
  target: 0.8,
  userSeconds: middle(takes, 'user'),
  systemSeconds: middle(takes, 'system'),
  aloneUserSeconds: bare.user,
  aloneSystemSeconds: bare.system,
  copySystemSeconds: middle(copies, 'system'),
  cpuRatio: cpu,
  cpuTarget: 1.3,
  program: program.name,
  peakMiB,
  peakTarget: 150,
};
process.stdout.write(`${JSON.stringify(report, (_name, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}\n`);
await home.end();
rmSync(folder, { recursive: true, force: true });
process.exitCode = speed >= 0.8 && cpu <= 1.3 && peakMiB <= 150 ? 0 : 1;
