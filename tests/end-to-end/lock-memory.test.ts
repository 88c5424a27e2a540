import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import { scanMemory } from './memory-scan.ts';
import { processesOf } from './processes.ts';
import { notes, passphrase, sampleVault } from './sample-vault.ts';
import { electronPlaces, noElectron, startElectron, type ElectronApp } from './start-electron.ts';
import { unless } from './unless.ts';

const missing = noElectron();
const test = unless(missing);

/** Words that stand in the vault and nowhere else: this test never says them to the app, only backwards. */
const inRecords = `canaryrecord${randomBytes(6).toString('hex')}`;
const inDraft = `canarydraft${randomBytes(6).toString('hex')}`;
const inMain = `canarymain${randomBytes(6).toString('hex')}`;
const backwards = (word: string) => `${JSON.stringify(word.split('').reverse().join(''))}.split('').reverse().join('')`;

let app: ElectronApp;
beforeAll(async () => {
  if (missing) return;
  const places = electronPlaces();
  const sample = await sampleVault(places.vaults, places.state, (records) => notes(records, 300, inRecords));
  app = await startElectron(places, { sample });
  // Questions asked by the page itself: what it hears stays in the page, and only counts come out of it.
  await app.inPage(`
    window.asked = (name, question) => new Promise((resolve) => {
      const id = 1e9 + Math.floor(Math.random() * 1e9);
      cordon.listen((message) => message.t === 'answer' && message.id === id && resolve(message.answer));
      cordon.post({ t: 'ask', id, name, question });
    });
    1`);
});
afterAll(() => app?.stop());

/** Where the words are, by the kind of process. */
function scanned(): { readonly kind: string; readonly bytes: number; readonly found: Readonly<Record<string, number>> }[] {
  return processesOf(app.pid).map(({ pid, command }) => {
    const kind = pid === app.pid ? 'main' : command.includes('node.mojom.NodeService') ? 'vault' : (/--type=(\S+)/.exec(command)?.[1] ?? 'other');
    return { kind, ...scanMemory(pid, [inRecords, inDraft, inMain, passphrase]) };
  });
}
const hits = (all: ReturnType<typeof scanned>, kind: string, word: string) => all.filter((one) => one.kind === kind).reduce((sum, one) => sum + (one.found[word] ?? 0), 0);

test('while the vault is open its words are in the page and the vault process, and in no other', async () => {
  const read = await app.inPage(`(async () => {
    const state = await asked('session.state', {});
    await asked('session.open', { vault: state.reply.recent[0].token, passphrase: ${backwards(passphrase)} });
    window.kept = [await asked('records.list', { kind: 'note', limit: 500 }), await asked('records.history', { limit: 200 }), await asked('records.search', { text: 'body' })];
    for (const row of window.kept[0].reply.rows.slice(0, 50)) window.kept.push(await asked('records.get', { number: row.number }));
    await asked('drafts.save', { form: 'note', record: null, body: { title: ${backwards(inDraft)} } });
    document.body.append(window.kept[0].reply.rows.map((row) => row.title).join(' '));
    return window.kept.length;
  })()`);
  expect(read).toBe(53);
  const open = scanned();
  expect(hits(open, 'renderer', inRecords)).toBeGreaterThan(300);
  expect(hits(open, 'vault', inRecords)).toBeGreaterThan(300);
  for (const { kind, found } of open) if (kind !== 'renderer' && kind !== 'vault') expect({ kind, ...found }).toMatchObject({ [inRecords]: 0, [inDraft]: 0, [passphrase]: 0 });
});

test('after locking no process of the app holds a word of the vault or its passphrase, and a planted one is found', async () => {
  const before = processesOf(app.pid).map(({ pid }) => pid);
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  const state = () => Promise.race([app.ask('session.state', {}).catch(() => null), new Promise<null>((resolve) => setTimeout(() => resolve(null), 1_000))]);
  await expect.poll(state, { timeout: 90_000, interval: 200 }).toMatchObject({ ok: true, reply: { phase: 'closed', lockedBecause: 'screen-locked' } });
  // The control: a word kept by main is caught, so that nothing else would have been missed there.
  await app.electron.evaluate((_electron, code) => void Object.assign(globalThis, { planted: (0, eval)(code) as string }), backwards(inMain));

  const locked = scanned();
  const all = locked.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(all).toBeGreaterThan(100_000_000);
  expect(hits(locked, 'main', inMain)).toBeGreaterThan(0);
  expect(processesOf(app.pid).filter(({ pid, command }) => before.includes(pid) && /--type=renderer|NodeService/.test(command))).toEqual([]);
  for (const { kind, found } of locked) expect({ kind, ...found }).toMatchObject({ [inRecords]: 0, [inDraft]: 0, [passphrase]: 0 });
  console.info(`scanned ${locked.length} processes, ${Math.round(all / 1_000_000)} MB: 0 words of the vault; the planted word ${hits(locked, 'main', inMain)} times`);
});
