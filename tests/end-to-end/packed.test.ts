import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { root } from './built.ts';
import { internetSockets, processesOf, seccompOf } from './processes.ts';
import { passphrase, person } from './sample-vault.ts';
import { electronPlaces, noElectron, runElectron, startElectron } from './start-electron.ts';
import { unless } from './unless.ts';

const missing = noElectron();
const test = unless(missing);

let places: ReturnType<typeof electronPlaces>;
let folder = '';
let program = '';
beforeAll(() => {
  if (missing) return;
  places = electronPlaces();
  folder = path.join(places.folder, 'release', 'linux-unpacked');
  const cli = path.join(root, 'node_modules', 'electron-builder', 'cli.js');
  const done = spawnSync(
    process.execPath,
    [cli, '--linux', '--dir', `-c.electronDist=${process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''}`, `-c.directories.output=${path.join(places.folder, 'release')}`],
    { cwd: root, encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Error(`electron-builder failed: ${done.stdout}\n${done.stderr}`);
  program = path.join(folder, 'cordon');
  for (const place of [path.join(places.folder, 'release'), folder]) chmodSync(place, 0o755);
  // This Electron is older than the one that ships: its addon is the one made for tests.
  const addon = process.env['CORDON_SQLITE_ADDON'];
  if (addon) cpSync(addon, path.join(folder, 'resources', 'app.asar.unpacked', 'node_modules', 'better-sqlite3-multiple-ciphers', 'prebuilds', 'linux-x64.node'), { force: true });
});
afterAll(() => {
  if (places) rmSync(places.folder, { recursive: true, force: true });
});

const asar = () => path.join(folder, 'resources', 'app.asar');

test('the packed program has every fuse as it should be', async () => {
  const wire = await getCurrentFuseWire(program);
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  const on = [FuseV1Options.EnableCookieEncryption, FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar];
  for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
  for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
});

test('the doors of tests are not in the packed code, nor maps of it, nor hosts that do not ship', () => {
  const files = listPackage(asar(), { isPack: false }).map((name) => name.replace(/^\//, ''));
  const code = files.filter((name) => /^dist\/.*\.(mjs|cjs)$/.test(name));
  expect(new Set(code.map((name) => name.split('/')[1]))).toEqual(new Set(['main', 'preload', 'press-job', 'reader-job', 'vault-process']));
  for (const name of code) expect(extractFile(asar(), name).toString('utf8'), name).not.toMatch(/CORDON_SQLITE_ADDON|--sample\b|CORDON_TEST/);
  expect(files.filter((name) => /^dist\/.*\.map$|^(main|renderer|tests|shared)\//.test(name))).toEqual([]);
  expect(files.some((name) => /node_modules\/(node-|playwright|electron\/|vitest|typescript)/.test(name))).toBe(false);
});

test('of addons only those of this platform are packed, outside the archive', () => {
  const outside = readdirSync(`${asar()}.unpacked`, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) => entry.isFile());
  expect(outside.length).toBeGreaterThan(0);
  const addons = outside.map((entry) => `${entry.parentPath}/${entry.name}`).filter((name) => name.endsWith('.node'));
  expect(addons.length).toBeGreaterThan(1);
  for (const name of addons) expect(name).toMatch(/prebuilds\/linux-x64(\.node|\/[^/]+\.node)$/);
});

test('the packed archive presses a paper: its programs, templates and fonts are all in it', async () => {
  // The packed program itself takes no orders from a test; the same archive runs in an Electron that does.
  const own = electronPlaces();
  const app = await startElectron(own, { app: asar() });
  try {
    await (await app.page()).waitForSelector('button');
    expect(await app.ask('session.create', { place: null, name: 'Packed', person, passphrase })).toMatchObject({ ok: true });
    const made = await app.ask('records.create', { kind: 'case', caseId: null, fields: { title: 'Packed case' } });
    expect(made).toMatchObject({ ok: true });
    const model = await app.ask('records.create', { kind: 'restricted_model', caseId: made.ok ? made.reply.id : '', fields: { name: 'Heron 9' } });
    expect(model).toMatchObject({ ok: true });
    const file = path.join(own.folder, 'home', 'report.pdf');
    await app.electron.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, file);
    expect(await app.ask('filings.press', { document: 'status-report', model: model.ok ? model.reply.number : '', profile: 'internal' })).toMatchObject({
      ok: true,
      reply: { savedAs: 'report.pdf' },
    });
    const pdf = readFileSync(file).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    // Its own fonts and no other machine's: embedded under the names of the house faces.
    expect(pdf.length).toBeGreaterThan(40_000);
  } finally {
    await app.stop();
  }
});

// Last: when it stops, the folders that it was given are gone, the packed app among them.
test('the packed app runs, keeps its sandbox and opens no port, whatever its command line asks for', async () => {
  const app = await runElectron(places, { packed: program, args: ['--remote-debugging-port=9334', '--inspect=9335', '--remote-allow-origins=*'] });
  try {
    const all = () => processesOf(app.pid);
    await expect
      .poll(() => all().some(({ command }) => command.includes('--type=renderer')) && all().some(({ command }) => command.includes('node.mojom.NodeService')), {
        timeout: 60_000,
        interval: 200,
      })
      .toBe(true);
    const sockets = new Set<string>();
    for (let look = 0; look < 15; look++) {
      for (const socket of internetSockets(all().map(({ pid }) => pid))) sockets.add(socket);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect([...sockets]).toEqual([]);
    for (const { pid } of all().filter(({ command }) => command.includes('--type=renderer'))) expect(seccompOf(pid)).toBe(2);
    expect(all().some(({ command }) => command.includes('node.mojom.NodeService'))).toBe(true);
  } finally {
    await app.stop();
  }
});
