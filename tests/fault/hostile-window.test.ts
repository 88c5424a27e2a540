import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { memoryUsage as processMemory } from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { vaultDesk, type VaultDesk } from '../../main/bridge/vault-desk.ts';
import { asking } from '../../renderer/ask.ts';
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { firstSettings } from '../../shared/contract/settings.ts';
import type { VaultEnd, WindowEnd } from '../../shared/contract/wire.ts';
import type { Answer } from '../../shared/failure/failure.ts';
import { filesOf, filledVault, ground, passphrase } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { entire, long, printTable, seed, seeded } from './seeded.ts';
import { typedJunk } from './typed-junk.ts';
import { clock } from './work.ts';

const at = ground();
afterAll(() => at.clear());

/** What a page may be told before anybody has unlocked: what this computer is set to, which vaults there are, the law that ships with the program, and what the program is and what went wrong in it. */
const beforeUnlocking = new Set(
  `session.state session.choosePlace session.chooseVault session.changeListed session.findVault session.showVault session.chooseBackup settings.read settings.save settings.fixed window.act deadline.rules deadline.compute
  dates.read evidence.chooseFiles session.sealed
  diagnostics.read faults.tell`.split(/\s+/),
);
/** Asked by themselves, below: they end the session that is attacked, or are meant to make a vault. */
const apart = new Set(['sample.open', 'session.lock', 'session.create', 'session.restore', 'session.openWithRecovery', 'session.recover', 'vault.takeUp']);

interface Attacked {
  readonly desk: VaultDesk;
  readonly window: WindowEnd;
  readonly ask: (name: string, question: unknown) => Promise<Answer<unknown>>;
  readonly faults: string[];
}

/** A vault process as its host starts it, and a window that says whatever it likes. Everything saved goes to `outbox`. */
function start(home: string, outbox: string): Attacked {
  const faults: string[] = [];
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  let saved = 0;
  const answers: Readonly<Record<string, () => unknown>> = {
    'recent.list': () => ({
      vaults: readdirSync(home)
        .filter((name) => name.endsWith('.cordon'))
        .map((name) => path.join(home, name))
        .map((found) => ({ key: found, id: null, path: found, folder: null, openedAt: null, pinned: false, listed: false })),
      namesHidden: false,
    }),
    'recent.show': () => ({ shown: false }),
    'place.saveAs': () => ({ path: path.join(outbox, `saved ${saved++}`), available: true }),
    'place.chooseFiles': () => ({ paths: [], available: false }),
    'place.chooseVault': () => ({ path: null, available: true }),
    'place.chooseFolder': () => ({ path: null, available: true }),
    'place.chooseBackup': () => ({ path: null, available: true }),
    'place.dragOut': () => ({ begun: true }),
    'window.act': () => ({ done: true }),
    'settings.fixed': () => ({ fixed: [], damaged: false }),
    'settings.read': () => ({ ...firstSettings, reminders: 'off' }),
    'reminder.last': () => ({ told: null }),
    'reminder.show': () => ({ shown: false }),
    'diagnostics.read': () => ({ versions: [], startedAt: 0, requests: { served: 0, refused: 0 }, places: { state: null, vaults: null }, faults: [] }),
  };
  const desk = vaultDesk({
    host: 'chromium',
    build: 'test',
    region: 'en-US',
    clock,
    random,
    lockedBecause: null,
    vaultsFolder: home,
    // Proof of the cast: exactly what the handlers ask of a host.
    line: { ask: (name: string) => Promise.resolve(answers[name]?.() ?? {}) } as never,
    runJob: () => Promise.resolve({ head: { pages: 1, sha256: '', substituted: 0 }, bytes: [new Uint8Array(8)] }),
    checkReplies: true,
    workMs: 300,
    fault: (bug, name) => {
      faults.push(`${name}: ${bug instanceof Error ? (bug.stack ?? bug.message).split('\n').slice(0, 4).join(' | ') : String(bug)}`);
      return 'reference';
    },
    vaultSetting: { ...at.setting(), random },
  });
  const heard: { vault?: (message: unknown) => void; window?: (message: never) => void } = {};
  const vault: VaultEnd = {
    post: (message) => setImmediate(() => heard.window?.(structuredClone(message) as never)),
    listen: (listener) => void (heard.vault = listener),
  };
  const window: WindowEnd = {
    post: (message) => setImmediate(() => heard.vault?.(structuredClone(message))),
    listen: (listener) => void (heard.window = listener),
  };
  desk.connect(vault);
  const { ask } = asking<Contract>(window);
  // Proof of the cast: this window asks what no honest one would.
  return { desk, window, faults, ask: ask as unknown as Attacked['ask'] };
}

const home = path.join(at.path, 'home');
const outbox = path.join(at.path, 'outbox');
for (const folder of [home, outbox]) mkdirSync(folder);
const outside = path.join(at.path, 'secret.txt');
writeFileSync(outside, 'a file that nobody granted');
const names = Object.keys(contract) as (keyof Contract)[];

test(`a window taken over by script that asks anything of the right shape: refused as data, told nothing before unlocking, no fault, nothing outside the vault (seed ${seed})`, async () => {
  const made = await filledVault({ ...at, path: home }, 'Attacked');
  const numbers = made.records
    .reading()
    .all('deadline')
    .map(({ number }) => number);
  const ids = [...made.records.reading().all('order'), ...made.records.reading().all('evidence_item')].flatMap(({ id, number }) => [id, number]);
  await made.close();
  const before = filesOf(at.path).filter((name) => !name.startsWith('home/Attacked.cordon') && !name.startsWith('state/'));
  const process = start(home, outbox);
  const random = seeded(seed);
  const junk = typedJunk(random, [...numbers.slice(0, 3), ...ids.slice(0, 6), 'note', 'deadline', 'order', 'people', 'counsel', outside, home]);
  const codes = new Map<string, number>();
  const told: string[] = [];
  const count = (answer: Answer<unknown>) => {
    const code = answer.ok ? 'answered' : answer.failure.code;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    return answer;
  };

  // Before anybody has unlocked.
  for (const name of names)
    for (let round = 0; round < 3; round++) {
      if (apart.has(name)) continue;
      const answer = count(await process.ask(name, junk(contract[name].question)));
      if (answer.ok && !beforeUnlocking.has(name)) told.push(`${name}: ${JSON.stringify(answer.reply).slice(0, 100)}`);
      if (!answer.ok && answer.failure.code === 'unexpected') told.push(`${name}: unexpected`);
    }
  expect([told, process.faults]).toEqual([[], []]);

  const state = await process.ask('session.state', {});
  // Proof of the cast: the reply was parsed by its own parser.
  const { recent } = (state.ok ? state.reply : {}) as { recent: { token: string }[] };
  expect(await process.ask('session.open', { vault: recent[0]?.token, passphrase })).toMatchObject({ ok: true });
  const rounds = entire ? 10 : long ? 7 : 4;
  let asked = 0;
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      // With a key of one's own, who opens the vault can be changed: not by junk.
      if (apart.has(name) || name === 'people.changePassphrase') continue;
      asked++;
      const stop = new AbortController();
      const answer = count(await process.ask(name, junk(contract[name].question)));
      stop.abort();
      if (JSON.stringify(answer).includes('a file that nobody granted')) told.push(`${name} told of a file that nobody granted`);
    }
  expect([told, process.faults]).toEqual([[], []]);
  expect(Object.hasOwn({}, 'polluted') || Reflect.get({}, 'polluted')).toBeFalsy();
  // It still answers.
  expect(await process.ask('records.list', {})).toMatchObject({ ok: true });
  await process.desk.lock('asked');
  expect(await process.ask('records.list', {})).toMatchObject({ ok: false });
  expect(await cordonVerify(at, path.join(home, 'Attacked.cordon'), 'here')).toMatchObject({ exit: 0, findings: [] });
  const after = filesOf(at.path).filter((name) => !name.startsWith('home/Attacked.cordon') && !name.startsWith('state/') && !name.startsWith('outbox/'));
  expect(after).toEqual(before);
  printTable(
    `${asked} questions of an open vault and ${3 * names.length} of a locked one, seed ${seed}: 0 faults, 0 answers before unlocking`,
    [...codes].toSorted(([, a], [, b]) => b - a).map(([answer, times]) => ({ answer, times })),
  );
}, 600_000);

test('what is no message, an unknown operation, a number used twice, a flood: each is answered as data or not at all, and the next honest question is answered', async () => {
  const process = start(home, outbox);
  const answers: unknown[] = [];
  const { window } = process;
  const said: readonly unknown[] = [
    undefined,
    null,
    1,
    'ask',
    [],
    {},
    { t: 'ask' },
    { t: 'ask', id: 'x', name: 1 },
    { t: 'cancel', id: 99 },
    { t: 'answer', id: 1, answer: { ok: true } },
    { t: 'line-reply', id: 1, reply: {} },
    { t: 'start' },
    { t: 'window-open' },
  ];
  // Proof of the cast: this window says what no honest one would.
  const post = window.post as (message: unknown) => void;
  for (const message of said) post(message);
  const heard = (message: unknown) => void answers.push(message);
  window.listen(heard);
  for (const name of ['constructor', '__proto__', 'toString', 'grant', 'start', 'lock', 'job.start', 'place.saveAs', '']) post({ t: 'ask', id: 7, name, question: {} });
  for (let count = 0; count < 5000; count++) post({ t: 'ask', id: count % 3, name: 'session.state', question: {} });
  post({ t: 'ask', id: 8, name: 'x'.repeat(65), question: {} });
  post({ t: 'ask', id: 9, name: 'settings.read', question: { more: 1 } });
  post({ t: 'ask', id: 10, name: 'settings.read', question: {} });
  await expect.poll(() => answers.length, { timeout: 60_000 }).toBe(9 + 5000 + 2);
  // Proof of the cast: what `serve` posts.
  const all = answers as { id: number; answer: Answer<unknown> }[];
  expect(all.filter(({ id }) => id === 7).map(({ answer }) => !answer.ok && answer.failure.code)).toEqual(Array.from({ length: 9 }, () => 'question-malformed'));
  expect(all.find(({ id }) => id === 9)?.answer).toMatchObject({ ok: false, failure: { code: 'question-malformed' } });
  expect(all.find(({ id }) => id === 10)?.answer).toMatchObject({ ok: true });
  expect(process.faults).toEqual([]);
  expect(existsSync(outside)).toBe(true);
}, 120_000);

test(`opening, making, restoring, recovering, taking up and locking, asked with junk: refused as data, nothing is touched that was there, nothing is made elsewhere (seed ${seed})`, async () => {
  const place = path.join(at.path, 'doors');
  mkdirSync(place);
  const made = await filledVault({ ...at, path: place }, 'Doors');
  const { folder } = made;
  await made.close();
  const outsideHome = () => filesOf(at.path).filter((name) => !/^(doors|state|home|outbox)[/]/.test(name));
  const [before, vaultBefore] = [outsideHome(), digests(folder)];
  const random = seeded(seed);
  const codes = new Map<string, number>();
  const count = (answer: Answer<unknown>) => {
    const code = answer.ok ? 'answered' : answer.failure.code;
    codes.set(code, (codes.get(code) ?? 0) + 1);
    return code;
  };
  let process = start(place, outbox);
  const recentOf = async () => {
    const state = await process.ask('session.state', {});
    // Proof of the cast: the reply was parsed by its own parser.
    return (state.ok ? state.reply : {}) as { phase: string; recent: { token: string }[] };
  };
  const junkWith = (tokens: readonly string[]) => typedJunk(random, [...tokens, passphrase, '../out', '..', path.basename(folder), outside, 'abandon']);
  const doors = ['session.create', 'session.restore', 'session.openWithRecovery', 'session.recover', 'vault.takeUp', 'session.open'] as const;
  const rounds = entire ? 60 : long ? 30 : 12;
  for (let round = 0; round < rounds; round++) {
    const { phase, recent } = await recentOf();
    // A vault that junk has made, or opened, is let go; a process opens one in its life.
    if (phase !== 'closed') {
      await process.desk.lock('asked');
      expect(process.faults).toEqual([]);
      process = start(place, outbox);
      continue;
    }
    const junk = junkWith(recent.map(({ token }) => token));
    for (const name of doors) expect(count(await process.ask(name, junk(contract[name].question))), name).not.toBe('unexpected');
  }
  expect(process.faults).toEqual([]);
  expect(digests(folder)).toEqual(vaultBefore);
  await process.desk.lock('asked');

  // In an open vault none of them does anything, and a lock asks the host, which is not this process.
  process = start(place, outbox);
  const { recent } = await recentOf();
  const tokens = recent.map(({ token }) => token);
  const states = await Promise.all(tokens.map((vault) => process.ask('session.open', { vault, passphrase })));
  expect(states.filter(({ ok }) => ok)).toHaveLength(1);
  const junk = junkWith(tokens);
  for (let round = 0; round < rounds; round++)
    for (const name of [...doors, 'session.lock'] as const) {
      const code = count(await process.ask(name, junk(contract[name].question)));
      expect(code === 'answered' ? name : 'session.lock').toBe('session.lock');
      expect(code, name).not.toBe('unexpected');
    }
  expect(await process.ask('records.list', {})).toMatchObject({ ok: true });
  await process.desk.lock('asked');
  expect(process.faults).toEqual([]);
  expect(outsideHome()).toEqual(before);
  expect(await cordonVerify(at, folder, 'here')).toMatchObject({ exit: 0, findings: [] });
  printTable(
    `opening, making, restoring, recovering, taking up, locking: ${rounds} rounds closed and open, seed ${seed}`,
    [...codes].toSorted(([, a], [, b]) => b - a).map(([answer, times]) => ({ answer, times })),
  );
}, 300_000);

test('a window taken over by script that hands over more and more files: little memory is taken, nothing of them is readable on the disk, and the next honest file is taken in', async () => {
  const place = path.join(at.path, 'handed');
  mkdirSync(place);
  const live = await filledVault({ ...at, path: place }, 'Handed');
  const caseId = live.records.reading().all('case')[0]?.id ?? '';
  await live.close();
  const process = start(place, outbox);
  const state = await process.ask('session.state', {});
  // Proof of the cast: the reply was parsed by its own parser.
  const { recent } = (state.ok ? state.reply : {}) as { recent: { token: string }[] };
  expect(await process.ask('session.open', { vault: recent[0]?.token, passphrase })).toMatchObject({ ok: true });
  const piece = new Uint8Array(4 * 1_048_576).fill(0x71);
  const chunk = (upload: string, sent: number, bytes: Uint8Array, end: boolean) => process.ask('evidence.chunk', { upload, name: `${upload}.bin`, at: sent, bytes, end });
  const megabytes = entire ? 2000 : long ? 1000 : 300;
  const before = memory();
  let [peak, kept] = [0, 0];
  // Eight at a time, half of which come to an end and are never taken in.
  for (let sent = 0, round = 0; sent < megabytes; round++)
    for (let at = 0; at < 10; at++, sent += 32) {
      const answers = [];
      for (const one of Array.from({ length: 8 }, (_, index) => index)) answers.push(chunk(`u${round}-${one}`, at * piece.length, piece, at === 9 && one % 2 === 0));
      for (const answer of await Promise.all(answers)) kept += answer.ok && answer.reply !== null ? 1 : 0;
      peak = Math.max(peak, memory() - before);
    }
  // Without waiting for anything, and pieces that no honest window would send.
  const flood = await Promise.all(Array.from({ length: 400 }, (_, index) => chunk(`f${index % 40}`, (index % 3) * 1000, piece.slice(0, 1000), index % 5 === 0)));
  expect(flood.some(({ ok }) => !ok)).toBe(true);
  expect(await chunk('big', 0, new Uint8Array(5 * 1_048_576), true)).toMatchObject({ ok: false, failure: { code: 'misuse' } });
  const folder = path.join(place, 'Handed.cordon');
  for (const name of readdirSync(folder))
    if (name.startsWith('staged-')) expect(readFileSync(path.join(folder, name)).subarray(0, 200_000).includes('qqqqqqqqqqqqqqqq')).toBe(false);
  const honest = await chunk('honest', 0, new TextEncoder().encode('Served on 12 June.'), true);
  // Proof of the cast: the reply was parsed by its own parser.
  const token = honest.ok ? (honest.reply as { token: string }).token : '';
  expect(await process.ask('evidence.intake', { caseId, files: [token], reasonWithoutSecondOpener: 'a proof' })).toMatchObject({
    ok: true,
    reply: { files: [{ name: 'honest.bin', bytes: 18, failure: null }] },
  });
  expect(kept).toBeGreaterThan(3);
  expect(peak).toBeLessThan(250 * 1_048_576);
  await process.desk.lock('asked');
  expect(process.faults).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.startsWith('staged-'))).toEqual([]);
  expect(await cordonVerify(at, folder, 'here')).toMatchObject({ exit: 0, findings: [] });
  printTable('files handed over by a window taken over', [{ megabytes, 'never taken in': kept, 'most memory besides, MiB': Math.round(peak / 1_048_576) }]);
}, 300_000);

/** Bytes that this process holds outside its program. */
function memory(): number {
  const { heapUsed, external } = processMemory();
  return heapUsed + external;
}
const digests = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesOf(folder)
      // Whoever is asked to open takes the lock, and lets it go.
      .filter((name) => name !== 'lock')
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex'),
      ]),
  );
