import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test as always } from 'vitest';
import { takeIn } from '../../main/evidence/intake.ts';
import { sourceOfBytes } from '../../main/evidence/source-file.ts';
import { clock } from '../../main/clock.ts';
import { dist, root } from './built.ts';
import { canaries, scanDeletedFiles, scanFolders, type FilesScanned } from './canaries.ts';
import { scanMemory } from './memory-scan.ts';
import { processesOf } from './processes.ts';
import { sampleVault } from './sample-vault.ts';
import { electronPlaces, noElectron, startElectron, type ElectronApp } from './start-electron.ts';
import { unless } from './unless.ts';
import { long } from '../fault/seeded.ts';

const missing = noElectron();
const test = unless(missing);

/** Words that stand in the vault, or are typed, and that this test never says to the app but backwards. */
const canary = canaries([
  'note title',
  'note text',
  'deadline',
  'party contact',
  'assertion',
  'request',
  'evidence file',
  'decision',
  'removed record',
  'draft',
  'dialog',
  'search typed',
  'passphrase',
]);
const all = Object.values(canary);
const planted = canaries(['planted in main', 'planted in a file']);
const backwards = (word: string) => `${JSON.stringify(word.split('').reverse().join(''))}.split('').reverse().join('')`;

let app: ElectronApp | undefined;
afterEach(async () => {
  await app?.stop();
  app = undefined;
});

/** A vault with every canary in it: many records and long ones, so that what is sorted and searched does not fit in a corner. */
const canaryVault = (vaults: string, state: string) =>
  sampleVault(
    vaults,
    state,
    async (records, vault) => {
      const caseId = (await records.change(null, (writing) => writing.create('case', { caseId: null, fields: { title: 'Sample case' } }))).result.id;
      const filler = 'words that fill a page '.repeat(350);
      await records.changeMany(
        null,
        Array.from({ length: 400 }, (_, index) => index),
        (writing, index) => {
          writing.create('note', { caseId, fields: { title: `${canary['note title'].word} ${index}`, type: 'note', body: `${canary['note text'].word} ${index} ${filler}` } });
        },
      );
      await records.change(null, (writing) => {
        writing.create('deadline', { caseId, fields: { title: canary.deadline.word, method: 'manual', side: 'ours' } });
        writing.create('party', { caseId, fields: { name: 'A party', type: 'company', contact: canary['party contact'].word } });
        writing.create('assertion', { caseId, fields: { statement: canary.assertion.word, type: 'technical_capability' } });
        writing.create('evidence_request', { caseId, fields: { title: 'A request', direction: 'from_government', scope: canary.request.word } });
        writing.create('decision', { caseId, fields: { question: canary.decision.word } });
        const { id } = writing.create('note', { caseId, fields: { title: canary['removed record'].word, type: 'note', body: 'x' } });
        writing.remove(id, 'entered twice');
      });
      const noJobs = () => Promise.reject(new Error('nothing is read here'));
      const source = sourceOfBytes('statement.txt', Buffer.from(`${canary['evidence file'].word} `.repeat(2000)), 0);
      await takeIn({ vault, records, runJob: noJobs, clock }, source, { caseId, readWords: false });
    },
    canary.passphrase.word,
  );

interface Looked {
  /** Files written since the start, and files that nobody can find any more but a process holds open. */
  readonly files: FilesScanned;
  readonly deleted: FilesScanned;
  readonly memory: readonly { readonly kind: string; readonly bytes: number; readonly hits: ReadonlyMap<string, number> }[];
}

/** Unlocks the app as a person does, works in it, and gives what lies about while it is open and 5 s after it was locked. */
async function session(appFolder?: string): Promise<{ open: Looked; locked: Looked }> {
  const since = Date.now();
  const places = electronPlaces();
  const sample = await canaryVault(places.vaults, places.state);
  const running = (app = await startElectron(places, { sample, ...(appFolder !== undefined && { app: appFolder }) }));
  const look = (): Looked => {
    const processes = processesOf(running.pid);
    const kindOf = (pid: number, command: string) =>
      pid === running.pid ? 'main' : command.includes('node.mojom.NodeService') ? 'vault' : (/--type=(\S+)/.exec(command)?.[1] ?? 'other');
    return {
      files: scanFolders([places.folder, os.tmpdir(), '/var/tmp', '/dev/shm'], since, all),
      deleted: scanDeletedFiles(
        processes.map(({ pid }) => pid),
        all,
      ),
      memory: processes.map(({ pid, command }) => ({ kind: kindOf(pid, command), ...scanMemory(pid, [...all, ...Object.values(planted)]) })),
    };
  };
  await expect.poll(() => running.inPage(`document.querySelector('input[type=password]') !== null`), { timeout: 60_000 }).toBe(true);
  // The passphrase goes in as a person's typing does: into the page, and from there to the vault process.
  await running.inPage(`(() => {
    const field = document.querySelector('input[type=password]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${backwards(canary.passphrase.word)});
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.form.requestSubmit();
  })()`);
  await expect.poll(() => running.ask('session.state', {}), { timeout: 90_000, interval: 500 }).toMatchObject({ ok: true, reply: { phase: 'open' } });
  const asked = await running.inPage(`(async () => {
    const asked = (name, question) => new Promise((resolve) => {
      const id = 1e9 + Math.floor(Math.random() * 1e9);
      cordon.listen((message) => message.t === 'answer' && message.id === id && resolve(message.answer));
      cordon.post({ t: 'ask', id, name, question });
    });
    const kept = (window.kept = []);
    const all = await asked('records.list', { kind: 'note', limit: 500 });
    kept.push(all, await asked('records.history', { limit: 200 }));
    for (const kind of ['deadline', 'party', 'assertion', 'evidence_request', 'decision', 'evidence_item']) kept.push(await asked('records.list', { kind, limit: 50 }));
    for (const row of all.reply.rows.slice(0, 30)) kept.push(await asked('records.get', { number: row.number }));
    kept.push(await asked('records.search', { text: ${backwards(canary['search typed'].word)} }), await asked('records.search', { text: 'words', ranked: true }));
    // As known at this moment: tables of the past, which are the largest that a question makes.
    kept.push(await asked('records.search', { text: 'words', asOf: Date.now() }), await asked('records.list', { kind: 'note', limit: 200, asOf: Date.now() }));
    await asked('drafts.save', { form: 'note', record: null, body: { title: ${backwards(canary.draft.word)} } });
    // As a dialog keeps its words, and as the window holds them once it has asked what is unfinished.
    await asked('drafts.save', { form: 'words:remove:', record: '["NOTE-001"]', body: { title: 'Remove NOTE-001?', said: '', from: '', open: true, words: { reason: ${backwards(canary.dialog.word)} } } });
    kept.push(await asked('drafts.all', {}));
    document.body.append(all.reply.rows.map((row) => row.title).join(' '));
    return kept.filter((one) => !one.ok).map((one) => JSON.stringify(one.failure));
  })()`);
  expect(asked).toEqual([]);
  const open = look();
  await running.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  const state = () => Promise.race([running.ask('session.state', {}).catch(() => null), new Promise<null>((resolve) => setTimeout(() => resolve(null), 1_000))]);
  await expect.poll(state, { timeout: 90_000, interval: 200 }).toMatchObject({ ok: true, reply: { phase: 'closed', lockedBecause: 'screen-locked' } });
  // The controls: what main keeps, and what lies in a file, is found, so that nothing else would have been missed there.
  await running.electron.evaluate((_electron, code) => void Object.assign(globalThis, { planted: (0, eval)(code) as string }), backwards(planted['planted in main'].word));
  await new Promise((resolve) => setTimeout(resolve, 5000));
  return { open, locked: look() };
}

const hitsIn = ({ files, deleted, memory }: Looked): string[] => [
  ...files.hits,
  ...deleted.hits,
  ...memory.flatMap(({ kind, hits }) => [...hits].flatMap(([of, count]) => (of.startsWith('planted') ? [] : [`${of} ${count} times in the memory of ${kind}`]))),
];

function tell(what: string, { files, deleted, memory }: Looked): void {
  const mb = (bytes: number) => Math.round(bytes / 1e6);
  const sum = memory.reduce((total, { bytes }) => total + bytes, 0);
  process.stdout.write(
    `${what}: ${files.files} files (${mb(files.bytes)} MB), ${deleted.files} deleted but open, memory of ${memory.length} processes (${mb(sum)} MB), ${all.length} canaries × UTF-8, UTF-16, base64, hex: ${hitsIn({ files, deleted, memory }).length} places\n`,
  );
}

always('a canary is found in every spelling, at every place of a longer text, and across two pieces', async () => {
  const { finder } = await import('./canaries.ts');
  const { word } = canary.draft;
  const spelt = ['', 'x', 'xy'].flatMap((before) => [Buffer.from(`${before}${word}..`).toString('base64'), Buffer.from(`${before}${word}..`, 'utf16le').toString('base64')]);
  for (const text of [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(Buffer.from(word).toString('hex')), ...spelt.map((one) => Buffer.from(one))])
    for (const cut of [0, 5, 20, text.length]) {
      const { look, hits } = finder(all);
      look(Buffer.concat([Buffer.from('before '), text.subarray(0, cut)]));
      look(Buffer.concat([text.subarray(cut), Buffer.from(' after')]));
      expect([...hits]).toEqual([['draft', 1]]);
    }
});

test('while the vault is open its words are in the page and the vault process only; after locking they are nowhere', async () => {
  const { open, locked } = await session();
  tell('while open', { ...open, memory: [] });
  tell('5 s after locking', locked);
  expect([...open.files.hits, ...open.deleted.hits]).toEqual([]);
  const inside = (kind: string) => new Map(open.memory.filter((one) => one.kind === kind).flatMap(({ hits }) => [...hits]));
  expect(inside('renderer').get('note title')).toBeGreaterThan(400);
  expect([...inside('vault').keys()]).toEqual(expect.arrayContaining(['note title', 'note text', 'draft', 'dialog']));
  for (const { kind, hits } of open.memory) if (kind !== 'renderer' && kind !== 'vault') expect([kind, ...hits.keys()]).toEqual([kind]);
  expect(hitsIn(locked)).toEqual([]);
  expect(locked.memory.reduce((sum, { bytes }) => sum + bytes, 0)).toBeGreaterThan(100_000_000);
  expect(new Map(locked.memory.flatMap(({ hits }) => [...hits])).get('planted in main')).toBeGreaterThan(0);
  const bait = path.join(os.tmpdir(), `cordon-bait-${process.pid}`);
  writeFileSync(bait, planted['planted in a file'].word);
  expect(scanFolders([os.tmpdir()], Date.now() - 60_000, Object.values(planted)).hits).toHaveLength(1);
  rmSync(bait);
}, 300_000);

/** A copy of the built app in which one thing is otherwise. */
function spoiled(name: string, file: RegExp, from: RegExp, to: string): string {
  const folder = path.join(app?.folder ?? os.tmpdir(), `cordon-spoiled-${name}-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  cpSync(dist, path.join(folder, 'dist'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  let changed = 0;
  for (const entry of readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (!file.test(entry)) continue;
    const at = path.join(folder, 'dist', entry);
    const text = readFileSync(at, 'utf8');
    if (!from.test(text)) continue;
    changed++;
    writeFileSync(at, text.replace(from, to));
  }
  expect(changed).toBeGreaterThan(0);
  return folder;
}
const inLong = missing ?? (long ? null : 'the builds that leak on purpose are tried where CORDON_LONG is 1');

unless(inLong)(
  'a build that lets the database put temporary tables into files is caught',
  async () => {
    // With the little memory for it that a larger vault would leave: SQLite writes such a file only when its 16 MB are full.
    const folder = spoiled(
      'temp',
      /^(vault-process|database-thread)\/.*\.mjs$/,
      /db\.pragma\((["'`])temp_store=MEMORY\1\)/g,
      'db.pragma("temp_store=FILE"), db.pragma("temp.cache_size=4")',
    );
    const { open } = await session(folder);
    tell('temp_store=FILE, while open', { ...open, memory: [] });
    rmSync(folder, { recursive: true });
    expect([...open.files.hits, ...open.deleted.hits].length).toBeGreaterThan(0);
  },
  300_000,
);

unless(inLong)(
  "a build that keeps its working set in the browser's IndexedDB is caught",
  async () => {
    const folder = spoiled('idb', /^renderer\/assets\/.*\.js$/, /\{indexedDB:new [\w$]+,IDBKeyRange:[\w$]+,/, '{indexedDB:window.indexedDB,IDBKeyRange:window.IDBKeyRange,');
    const { locked } = await session(folder);
    tell('IndexedDB, after locking', locked);
    rmSync(folder, { recursive: true });
    expect(hitsIn(locked).length).toBeGreaterThan(0);
  },
  300_000,
);
