import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { dist } from '../built.ts';
import { pageBehind } from '../page-behind.ts';
import { processesOf, seccompOf } from '../processes.ts';
import { freshPlaces, startChromium } from '../start-chromium.ts';
import { electronPlaces, startElectron } from '../start-electron.ts';
import { passphrase, vaultName, type Stage } from './story.ts';

/** Where to put what is made, for whoever wants to look. */
const pictures = process.env['CORDON_PICTURES'];

/** How long the story may take, in milliseconds. */
export const limit = 300_000;
/** Today in the zone in which both hosts run here, as a lawyer writes it. */
const today = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date());

/** The vault that the story leaves behind, read by the command line: somebody else's word that all is there. */
function leftBehind(folder: string, vaults: string): void {
  const secret = path.join(folder, 'passphrase');
  writeFileSync(secret, passphrase);
  const vault = path.join(vaults, `${vaultName}.cordon`);
  const cordon = (...words: string[]): unknown => {
    const { stdout } = spawnSync(process.execPath, [path.join(dist, 'command-line', 'index.mjs'), ...words, '--passphrase-file', secret, '--json'], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, XDG_STATE_HOME: path.join(folder, 'elsewhere') },
    });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  };
  expect(cordon('verify', vault)).toMatchObject({ ok: true, findings: [] });
  const one = ['case', 'restricted_model', 'order', 'deadline', 'evidence_request', 'evidence_item', 'remediation_plan', 'remediation_step'];
  expect(cordon('list', vault)).toMatchObject({ kinds: expect.arrayContaining(one.map((kind) => ({ kind, records: 1 }))) });
}

function papersIn(folder: string): void {
  const papers = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  expect(papers).toHaveLength(2);
  for (const name of papers) {
    const bytes = readFileSync(path.join(folder, name));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    if (pictures !== undefined) writeFileSync(path.join(pictures, name), bytes);
  }
}

/** Tells the story in a browser, then looks at the papers it made and has the vault verified from outside. */
export async function inBrowser(tell: (stage: Stage) => Promise<void>): Promise<void> {
  const app = await startChromium(freshPlaces(), 'installed');
  try {
    const exhibit = path.join(app.folder, 'served letter.txt');
    writeFileSync(exhibit, 'The letter was served by courier.');
    let now: Page = app.page();
    await tell({
      page: () => now,
      async nextPage() {
        const before = now;
        await expect.poll(() => app.page() !== before, { timeout: 60_000 }).toBe(true);
        now = app.page();
      },
      async pickFile(file, ask) {
        const chooser = now.waitForEvent('filechooser');
        await ask();
        await (await chooser).setFiles(file);
      },
      exhibit,
      today,
      savesByDialog: false,
    });
    papersIn(app.downloads);
    await app.host.close();
    leftBehind(app.folder, app.vaults);
  } finally {
    await app.stop();
  }
}

/** As `inBrowser`, in a real Electron as an unprivileged user with the sandbox on. */
export async function inElectron(tell: (stage: Stage) => Promise<void>): Promise<void> {
  const app = await startElectron(electronPlaces());
  try {
    const exhibit = path.join(app.folder, 'home', 'served letter.txt');
    writeFileSync(exhibit, 'The letter was served by courier.');
    const documents = path.join(app.folder, 'home', 'Documents');
    await app.electron.evaluate(({ dialog }, folder) => {
      let papers = 0;
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: `${folder}/paper ${++papers}.pdf` });
    }, documents);
    let now = await app.page();
    const gone = now.waitForEvent('crash', { timeout: limit });
    await tell({
      page: () => now,
      async nextPage() {
        await gone;
        now = await pageBehind(app.door());
      },
      async pickFile(file, ask) {
        await app.electron.evaluate(({ dialog }, chosen) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
        }, file);
        await ask();
      },
      exhibit,
      today,
      savesByDialog: true,
    });
    const all = processesOf(app.pid);
    expect(all.map(({ command }) => command).join('\n')).not.toContain('--no-sandbox');
    for (const { pid } of all.filter(({ command }) => command.includes('--type=renderer'))) expect(seccompOf(pid)).toBe(2);
    papersIn(documents);
    await app.electron.close();
    // Where the system says a person's documents are, which depends on the desktop.
    const home = path.join(app.folder, 'home');
    const made = readdirSync(home, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith(`${vaultName}.cordon`)) ?? 'nowhere';
    leftBehind(app.folder, path.dirname(path.join(home, made)));
  } finally {
    await app.stop();
  }
}
