import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { importRecords } from '../../main/exchange/import-records.ts';
import { reportedCase } from '../../shared/records/samples/reported.ts';
import { dist } from './built.ts';
import { processesOf, seccompOf } from './processes.ts';
import { notes, passphrase, person, sampleVault } from './sample-vault.ts';
import { electronPlaces, noElectron, startElectron, type ElectronApp } from './start-electron.ts';
import { unless } from './unless.ts';

const missing = noElectron();
const test = unless(missing);

let app: ElectronApp;
beforeAll(async () => {
  if (missing) return;
  const places = electronPlaces();
  const sample = await sampleVault(places.vaults, places.state, async (records) => {
    await notes(records, 5, 'ordinary');
    await importRecords(records, Buffer.from(JSON.stringify(reportedCase)), 'reported.json');
  });
  app = await startElectron(places, { sample });
});
afterAll(() => app?.stop());

const state = () => app.ask('session.state', {});
async function open(): Promise<void> {
  const closed = await state();
  const answer = await app.ask('session.open', { vault: (closed.ok && closed.reply.recent[0]?.token) || '', passphrase });
  expect(answer).toMatchObject({ ok: true, reply: { phase: 'open' } });
}
const rendererPid = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
const windowId = () =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map(({ id }) => id)
      .join(),
  );
const vaultPid = () => processesOf(app.pid).find(({ command }) => command.includes('node.mojom.NodeService'))?.pid ?? 0;
/** A question to a page that is just being killed is never answered: it is asked again. */
const stateSoon = () => Promise.race([state().catch(() => null), new Promise<null>((resolve) => setTimeout(() => resolve(null), 1_000))]);
/** Waits until the unlock page answers again, from another vault process. */
async function locked(before: number, because: string): Promise<void> {
  await expect
    .poll(async () => (vaultPid() !== before && vaultPid() !== 0 ? await stateSoon() : null), { timeout: 90_000, interval: 200 })
    .toMatchObject({ ok: true, reply: { phase: 'closed', vault: null, lockedBecause: because } });
}

test('the app starts with every page process in the sandbox', async () => {
  await (await app.page()).waitForSelector('input[type=password]');
  const all = processesOf(app.pid);
  expect(all.map(({ command }) => command).join('\n')).not.toContain('--no-sandbox');
  const renderers = all.filter(({ command }) => command.includes('--type=renderer'));
  expect(renderers.length).toBeGreaterThan(0);
  // 2: a filter of system calls is in force.
  for (const { pid } of renderers) expect(seccompOf(pid)).toBe(2);
});

test('the sample vault opens in the window by its passphrase', async () => {
  expect(await state()).toMatchObject({ ok: true, reply: { phase: 'closed', host: 'electron', recent: [{ name: 'Sample' }] } });
  const page = await app.page();
  await page.locator('input[type=password]').first().fill(passphrase);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await state()) as unknown, { timeout: 60_000 }).toMatchObject({ ok: true, reply: { phase: 'open', vault: { name: 'Sample', person } } });
  await page.getByText('Docket').first().waitFor();
});

test('a page process and a vault process are two, and main holds neither key nor door', async () => {
  expect(vaultPid()).not.toBe(0);
  expect(vaultPid()).not.toBe(await rendererPid());
  expect(await app.inPage('[typeof require, typeof process, typeof module, Object.keys(cordon).sort().join()].join(" ")')).toBe(
    'undefined undefined undefined grantDrop,listen,post,print,working',
  );
});

test('the page cannot go elsewhere, open a window, fetch, or get a permission', async () => {
  const before = await app.inPage('location.href');
  await app.inPage(`location.href = 'https://example.org/'; 1`);
  await app.inPage(`location.href = 'file:///etc/passwd'; 1`);
  await app.inPage(`location.href = 'app://elsewhere/'; 1`);
  await app.inPage(`Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' }).click(); 1`);
  expect(await app.inPage(`String(window.open('app://cordon/'))`)).toBe('null');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await app.inPage('location.href')).toBe(before);
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await app.inPage(`fetch('app://cordon/index.html').then(() => 'reached', () => 'refused')`)).toBe('refused');
  expect(await app.inPage(`(() => { try { return eval('1') } catch { return 'refused' } })()`)).toBe('refused');
  expect(await app.inPage(`navigator.mediaDevices?.getUserMedia({ audio: true }).then(() => 'granted', () => 'denied') ?? 'denied'`)).toBe('denied');
  expect(await app.inPage(`new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('granted'), () => done('denied')))`)).toBe('denied');
  expect(await app.inPage(`Notification.requestPermission()`)).toBe('denied');
  expect(await app.inPage(`navigator.clipboard.readText().then(() => 'granted', () => 'denied')`)).toBe('denied');
});

test('files that were chosen become tokens, and their paths stay outside the page', async () => {
  const file = path.join(app.folder, 'served.txt');
  writeFileSync(file, 'The order was served on 12 June.');
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  const granted = await app.ask('evidence.chooseFiles', {});
  expect(granted).toMatchObject({ ok: true, reply: [{ name: 'served.txt', bytes: 32 }] });
  expect(JSON.stringify(granted)).not.toContain(app.folder);
  const cases = await app.ask('records.list', { kind: 'case' });
  const caseId = cases.ok ? (cases.reply.rows.find(({ title }) => title === 'Sample case')?.id ?? '') : '';
  expect(await app.ask('evidence.intake', { caseId, files: [(granted.ok && granted.reply[0]?.token) || ''] })).toMatchObject({
    ok: true,
    reply: { files: [{ name: 'served.txt', failure: null }] },
  });
  expect(await app.ask('evidence.intake', { caseId, files: ['/etc/passwd'] })).toMatchObject({ ok: false, failure: { code: 'misuse' } });
});

test('an exhibit leaves to the byte where the dialog says, and only what has just left is carried out by dragging', async () => {
  const file = path.join(app.folder, 'home', 'EX-copy.txt');
  await app.electron.evaluate(({ dialog, BrowserWindow }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    const [window] = BrowserWindow.getAllWindows();
    // A drag of the system wants a pointer that is down: what it is asked to carry is what is looked at.
    if (window) window.webContents.startDrag = (item) => Object.assign(globalThis, { carried: { file: item.file, empty: typeof item.icon !== 'string' && item.icon.isEmpty() } });
  }, file);
  const items = await app.ask('records.list', { kind: 'evidence_item', sort: 'changed' });
  const number = items.ok ? (items.reply.rows.find(({ title }) => title === 'served.txt')?.number ?? '') : '';
  const left = await app.ask('exchange.extract', { number, audience: 'internal' });
  expect(left).toMatchObject({ ok: true, reply: { file: 'EX-copy.txt', bytes: 32 } });
  expect(readFileSync(file, 'utf8')).toBe('The order was served on 12 June.');
  expect(JSON.stringify(left)).not.toContain(app.folder);
  const drag = { drag: (left.ok && left.reply.drag) || '' };
  // With no button down a drag of the system would hang, with the file on the pointer.
  const button = (type: 'mouseDown' | 'mouseUp') =>
    app.electron.evaluate(
      ({ BrowserWindow }, does) =>
        BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: does, x: 1, y: 1, button: 'left', modifiers: ['leftbuttondown'], clickCount: 1 }),
      type,
    );
  await button('mouseDown');
  await button('mouseUp');
  expect(await app.ask('exchange.dragOut', drag)).toMatchObject({ ok: true, reply: { begun: false } });
  await button('mouseDown');
  expect(await app.ask('exchange.dragOut', drag)).toMatchObject({ ok: true, reply: { begun: true } });
  await button('mouseUp');
  expect(await app.electron.evaluate(() => (globalThis as unknown as { carried: unknown }).carried)).toEqual({ file, empty: false });
  expect(await app.ask('exchange.dragOut', { drag: '/etc/passwd' })).toMatchObject({ ok: false, failure: { code: 'misuse' } });
  const custody = await app.ask('records.get', { number });
  expect(custody.ok && JSON.stringify(custody.reply.record.fields['custody'])).toContain('EX-copy.txt');
});

test('a paper is looked at before it is made, as pictures drawn by another process, and nothing is written for it', async () => {
  const models = await app.ask('records.list', { kind: 'restricted_model' });
  const model = models.ok ? (models.reply.rows[0]?.number ?? '') : '';
  const releases = await app.ask('records.list', { kind: 'release' });
  const shown = await app.ask('filings.preview', { document: 'order-summary', model, profile: 'internal' });
  expect(shown).toMatchObject({ ok: true, reply: { pages: expect.any(Number) } });
  const page = await app.ask('filings.previewPage', { preview: (shown.ok && shown.reply.preview) || '', page: 1 });
  expect(page.ok && page.reply.width).toBeGreaterThan(400);
  const after = await app.ask('records.list', { kind: 'release' });
  expect(after.ok && after.reply.total).toBe(releases.ok && releases.reply.total);
});

test('a paper is pressed by a job process of Electron and saved where the dialog says', async () => {
  const file = path.join(app.folder, 'home', 'summary.pdf');
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, file);
  const models = await app.ask('records.list', { kind: 'restricted_model' });
  const model = models.ok ? (models.reply.rows[0]?.number ?? '') : '';
  const before = processesOf(app.pid).length;
  expect(await app.ask('filings.press', { document: 'order-summary', model, profile: 'internal' })).toMatchObject({ ok: true, reply: { savedAs: 'summary.pdf' } });
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  expect(statSync(file).mode & 0o077).toBe(0);
  await expect.poll(() => processesOf(app.pid).length, { timeout: 60_000 }).toBeLessThanOrEqual(before);
});

test('locking kills the vault process and the page, keeps the window, and drafts are there after unlocking', async () => {
  expect(await app.ask('drafts.save', { form: 'note', record: null, body: { title: 'half a thought' } })).toMatchObject({ ok: true });
  const [vault, page, window] = [vaultPid(), await rendererPid(), await windowId()];
  void app.ask('session.lock', { because: 'asked' }).catch(() => {});
  await locked(vault, 'asked');
  const alive = processesOf(app.pid).map(({ pid }) => pid);
  expect(alive).not.toContain(vault);
  expect(alive).not.toContain(page);
  expect(await windowId()).toBe(window);
  await open();
  expect(await app.ask('drafts.read', { form: 'note', record: null })).toMatchObject({ ok: true, reply: { body: { title: 'half a thought' } } });
});

test('sleep locks the vault and says so', async () => {
  const vault = vaultPid();
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  await locked(vault, 'suspended');
  await open();
});

test('a locked screen and another user taking over lock the vault, and it says why', async () => {
  for (const [event, because] of [
    ['lock-screen', 'screen-locked'],
    ['user-did-resign-active', 'user-switched'],
  ] as const) {
    const vault = vaultPid();
    await app.electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
    await locked(vault, because);
    await open();
  }
});

test('nobody at the computer for the minutes that were set locks the vault, and the draft is there afterwards', async () => {
  expect(await app.ask('drafts.save', { form: 'note', record: null, body: { title: 'left lying' } })).toMatchObject({ ok: true });
  const vault = vaultPid();
  await app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 86_400;
  });
  await locked(vault, 'idle');
  await app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0;
  });
  await open();
  expect(await app.ask('drafts.read', { form: 'note', record: null })).toMatchObject({ ok: true, reply: { body: { title: 'left lying' } } });
});

test('a vault process that dies shows the unlock page, and what was acknowledged is there', async () => {
  const made = await app.ask('records.create', { kind: 'note', caseId: null, fields: { title: 'acknowledged', type: 'note', body: 'x' } });
  const vault = vaultPid();
  process.kill(vault, 'SIGKILL');
  await locked(vault, 'crashed');
  await open();
  expect(await app.ask('records.get', { number: made.ok ? made.reply.number : '' })).toMatchObject({ ok: true, reply: { record: { fields: { title: 'acknowledged' } } } });
});

test('a page that dies locks the vault', async () => {
  const vault = vaultPid();
  process.kill(await rendererPid(), 'SIGKILL');
  await locked(vault, 'crashed');
  await open();
});

test('quitting closes the vault: the log is folded into the database, and cordon knows what the app saw', async () => {
  const folder = path.join(app.vaults, 'Sample.cordon');
  const older = path.join(app.folder, 'older.cordon');
  const before = vaultPid();
  void app.ask('session.lock', { because: 'asked' }).catch(() => {});
  await locked(before, 'asked');
  cpSync(folder, older, { recursive: true });
  await open();
  expect(await app.ask('records.create', { kind: 'note', caseId: null, fields: { title: 'newer', type: 'note', body: 'x' } })).toMatchObject({ ok: true });
  const database = path.join(app.vaults, 'Sample.cordon', 'vault.db');
  expect(existsSync(`${database}-wal`)).toBe(true);
  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await app.electron.evaluate(({ app: running }) => running.quit()).catch(() => {});
  await ended;
  expect(existsSync(`${database}-wal`) && statSync(`${database}-wal`).size > 0).toBe(false);

  // The app and the command line keep the second anchor in one and the same folder, so a folder put back is seen by the other of the two.
  const home = path.join(app.folder, 'home');
  const passphraseFile = path.join(app.folder, 'passphrase');
  writeFileSync(passphraseFile, passphrase);
  const cordon = () =>
    spawnSync(process.execPath, [path.join(dist, 'command-line', 'index.mjs'), 'list', folder, '--passphrase-file', passphraseFile], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: home },
    });
  expect(cordon()).toMatchObject({ status: 0, stderr: '' });
  rmSync(folder, { recursive: true });
  cpSync(older, folder, { recursive: true });
  expect(cordon()).toMatchObject({ status: 0, stderr: expect.stringContaining('older than the one last opened here') });
});
