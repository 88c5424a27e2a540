import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from '../../main/window/find-chromium.ts';
import { notBuilt, root } from './built.ts';
import { display } from './display.ts';
import { pageBehind } from './page-behind.ts';
import { noElectron } from './start-electron.ts';
import { unless } from './unless.ts';

const noDisplay = spawnSync('which', ['Xvfb']).status === 0 ? null : 'no Xvfb is installed';
const installed = process.env['CORDON_NO_INSTALLED_BROWSER'] === '1' ? null : findChromium(process.platform, process.env);
const noBrowser =
  process.platform !== 'linux' ? 'the tests of npm start run on Linux only' : (noDisplay ?? notBuilt() ?? (installed === null ? 'no Chromium-based browser is installed' : null));

/** A program in front of `program` that opens a door for this test: whatever npm start gives it, and one switch more. */
function ajar(file: string, program: string, said: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\nexec ${program} --remote-debugging-port=0 "$@" 2>${said}\n`, { mode: 0o755 });
}

/** Runs `npm start` as a newcomer would, with a home of its own; gives the page it shows to `look`, and what it printed. */
async function started(env: (folder: string, said: string) => Record<string, string>, look: (page: Page, printed: () => string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-start-'));
  const said = path.join(folder, 'said');
  const { name, server } = await display();
  const child = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      LANG: 'C.UTF-8',
      DISPLAY: name,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      // Electron 33 wants the addon that was built for it.
      ...(process.env['CORDON_SQLITE_ADDON'] && { CORDON_SQLITE_ADDON: process.env['CORDON_SQLITE_ADDON'] }),
      ...env(folder, said),
    },
  });
  let printed = '';
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  child.stderr.on('data', (data: Buffer) => (printed += data.toString()));
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const door = () => (existsSync(said) ? /DevTools listening on (ws:\S+)/.exec(readFileSync(said, 'utf8'))?.[1] : undefined);
  try {
    await expect.poll(door, { timeout: 120_000, message: printed }).toBeDefined();
    const page = await pageBehind(door() ?? '');
    await look(page, () => printed);
    await page.context().browser()?.close();
  } catch (fault) {
    throw new Error(`npm start printed:\n${printed}\nthe program:\n${existsSync(said) ? readFileSync(said, 'utf8').replaceAll(/.*(dbus|bus\.cc|object_proxy).*\n/g, '') : ''}`, {
      cause: fault,
    });
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
    server.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The docket of the sample, as a newcomer would know it. */
async function docketOfSample(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Docket' }).waitFor({ timeout: 60_000 });
  for (const model of ['Fable 5', 'Mythos 5', 'Heron 2']) await page.getByRole('link', { name: new RegExp(`^${model} `) }).waitFor();
  await page.getByRole('grid', { name: 'Due, by file-by date' }).getByRole('link', { name: 'DL-016' }).waitFor();
}

/** What lies of the sample in this home. */
const ofSample = (home: string): string[] => readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) => path.basename(name).startsWith('Sample case'));

unless(noElectron())('npm start ends on the docket of the sample, in Electron, and one press takes the sample off the computer', () => {
  let home = '';
  return started(
    (folder, said) => {
      home = folder;
      const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
      ajar(path.join(folder, 'runtime', 'electron'), `${path.join(given, 'electron')} --user-data-dir=${path.join(folder, 'profile')}`, said);
      return { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'runtime') };
    },
    async (page, printed) => {
      await docketOfSample(page);
      expect(printed()).toContain('Opening the sample case.');
      expect(await page.getByText('Shown in a browser').count()).toBe(0);
      expect(ofSample(home)).toEqual([expect.stringMatching(/Sample case\.cordon$/)]);
      await page.getByText('Sample: everything here is invented.').waitFor();
      // The page that showed it is ended with it.
      await page.getByRole('button', { name: 'Remove the sample' }).click({ noWaitAfter: true });
      await expect.poll(() => ofSample(home), { timeout: 20_000 }).toEqual([]);
    },
  );
});

unless(noBrowser)('npm start without Electron ends on the docket in an installed browser, and says that it is one', () =>
  started(
    (folder, said) => {
      ajar(path.join(folder, 'browser'), installed ?? '', said);
      return { CORDON_CHROMIUM: path.join(folder, 'browser'), ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'none') };
    },
    async (page, printed) => {
      await docketOfSample(page);
      expect(printed()).toContain('opening Cordon in an installed Chromium-based browser instead');
      await page.getByText('Shown in a browser. The installed program keeps other programs away from it.').waitFor();
    },
  ),
);
