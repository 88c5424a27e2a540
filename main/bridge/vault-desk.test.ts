import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { Contract } from '../../shared/contract/contract.ts';
import type { LockReason } from '../../shared/contract/host.ts';
import type { VaultEnd, WindowEnd } from '../../shared/contract/wire.ts';
import { asking } from '../../renderer/ask.ts';
import type { RunJob } from '../jobs/run-job.ts';
import { vaultDesk, type VaultDesk } from './vault-desk.ts';

const base = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'cordon-desk-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const passphrase = 'correct horse battery staple';
/** Two seconds in the product. */
const workMs = 300;
const out = (name: string) => path.join(base, name);

/** Two ends of a channel in this process; what one posts the other hears a turn later, as over a port. */
function channel(): { vault: VaultEnd; window: WindowEnd } {
  const heard: { vault?: (message: unknown) => void; window?: (message: never) => void } = {};
  return {
    vault: {
      post: (message) => setImmediate(() => heard.window?.(structuredClone(message) as never)),
      listen: (listener) => {
        heard.vault = listener;
      },
    },
    window: {
      post: (message) => setImmediate(() => heard.vault?.(structuredClone(message))),
      listen: (listener) => {
        heard.window = listener;
      },
    },
  };
}

interface Process {
  readonly desk: VaultDesk;
  readonly ask: ReturnType<typeof asking<Contract>>['ask'];
  readonly hear: ReturnType<typeof asking<Contract>>['hear'];
  readonly told: string[];
}
const finished = { head: { pages: 1, sha256: '', substituted: 0 }, bytes: [new Uint8Array(8)] };

/** Every vault of a folder, as a host lists what it found by itself. */
const recentIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.cordon'))
    .map((name) => path.join(folder, name))
    .map((found) => ({ key: found, id: null, path: found, folder: null, openedAt: null, pinned: false, listed: false }));

/** A vault process as its host starts it: one vault in its life. */
function start(runJob: RunJob = () => Promise.resolve(finished), lockedBecause: LockReason | null = null): Process {
  const told: string[] = [];
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const clock = () => ({ instant: Date.now(), zone: 'UTC' });
  const answers: Readonly<Record<string, unknown>> = {
    'recent.list': { vaults: recentIn(base), namesHidden: false },
    'place.saveAs': { path: out('sheet.pdf'), available: true },
  };
  const desk = vaultDesk({
    host: 'chromium',
    build: 'test',
    region: 'en-US',
    clock,
    random,
    lockedBecause,
    vaultsFolder: base,
    // Proof of the cast: exactly what these tests make the handlers ask of a host.
    line: { ask: (name: string) => (told.push(name), Promise.resolve(answers[name] ?? {})) } as never,
    runJob,
    checkReplies: true,
    workMs,
    fault: (bug) => {
      throw bug;
    },
    vaultSetting: { clock, random, stateFolder: path.join(base, 'state'), kdf: { memoryMiB: 64, passes: 3 } },
  });
  const { vault, window } = channel();
  desk.connect(vault);
  return { desk, told, ...asking<Contract>(window) };
}

async function made(name: string, process = start()): Promise<Process & { words: string[] }> {
  const answer = await process.ask('session.create', { place: null, name, person: 'Ada Reyes', passphrase });
  return { ...process, words: answer.ok ? answer.reply.words : expect.unreachable() };
}
async function opened(name: string, process = start()): Promise<Process> {
  const state = await process.ask('session.state', {});
  const token = state.ok ? state.reply.recent.find((vault) => vault.name === name)?.token : undefined;
  expect(await process.ask('session.open', { vault: token ?? '', passphrase })).toMatchObject({ ok: true });
  return process;
}
const recovery = async ({ ask }: Process) => {
  const state = await ask('session.state', {});
  return state.ok ? state.reply.vault?.recovery : expect.unreachable();
};

test('that the recovery words were typed back holds across sessions, and so does that they were not', async () => {
  const first = await made('Sheet');
  expect(await first.ask('session.confirmRecovery', { words: [{ at: 0, word: 'zzz' }] })).toMatchObject({ ok: false, failure: { code: 'wrong-recovery-key' } });
  await first.desk.lock('asked');
  const second = await opened('Sheet');
  expect(await recovery(second)).toMatchObject({ confirmedAt: null });
  // Some of the words do only where they were made: later, all of them have to open the vault's own lock.
  expect(await second.ask('session.confirmRecovery', { words: [{ at: 3, word: first.words[3] ?? '' }] })).toMatchObject({ ok: false });
  expect(await second.ask('recovery.confirm', { words: first.words })).toMatchObject({ ok: true, reply: { recovery: { confirmedAt: expect.any(Number) } } });
  await second.desk.lock('asked');
  const third = await opened('Sheet');
  expect(await recovery(third)).toMatchObject({ confirmedAt: expect.any(Number) });
  const renewed = await third.ask('recovery.renew', {});
  const words = renewed.ok ? renewed.reply.words : expect.unreachable();
  expect(await recovery(third)).toMatchObject({ confirmedAt: null });
  expect(await third.ask('session.confirmRecovery', { words: [4, 9].map((at) => ({ at, word: words[at] ?? '' })) })).toMatchObject({ ok: true });
  expect(await recovery(third)).toMatchObject({ confirmedAt: expect.any(Number) });
  await third.desk.lock('asked');
});

test('what a killed restore had left beside the vault is taken away at opening, and the window is told', async () => {
  const first = await made('Beside');
  await first.desk.lock('asked');
  const left = path.join(base, 'Beside.cordon.00aa11bb.tmp');
  mkdirSync(left);
  writeFileSync(path.join(left, 'lock'), '');
  const second = await opened('Beside');
  expect(await second.ask('session.state', {})).toMatchObject({ reply: { vault: { clearedAway: ['Beside.cordon.00aa11bb.tmp'], clock: null } } });
  expect(existsSync(left)).toBe(false);
  await second.desk.lock('asked');
});

test('the recovery key opens nothing to the window before somebody has a new passphrase', async () => {
  const { desk, words } = await made('Lost');
  await desk.lock('asked');
  const { ask, told, desk: found } = start();
  const state = await ask('session.state', {});
  const token = state.ok ? state.reply.recent.find((vault) => vault.name === 'Lost')?.token : undefined;
  const answer = await ask('session.openWithRecovery', { vault: token ?? '', words });
  expect(answer).toMatchObject({ ok: true, reply: { phase: 'closed', vault: null, recovering: { name: 'Lost', people: ['Ada Reyes'] } } });
  expect(told).toContain('session.opened');
  for (const work of [ask('records.list', {}), ask('people.list', {}), ask('recovery.renew', {}), ask('vault.verify', {})])
    expect(await work).toMatchObject({ ok: false, failure: { code: 'vault-locked' } });
  expect(await ask('session.open', { vault: token ?? '', passphrase })).toMatchObject({ ok: false, failure: { code: 'misuse' } });
  expect(await ask('session.recover', { person: 'Ada Reyes', passphrase: 'short' })).toMatchObject({ ok: false, failure: { code: 'passphrase-too-weak' } });
  expect(await ask('session.recover', { person: 'Ada Reyes', passphrase: 'a wholly new passphrase' })).toMatchObject({
    ok: true,
    reply: { phase: 'open', recovering: null, vault: { person: 'Ada Reyes', readOnly: null } },
  });
  expect(await ask('people.list', {})).toMatchObject({ ok: true, reply: { people: [{ state: 'former' }, { state: 'recovery' }, { name: 'Ada Reyes', state: 'person' }] } });
  await found.lock('asked');
});

test('people are added and changed from the window, and a wrong passphrase of now changes nothing', async () => {
  const { ask, desk } = await made('Team');
  const added = await ask('people.add', { name: 'Ben Ode', passphrase: 'a passphrase of his own', compartments: [] });
  const ben = added.ok ? added.reply.people.find(({ name }) => name === 'Ben Ode') : undefined;
  expect(ben).toMatchObject({ state: 'person', compartments: [] });
  const slot = ben?.slot ?? '';
  expect(await ask('people.grant', { slot, compartment: 'people' })).toMatchObject({ ok: true });
  expect(await ask('people.revoke', { slot, compartment: 'people' })).toMatchObject({ ok: true });
  expect(await ask('people.rename', { slot, name: 'Ada Reyes' })).toMatchObject({ ok: false, failure: { code: 'misuse' } });
  expect(await ask('people.remove', { slot })).toMatchObject({ ok: true });
  expect(await ask('people.changePassphrase', { current: 'not this one', passphrase: 'another passphrase' })).toMatchObject({ ok: false, failure: { code: 'wrong-passphrase' } });
  await desk.lock('asked');
  await (await opened('Team')).desk.lock('asked');
});

test('an idle lock waits for work that runs, and what it made is whole', async () => {
  const { ask, desk, words } = await made(
    'Idle',
    start(() => wait(400).then(() => finished)),
  );
  const sheet = ask('recovery.sheet', { words });
  await wait(50);
  await desk.lock('idle');
  expect(await sheet).toMatchObject({ ok: true, reply: { savedAs: 'sheet.pdf' } });
  expect(existsSync(out('sheet.pdf'))).toBe(true);
  rmSync(out('sheet.pdf'));
});

test.each(['asked', 'suspended'] as const)('a lock that was %s gives work its grace, then stops it and leaves nothing half made', async (because) => {
  const endless: RunJob = (_entry, _message, { signal }) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('stopped'))));
  const { ask, desk, words } = await made(`Busy ${because}`, start(endless));
  void ask('recovery.sheet', { words });
  await wait(50);
  const from = Date.now();
  await desk.lock(because);
  expect(Date.now() - from).toBeGreaterThan(workMs - 20);
  expect(Date.now() - from).toBeLessThan(workMs + 2_000);
  expect(readdirSync(base).filter((name) => name.startsWith('sheet'))).toEqual([]);
  await (await opened(`Busy ${because}`)).desk.lock('asked');
});

test('what is printed is on record before the window is told, and as not delivered where nobody printed it', async () => {
  const { ask, hear, desk, words, told } = await made('Printed');
  const outcomes = [false, true];
  const print = '5b0c7d4e-8f1a-4c2b-9d3e-6a7b8c9d0e1f';
  const onRecord: unknown[] = [];
  const releases = async () => {
    const listed = await ask('records.list', { kind: 'release' });
    return listed.ok ? listed.reply.rows.map((row) => row.state).sort() : [];
  };
  const printing = async (ready: unknown) => {
    onRecord.push(ready, await releases());
    await ask('print.ended', { print, printed: outcomes.shift() ?? false, why: null });
  };
  hear('print.ready', (ready) => void printing(ready));
  expect(await ask('recovery.sheet', { words, print })).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(await ask('recovery.sheet', { words, print })).toMatchObject({ ok: true });
  expect(onRecord).toEqual([{ print }, ['released'], { print }, ['not_delivered', 'released']]);
  expect(await releases()).toEqual(['not_delivered', 'released']);
  expect(told).not.toContain('place.saveAs');
  // Nothing of it is left to be asked for, by whatever window.
  expect(await ask('print.page', { print, page: 1 })).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  await desk.lock('asked');
});

test('what was typed for a work that ends while the vault locks is not told as unfinished', async () => {
  const { ask, hear, desk, words } = await made(
    'Ending',
    start(() => wait(200).then(() => finished)),
  );
  await ask('drafts.save', { form: 'note', record: null, body: { title: 'why it is done' } });
  hear('session.locking', () => void ask('session.sealed', {}));
  // The window lets go of it when it has its answer, and is not the fastest.
  void ask('recovery.sheet', { words })
    .then(() => wait(30))
    .then(() => ask('drafts.discard', { form: 'note', record: null }));
  await wait(20);
  await desk.lock('suspended');
  const again = await opened('Ending');
  expect(await again.ask('drafts.read', { form: 'note', record: null })).toMatchObject({ ok: true, reply: null });
  await again.desk.lock('asked');
  rmSync(out('sheet.pdf'));
});

test('what was being typed when the vault locks is sealed in it and comes back', async () => {
  const { ask, hear, desk } = await made('Typing');
  hear('session.locking', () => void ask('drafts.save', { form: 'note', record: null, body: { title: 'half a thought' } }));
  await desk.lock('suspended');
  const again = await opened('Typing', start(undefined, 'suspended'));
  expect(await again.ask('drafts.read', { form: 'note', record: null })).toMatchObject({ ok: true, reply: { body: { title: 'half a thought' } } });
  expect(await again.ask('session.state', {})).toMatchObject({ ok: true, reply: { lockedBecause: 'suspended' } });
  await again.desk.lock('asked');
});
