// The whole check of a vault of 100,000 records, 10,000 texts and 300,000 entries: time and highest memory of each part. Then the same vault with 50 GB of stored
// files: 25,600 rows of 2 MiB, whose files are there at their full length but sparse (no disk is asked for 50 GB, and their bytes are no ciphertext), so that opening,
// the first page and the sweep after a crash meet as many rows and files as a vault of that size has. How long the check of 50 GB takes follows from the speed at
// which real files are checked, and is printed as what it is: an estimate. No target but that nothing is found, and the 300 ms of the first page.
import { closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { createHash, randomBytes, randomFillSync } from 'node:crypto';
import path from 'node:path';
import { compareRow } from '../main/records/compare-row.ts';
import { blobFile, sweepBlobs } from '../main/vault/blobs.ts';
import { upgraded } from '../shared/records/upgrade.ts';
import { largeVault, tell } from './large-vault.ts';

const realFiles = Number(process.env['CORDON_BENCH_MB'] ?? 512);
const sparse = { files: 25_600, bytes: 2 * 1024 * 1024 };
const large = await largeVault();

/** Seconds that `work` takes, those of the processor among them, and the highest resident memory while it runs, looked at every 20 ms. */
async function measured<T>(work: () => Promise<T> | T): Promise<{ result: T; seconds: number; cpuSeconds: number; peakMiB: number }> {
  const cpu = process.cpuUsage();
  let most = process.memoryUsage().rss;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const from = performance.now();
  const result = await work();
  clearInterval(look);
  const { user, system } = process.cpuUsage(cpu);
  return { result, cpuSeconds: (user + system) / 1e6, seconds: (performance.now() - from) / 1000, peakMiB: Math.max(most, process.memoryUsage().rss) / 1_048_576 };
}

const { vault, close } = await large.open();
const atRest = process.memoryUsage().rss / 1_048_576;
const parts: Record<string, number> = {};
let last = performance.now();
const whole = await measured(() =>
  vault.verify({
    upgrade: upgraded,
    compare: compareRow,
    tell: ({ part }) => {
      const now = performance.now();
      parts[part] = (parts[part] ?? 0) + (now - last) / 1000;
      last = now;
    },
  }),
);
const { ok, entries, records } = whole.result;
tell({
  bench: 'large-verify',
  ok,
  entries,
  records,
  seconds: whole.seconds,
  peakMiB: whole.peakMiB,
  restMiB: atRest,
  ...Object.fromEntries(Object.entries(parts).map(([part, seconds]) => [`${part}Seconds`, seconds])),
});

const piece = Buffer.allocUnsafe(1_048_576);
const stored: string[] = [];
for (let file = 0; file < realFiles / 64; file++) {
  const blob = await vault.blobs.put(
    (function* () {
      for (let at = 0; at < 64; at++) yield randomFillSync(piece);
    })(),
  );
  await vault.change({}, (tx) => vault.blobs.adopt(tx, blob));
  stored.push(blob.sha256);
}
// As the check does it: each chunk authentic, all of them hashed.
const files = await measured(async () => {
  for (const sha256 of stored) {
    const hash = createHash('sha256');
    for await (const chunk of vault.blobs.open(sha256)) hash.update(chunk);
    if (hash.digest('hex') !== sha256) throw new Error('other bytes came back');
  }
});
const perSecond = realFiles / files.cpuSeconds;
tell({
  bench: 'large-verify files',
  megabytes: realFiles,
  seconds: files.seconds,
  megabytesPerCpuSecond: perSecond,
  peakMiB: files.peakMiB,
  estimatedCpuMinutesFor50GB: 51_200 / perSecond / 60,
});

await vault.change({}, (tx) => {
  const insert = tx.db.prepare('INSERT INTO blob(sha256, name, bytes, key, at) VALUES (?, ?, ?, ?, ?)');
  for (let file = 0; file < sparse.files; file++) {
    const name = randomBytes(16).toString('hex');
    insert.run(randomBytes(32).toString('hex'), name, sparse.bytes, randomBytes(72), tx.at);
    const at = blobFile(large.folder, name);
    mkdirSync(path.dirname(at), { recursive: true });
    const handle = openSync(at, 'w');
    ftruncateSync(handle, sparse.bytes + 24 + 33 * 17);
    closeSync(handle);
  }
});
const swept = await measured(() => sweepBlobs(large.folder, vault.reader));
await close();
const opening = await measured(async () => {
  const again = await large.open();
  const { rows } = again.records.workingSet({ caseId: null });
  return { again, rows: rows.length };
});
const change = await measured(() => opening.result.again.vault.change({}, (tx) => tx.db.prepare('SELECT 1').get()));
tell({
  bench: 'large-verify 50 GB of files',
  rows: sparse.files,
  adrift: swept.result.adrift.length,
  sweepSeconds: swept.seconds,
  openAndFirstPageSeconds: opening.seconds,
  changeMs: change.seconds * 1000,
  peakMiB: opening.peakMiB,
});
await opening.result.again.close();
large.remove();
process.exitCode = ok && swept.result.adrift.length === 0 ? 0 : 1;
