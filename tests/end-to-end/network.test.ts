import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { dist, root } from './built.ts';
import { internetSockets, processesOf } from './processes.ts';
import { notes, passphrase, sampleVault } from './sample-vault.ts';
import { electronPlaces, noElectron, runElectron } from './start-electron.ts';
import { unless } from './unless.ts';

const missing = noElectron() ?? (spawnSync('which', ['strace']).status === 0 ? null : 'no strace is installed');
const test = unless(missing);

/** What the page does by itself: opens the vault, works in it, locks it. */
const journey = `
const ask = (name, question = {}) => new Promise((resolve) => {
  const id = 1e9 + Math.floor(Math.random() * 1e9);
  cordon.listen((message) => message.t === 'answer' && message.id === id && resolve(message.answer));
  cordon.post({ t: 'ask', id, name, question });
});
const state = (await ask('session.state')).reply;
if (state.lockedBecause === null) {
  await ask('session.open', { vault: state.recent[0].token, passphrase: ${JSON.stringify(passphrase)} });
  const field = document.body.appendChild(document.createElement('textarea'));
  field.focus();
  document.execCommand('insertText', false, 'a misspeled word for the speling checker');
  await ask('records.create', { kind: 'note', caseId: null, fields: { title: 'from the journey', type: 'note', body: 'https://example.org/' } });
  await ask('records.search', { text: 'ord' });
  await ask('vault.verify');
  fetch('https://example.org/').catch(() => {});
  new Image().src = 'https://example.org/a.png';
  location.href = 'https://example.org/';
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await ask('session.lock', { because: 'asked' });
}
`;

/** The built app with the journey beside its own page code: main, preload and vault process are the product's. */
function appOnAJourney(folder: string): string {
  const app = path.join(folder, 'app');
  mkdirSync(app);
  cpSync(dist, path.join(app, 'dist'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(app, 'package.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(app, 'node_modules'));
  const page = path.join(app, 'dist', 'renderer', 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('</body>', '<script type="module" src="./journey.js"></script></body>'));
  writeFileSync(path.join(app, 'dist', 'renderer', 'journey.js'), journey);
  chmodSync(app, 0o755);
  return app;
}

/**
 * A call that goes out or could be reached: a stream or raw socket made, any socket of the internet bound, connected or sent to. Chromium also makes
 * datagram sockets that are given no address: it asks the kernel for the network cards by them, and nothing leaves.
 */
const reaches = /socket\((AF|PF)_INET6?, SOCK_(STREAM|RAW|SEQPACKET)|socket\((AF|PF)_PACKET|\b(bind|connect|sendto|sendmsg|sendmmsg)\(.*sa_family=AF_(INET6?|PACKET)/;

interface Watched {
  /** Every call that reaches, as strace wrote it. */
  readonly calls: string[];
  readonly held: string[];
  readonly traced: number;
  readonly locked: boolean;
}

/** Runs the app through its journey under strace, looking at its sockets all the while. */
async function watch(args: readonly string[]): Promise<Watched> {
  const places = electronPlaces();
  const sample = await sampleVault(places.vaults, places.state, (records) => notes(records, 20, 'ordinary'));
  const log = path.join(places.folder, 'home', 'strace.txt');
  const app = await runElectron(places, { args, sample, app: appOnAJourney(places.folder), around: ['strace', '-f', '-qq', '-e', 'trace=%network', '-o', log] });
  const held = new Set<string>();
  const vaults = new Set<number>();
  const until = Date.now() + 150_000;
  try {
    // The second vault process is the one of the unlock page after the lock.
    for (let after = 0; Date.now() < until && after < 10; ) {
      const all = processesOf(app.pid);
      for (const { pid, command } of all) if (command.includes('node.mojom.NodeService')) vaults.add(pid);
      for (const socket of internetSockets(all.map(({ pid }) => pid))) held.add(socket);
      if (vaults.size > 1) after++;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
    return { calls: lines.filter((line) => reaches.test(line)), held: [...held], traced: lines.length, locked: vaults.size > 1 };
  } finally {
    await app.stop();
  }
}

test('from opening through work to locking the app sends no packet, connects nowhere and listens on no port', async () => {
  const { calls, held, traced, locked } = await watch([]);
  expect(locked).toBe(true);
  expect(traced).toBeGreaterThan(100);
  expect(calls).toEqual([]);
  expect(held).toEqual([]);
});

test('the same look catches an app that opens a port', async () => {
  const { calls, held } = await watch(['--remote-debugging-port=0']);
  expect(calls.some((line) => line.includes('bind('))).toBe(true);
  expect(held.length).toBeGreaterThan(0);
});
