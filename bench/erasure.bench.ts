// Erasing one record of a vault of 100,000 records, 10,000 texts and 300,000 entries: afterwards no byte of it may be in any page, so the whole database and its index of
// words are written anew, in a thread. Printed: how long until it is gone from view, until it is gone from every page, how long a change has to wait meanwhile, what a
// search takes, the highest memory, and how much room of the disk it asked for. No target but that reading goes on: the p95 of a search stays under 50 ms.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { openRecords } from '../main/records/records.ts';
import { testPassphrase } from '../main/records/test-vault.ts';
import { openVault } from '../main/vault/vault.ts';
import { largeVault, quantile, scatter, tell, wordBy } from './large-vault.ts';

const entry = path.join(import.meta.dirname, '..', 'dist', 'database-thread', 'index.mjs');
if (!existsSync(entry)) throw new Error('build first: the thread that writes the database anew is a built program');

const large = await largeVault();
const setting = { ...large.setting, databaseThread: entry };
const vault = await openVault(large.folder, { passphrase: Buffer.from(testPassphrase) }, setting);
const records = openRecords(vault, setting);
const sizeOf = () => readdirSync(large.folder).reduce((sum, name) => sum + (name.startsWith('vault.db') ? statSync(path.join(large.folder, name)).size : 0), 0);
const before = sizeOf();
const caseId = (await records.change(null, (writing) => writing.create('case', { caseId: null, fields: { title: 'Erased from' } }))).result.id;
const { result: note } = await records.change(null, (writing) =>
  writing.create('note', { caseId, fields: { title: 'Sent by mistake', type: 'note', body: 'qxerasedqx '.repeat(200) } }),
);

const random = scatter(7);
const searches: number[] = [];
let most = process.memoryUsage().rss;
let room = before;
let working = true;
const looking = (async () => {
  for (; working; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const from = performance.now();
    records.search({ text: wordBy(random).slice(0, 4), limit: 50 });
    searches.push(performance.now() - from);
    most = Math.max(most, process.memoryUsage().rss);
    room = Math.max(room, sizeOf());
  }
})();
const began = performance.now();
let gone = 0;
let waited = 0;
const meanwhile = () => {
  const asked = performance.now();
  const wrote = records.change(null, (writing) => writing.create('note', { caseId, fields: { title: 'Meanwhile', type: 'note', body: 'x' } }));
  void wrote.then(() => (waited = performance.now() - asked));
};
const authority = { kind: 'clawback', paper: 'Letter of 3 January 2031', reason: 'Sent by mistake.' } as const;
await records.erase([note.number], authority, {
  tell: (part) => {
    if (part !== 'taking-away') return;
    gone = performance.now() - began;
    // Once the thread has begun.
    setTimeout(meanwhile, 500);
  },
});
const seconds = (performance.now() - began) / 1000;
await records.change(null, (writing) => writing.create('note', { caseId, fields: { title: 'After', type: 'note', body: 'x' } }));
working = false;
await looking;
const p95 = quantile(searches, 0.95);
tell({
  bench: 'erasure',
  databaseMiB: before / 1_048_576,
  outOfSightMs: gone,
  seconds,
  changeWaitedSeconds: waited / 1000,
  searches: searches.length,
  searchP95Ms: p95,
  searchLongestMs: Math.max(...searches),
  peakMiB: most / 1_048_576,
  roomMiB: (room - before) / 1_048_576,
});
records.close();
await vault.close();
large.remove();
process.exitCode = p95 <= 50 ? 0 : 1;
