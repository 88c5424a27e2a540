import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { testBrowser } from '../fakes/test-browser.ts';
import { notes, sampleVault } from './sample-vault.ts';
import { freshPlaces, noChromium, startChromium } from './start-chromium.ts';
import { electronPlaces, noElectron, startElectron } from './start-electron.ts';
import { hostileFiles, type HostileFile } from './hostile-files.ts';
import { unless } from './unless.ts';
import { toAddress } from './to-address.ts';
import { unlockPage } from './unlock-page.ts';

const limit = 180_000;
let files: readonly HostileFile[] = [];
const asked: string[] = [];
/** Counts what is asked of it, and serves the files as they are to whoever opens them in the ordinary way. */
const listener = http.createServer((request, response) => {
  const file = files.find(({ name }) => request.url === `/open/${name}`);
  if (!file) asked.push(request.url ?? '');
  // A browser draws no mail: its body is what a mail program would draw.
  const html = file?.type === 'message/rfc822' ? file.bytes.toString().split('\r\n\r\n').slice(1).join('\r\n\r\n') : null;
  response.setHeader('content-type', html === null ? (file?.type ?? 'text/plain') : 'text/html');
  response.end(html ?? file?.bytes ?? '');
});
beforeAll(async () => {
  await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
  // Proof of the cast: it listens on a port, not on a socket of the file system.
  files = hostileFiles((listener.address() as AddressInfo).port);
});
afterAll(async () => {
  const closed = new Promise((resolve) => listener.close(resolve));
  listener.closeAllConnections();
  await closed;
});

function onDisk(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return files.map(({ name, bytes }) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  });
}

/** Takes the files in, opens every tab of every exhibit, and finds each shown as words and pictures, with nothing run and nothing asked of anybody. */
async function shownInert(page: Page, pick: (ask: () => Promise<void>) => Promise<void>): Promise<void> {
  asked.length = 0;
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await unlockPage(page);
  await toAddress(page, '#/evidence');
  await pick(() => page.getByRole('button', { name: 'Take in files…' }).first().click());
  await page.getByRole('dialog').getByRole('button', { name: 'Take in', exact: true }).click();
  await page.getByText('What was taken in').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Close' }).click();

  for (const [i, file] of files.entries()) {
    const number = `EX-00${i + 1}`;
    await toAddress(page, `#/record/${number}`);
    await page.getByRole('heading', { name: new RegExp(`^${number}`) }).waitFor();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await page.waitForTimeout(150);
    }
    if (file.type === 'application/pdf') {
      await page.getByRole('tab', { name: 'Preview' }).click();
      await page.locator('main img[src^="blob:"]').waitFor();
    }
    await page.getByRole('tab', { name: 'Text' }).click();
    await page.getByText(file.words).first().waitFor();
    expect(await page.locator('main script, main iframe, main object, main embed, main svg image, main form, main link').count(), file.name).toBe(0);
  }
  // As long as the page that would have gone elsewhere by itself waits.
  await page.waitForTimeout(3_500);
  expect(await page.evaluate(() => ['owned' in globalThis, document.title])).toEqual([false, 'Cordon']);
  expect(dialogs).toEqual([]);
  expect(asked).toEqual([]);
}

unless(noChromium())(
  'scripts in a PDF, a page, a drawing and a mail are shown as words, run nothing and fetch nothing, in a browser',
  async () => {
    const places = freshPlaces();
    await sampleVault(places.vaults, places.state, (records) => notes(records, 1, 'ordinary'));
    const app = await startChromium(places, 'installed');
    try {
      const paths = onDisk(path.join(app.folder, 'hostile'));
      await shownInert(app.page(), async (ask) => {
        const chooser = app.page().waitForEvent('filechooser');
        await ask();
        await (await chooser).setFiles(paths);
      });
    } finally {
      await app.stop();
    }
  },
  limit,
);

unless(noElectron())(
  'scripts in a PDF, a page, a drawing and a mail are shown as words, run nothing and fetch nothing, in Electron',
  async () => {
    const places = electronPlaces();
    const sample = await sampleVault(places.vaults, places.state, (records) => notes(records, 1, 'ordinary'));
    const paths = onDisk(path.join(places.folder, 'home', 'hostile'));
    const app = await startElectron(places, { sample });
    try {
      await app.electron.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: chosen });
      }, paths);
      const page = await app.page();
      await page.waitForSelector('input[type=password]');
      await shownInert(page, (ask) => ask());
    } finally {
      await app.stop();
    }
  },
  limit,
);

/** Opens files of somebody else in a browser in the ordinary way: each does what it was made for. */
async function runOpened(opened: readonly HostileFile[]): Promise<void> {
  if (testBrowser.executable === null) throw new Error(testBrowser.missing);
  asked.length = 0;
  const browser = await chromium.launch({ executablePath: testBrowser.executable, headless: true });
  try {
    const { port } = listener.address() as AddressInfo;
    for (const file of opened) {
      const page = await browser.newPage();
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto(`http://127.0.0.1:${port}/open/${file.name}`);
      if (isPdf(file)) await expect.poll(() => dialogs, { timeout: 30_000 }).toContain('owned');
      else {
        await expect.poll(() => page.evaluate(() => 'owned' in globalThis)).toBe(true);
        const sort = { 'text/html': 'html', 'image/svg+xml': 'svg', 'message/rfc822': 'mail' }[file.type] ?? '';
        await expect.poll(() => asked).toEqual(expect.arrayContaining([`/script-${sort}`, `/picture-${sort}`]));
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
const isPdf = (file: HostileFile): boolean => file.type === 'application/pdf';
const noViewer = testBrowser.executable !== null && testBrowser.packed ? 'the browser of the npm package shows no PDF' : null;

unless(noChromium())(
  'the control: the same page, drawing and mail, opened as people open files, do run and do fetch',
  () => runOpened(files.filter((file) => !isPdf(file))),
  limit,
);
unless(noChromium() ?? noViewer)('the control: the same PDF, opened as people open files, does run', () => runOpened(files.filter(isPdf)), limit);
