// What the window and the vault process keep, over the vault of 100,000 records: after scrolling through all lists of more than 2,000 lines, after opening 200 records
// one after the other, after 300 changes that it is told of one by one, and after 20 locks. Targets: 60 MiB of heap and 250 MiB of the vault process more than after
// the first minute at any time; no process, open file, listener or handle more after the last lock than after the second.
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { testPassphrase } from '../main/records/test-vault.ts';
import { kindNames } from '../shared/records/kinds.ts';
import { askedPage } from '../tests/end-to-end/ask-page.ts';
import { processesOf } from '../tests/end-to-end/processes.ts';
import { freshPlaces, noChromium, startChromium } from '../tests/end-to-end/start-chromium.ts';
import { largeVault, tell } from './large-vault.ts';

const why = noChromium();
if (why !== null) {
  process.stdout.write(`The window was not measured: ${why}.\n`);
  process.exit(0);
}
const targets = { heapMiB: 60, vaultMiB: 250 };
const sizes = { records: 200, changes: 300, locks: 20 };

const large = await largeVault();
const places = freshPlaces();
mkdirSync(places.vaults, { recursive: true });
renameSync(large.folder, path.join(places.vaults, 'Large.cordon'));
large.remove();
const app = await startChromium(places, 'installed');
/** What this measures is what is kept, not how fast it comes: other work on the machine must not end it. */
const patience = { timeout: 120_000 };
const stage = (name: string): void => void process.stderr.write(`${name}\n`);

// Somebody sits there: a window that is left alone locks itself in the middle.
const awake = setInterval(
  () =>
    void app
      .page()
      .mouse.move(20 + (Date.now() % 40), 20)
      .catch(() => undefined),
  15_000,
);

async function unlock(): Promise<Page> {
  const page = app.page();
  await page.locator('input[type=password]').first().fill(testPassphrase, patience);
  await page.keyboard.press('Enter');
  await page.locator('main [role=grid] [role=row][aria-rowindex="5"]').waitFor(patience);
  return page;
}
const go = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

const mib = (status: string, name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
const vaultProcess = () => processesOf(process.pid).find(({ command }) => command.includes('vault-process'))?.pid ?? 0;
interface Kept {
  readonly heapMiB: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly vaultMiB: number;
}
/** What is kept when nothing is in use any more: heap, elements and listeners of the page, resident memory of the vault process. */
async function kept(page: Page): Promise<Kept> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heapMiB: usedSize / 1_048_576, nodes, listeners: jsEventListeners, vaultMiB: mib(readFileSync(`/proc/${vaultProcess()}/status`, 'utf8'), 'VmRSS') };
}

const page = await unlock();
await page.setViewportSize({ width: 1440, height: 900 });
await page.waitForTimeout(10_000);
const start = await kept(page);

stage('lists');
let rows = 0;
for (const kind of kindNames) {
  // As its list begins: without the closed ones.
  const { total } = await askedPage(page, 'records.list', { kind, closed: false, limit: 1 });
  if (total <= 2_000) continue;
  await go(page, `#/list/${kind}`);
  await page.locator('main [role=grid] [role=row][aria-rowindex="5"]').waitFor(patience);
  // The first hundred lines stand before the others are known.
  await page.waitForFunction((lines) => Number(document.querySelector('main [role=grid]')?.getAttribute('aria-rowcount')) > lines, total, patience);
  // In leaps of a screen and a half, so that nearly every line is drawn once.
  rows += await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const area = document.querySelector('main [role=grid]')?.firstElementChild;
        if (!area) return resolve(0);
        const leap = (): void => {
          const before = area.scrollTop;
          area.scrollTop += 1_200;
          if (area.scrollTop === before) resolve(Number(document.querySelector('main [role=grid]')?.getAttribute('aria-rowcount')));
          else requestAnimationFrame(leap);
        };
        leap();
      }),
  );
}
await go(page, '#/settings');
await page.waitForTimeout(500);
const scrolled = await kept(page);

stage('records');
const opened = (await askedPage(page, 'records.list', { closed: false, sort: 'due', limit: sizes.records })).rows;
for (const { number } of opened) {
  await go(page, `#/record/${number}`);
  await page.locator('main h1', { hasText: number }).waitFor(patience);
}
await go(page, '#/docket');
await page.waitForTimeout(1_000);
const afterRecords = await kept(page);

stage('changes');
// Told of by the feed like those of anybody else who writes.
const notes = (await askedPage(page, 'records.list', { kind: 'note', closed: false, sort: 'number', limit: 100 })).rows;
await page.evaluate(
  ([all, count]) =>
    new Promise<void>((resolve, reject) => {
      interface Said {
        t: string;
        id?: number;
        answer?: { ok: boolean; reply?: { seq: number } };
      }
      // Proof of the cast: the door that every page of the app has. One listener for all that is asked here.
      const { cordon } = globalThis as unknown as { cordon: { post(message: unknown): void; listen(heard: (message: Said) => void): void } };
      const first = 2_000_000;
      let done = 0;
      const seqs = all.map(({ seq }) => seq);
      const ask = (): void => {
        const one = all[done % all.length];
        cordon.post({ t: 'ask', id: first + done, name: 'records.update', question: { id: one?.id, seq: seqs[done % all.length], fields: {}, tags: [`change ${done}`] } });
      };
      cordon.listen(({ t, id, answer }) => {
        if (t !== 'answer' || id !== first + done) return;
        if (!answer?.ok) return reject(new Error(JSON.stringify(answer)));
        seqs[done % all.length] = answer.reply?.seq ?? 0;
        if (++done === count) resolve();
        else ask();
      });
      ask();
    }),
  [notes.map(({ id, seq }) => ({ id, seq })), sizes.changes] as const,
);
await page.waitForTimeout(2_000);
const afterChanges = await kept(page);

interface Standing {
  readonly processes: number;
  readonly files: number;
  readonly resources: number;
  readonly vaultFiles: number;
}
const filesOf = (pid: number) => readdirSync(`/proc/${pid}/fd`).length;
const standing = (): Standing => ({
  processes: processesOf(process.pid).length,
  files: filesOf(process.pid),
  resources: process.getActiveResourcesInfo().length,
  vaultFiles: filesOf(vaultProcess()),
});
stage('locks');
const stands: Standing[] = [];
for (let i = 0; i < sizes.locks; i++) {
  const [before, shown] = [vaultProcess(), app.page()];
  await shown.getByRole('button', { name: /^Lock / }).click();
  // Locking ends the renderer and the vault process: the unlock page is another page over another process.
  while (app.page() === shown || vaultProcess() === before || vaultProcess() === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  await unlock();
  stands.push(standing());
}
const afterLocks = await kept(app.page());
const [second, last] = [stands[1], stands.at(-1)];

tell({ bench: 'window-memory', rows, start, scrolled, afterRecords, afterChanges, afterLocks, second, last, targets });
clearInterval(awake);
await app.stop();
const all = [scrolled, afterRecords, afterChanges, afterLocks];
const bounded = all.every((one) => one.heapMiB - start.heapMiB <= targets.heapMiB && one.vaultMiB - start.vaultMiB <= targets.vaultMiB);
const same = second !== undefined && last !== undefined && (Object.keys(second) as (keyof Standing)[]).every((name) => last[name] <= second[name] + 1);
process.exitCode = bounded && same ? 0 : 1;
