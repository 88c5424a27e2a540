import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Contract } from '../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../shared/contract/wire.ts';
import type { Answer } from '../../shared/failure/failure.ts';
import { dist, notBuilt, root } from './built.ts';
import { display } from './display.ts';

/** An ordinary person's number on Linux: Chromium's sandbox refuses to run as root, and the proofs are worth nothing without it. */
const nobody = 65534;

export interface ElectronApp {
  readonly electron: ElectronApplication;
  readonly folder: string;
  readonly vaults: string;
  readonly state: string;
  /** Process number of main. */
  readonly pid: number;
  /** The page of the window. After a lock the page is a new one that Playwright does not find again: use `inPage` and `ask`. */
  page(): Promise<Page>;
  /** Runs source text in the page that the window shows now, and gives what it comes to. */
  inPage(source: string): Promise<unknown>;
  /** Asks the vault process through the page's own door. */
  ask<Name extends keyof Contract & string>(name: Name, question: Asked<Contract, Name>): Promise<Answer<Reply<Contract, Name>>>;
  /** Where the running Electron takes Playwright's questions: for a page that came after a lock. */
  door(): string;
  /** What main and the vault process wrote to their outputs. */
  said(): string;
  stop(): Promise<void>;
}

/** Why Electron cannot be run here, or null. */
export function noElectron(): string | null {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (process.platform !== 'linux') return 'the tests in Electron run on Linux only';
  if (given === undefined || !existsSync(path.join(given, 'electron'))) return 'no Electron: ELECTRON_OVERRIDE_DIST_PATH names none';
  if (spawnSync('which', ['Xvfb']).status !== 0) return 'no Xvfb is installed';
  return notBuilt();
}

/** A copy of Electron that an unprivileged user can reach, by hard links; gone with the folder. */
function reachable(folder: string): string {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  const copy = path.join(folder, 'electron');
  if (spawnSync('cp', ['-al', given, copy]).status !== 0) cpSync(given, copy, { recursive: true });
  return copy;
}

/** Folders for one run of the app, whose owner is the person it runs as. */
export function electronPlaces(): { readonly folder: string; readonly vaults: string; readonly state: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-electron-'));
  chmodSync(folder, 0o755);
  const home = path.join(folder, 'home');
  const places = { folder, vaults: path.join(home, 'Documents', 'Cordon'), state: path.join(home, '.local', 'state', 'cordon') };
  for (const place of [places.vaults, places.state]) mkdirSync(place, { recursive: true });
  return places;
}

function give(folder: string): void {
  chownSync(folder, nobody, nobody);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chownSync(path.join(folder, name), nobody, nobody);
}

/** The source text of one question, beside what the page itself asks: with a number that the page does not know. */
const asking = (name: string, question: unknown) => `new Promise((resolve) => {
  const id = 1_000_000 + Math.floor(Math.random() * 1_000_000_000);
  cordon.listen((message) => message.t === 'answer' && message.id === id && resolve(message.answer));
  cordon.post({ t: 'ask', id, name: ${JSON.stringify(name)}, question: ${JSON.stringify(question)} });
})`;

export interface ElectronSetting {
  /** Put before the app's own arguments. */
  readonly args?: readonly string[];
  /** Another program around Electron, such as strace with its arguments. */
  readonly around?: readonly string[];
  /** A vault that stands first in the list of recent ones. */
  readonly sample?: string;
  /** The folder of another app than the built one. */
  readonly app?: string;
  /** A packed app instead of Electron and a folder. */
  readonly packed?: string;
}

/** How to start: a program that becomes the right person, its arguments, and an environment of the test's own. */
interface Start {
  readonly program: string;
  readonly args: string[];
  readonly cwd: string;
  readonly env: Record<string, string>;
  readonly end: () => void;
}

/** As an unprivileged user with Chromium's sandbox on where we are root, else as ourselves; under a display of its own. */
async function prepared(places: ReturnType<typeof electronPlaces>, setting: ElectronSetting): Promise<Start> {
  const home = path.join(places.folder, 'home');
  const asRoot = process.getuid?.() === 0;
  const runtime = setting.packed ? '' : asRoot ? reachable(places.folder) : (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '');
  if (asRoot) give(home);
  const { name, server } = await display();
  const program = path.join(places.folder, 'electron.sh');
  const person = asRoot ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] : [];
  writeFileSync(program, `#!/bin/sh\nexec ${[...person, ...(setting.around ?? []), setting.packed ?? path.join(runtime, 'electron')].join(' ')} "$@"\n`, { mode: 0o755 });
  const built = existsSync(path.join(dist, '..', 'package.json')) ? path.join(dist, '..') : root;
  return {
    program,
    args: [
      ...(setting.args ?? []),
      `--user-data-dir=${path.join(home, 'profile')}`,
      ...(setting.packed ? [] : [setting.app ?? built]),
      ...(setting.sample ? ['--sample', setting.sample] : []),
    ],
    cwd: home,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      DISPLAY: name,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      XDG_RUNTIME_DIR: home,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      ...(process.env['CORDON_SQLITE_ADDON'] && { CORDON_SQLITE_ADDON: process.env['CORDON_SQLITE_ADDON'] }),
    },
    end() {
      server.kill();
      rmSync(places.folder, { recursive: true, force: true });
    },
  };
}

/** Starts an app by itself, without anything that drives it: Playwright's doors into Electron are TCP ports. */
export async function runElectron(places: ReturnType<typeof electronPlaces>, setting: ElectronSetting): Promise<{ readonly pid: number; stop(): Promise<void> }> {
  const start = await prepared(places, setting);
  const child = spawn(start.program, start.args, { cwd: start.cwd, env: start.env, stdio: 'ignore', detached: true });
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  return {
    pid: child.pid ?? 0,
    async stop() {
      // The whole group: around Electron there may be strace.
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
      start.end();
    },
  };
}

/** Starts the built app in a real Electron, driven by Playwright. */
export async function startElectron(places: ReturnType<typeof electronPlaces>, setting: ElectronSetting = {}): Promise<ElectronApp> {
  const { program, args, cwd, env, end } = await prepared(places, setting);
  // Left out, `chromiumSandbox` makes Playwright start Electron with --no-sandbox.
  const electron = await _electron.launch({ executablePath: program, args, cwd, env, chromiumSandbox: true });
  let said = '';
  electron.process().stdout?.on('data', (data: Buffer) => (said += data.toString()));
  electron.process().stderr?.on('data', (data: Buffer) => (said += data.toString()));
  const inPage = (source: string): Promise<unknown> =>
    electron.evaluate(({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code), source);
  const pid = await electron.evaluate(() => process.pid);
  return {
    ...places,
    electron,
    pid,
    page: () => electron.firstWindow(),
    inPage,
    // Proof of the cast: the built vault process checks its own replies (`checkReplies`).
    ask: async (name, question) => (await inPage(asking(name, question))) as never,
    door() {
      const [port, address] = readFileSync(path.join(places.folder, 'home', 'profile', 'DevToolsActivePort'), 'utf8').split('\n');
      return `ws://127.0.0.1:${port}${address}`;
    },
    said: () => said,
    async stop() {
      await electron.close().catch(() => electron.process().kill('SIGKILL'));
      end();
    },
  };
}
