import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { vaultDesk, type VaultDesk } from '../../main/bridge/vault-desk.ts';
import { asking } from '../../renderer/ask.ts';
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { firstSettings } from '../../shared/contract/settings.ts';
import type { VaultEnd, WindowEnd } from '../../shared/contract/wire.ts';
import type { Answer } from '../../shared/failure/failure.ts';
import { filesOf, filledVault, ground, passphrase } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { long, printTable, seed, seeded } from './seeded.ts';
import { typedJunk } from './typed-junk.ts';
import { clock } from './work.ts';

const at = ground();
afterAll(() => at.clear());

/** What a page may be told before anybody has unlocked: what this computer is set to, which vaults there are, the law that ships with the program, and that its own bytes came. */
const beforeUnlocking = new Set(
  `session.state session.choosePlace session.chooseVault session.chooseBackup settings.read settings.save deadline.rules deadline.compute
  dates.read evidence.chunk evidence.chooseFiles session.sealed`.split(/\s+/),
);
/** Not asked: they end the session that is attacked, or are meant to make a vault. */
const apart = new Set(['session.lock', 'session.create', 'session.restore', 'session.openWithRecovery', 'session.recover', 'vault.takeUp']);

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
      vaults: readdirSync(home).flatMap((name) => (name.endsWith('.cordon') ? [{ path: path.join(home, name), name: name.slice(0, -7), openedAt: null }] : [])),
    }),
    'place.saveAs': () => ({ path: path.join(outbox, `saved ${saved++}`), available: true }),
    'place.chooseFiles': () => ({ paths: [], available: false }),
    'place.chooseVault': () => ({ path: null, available: true }),
    'place.chooseFolder': () => ({ path: null, available: true }),
    'place.chooseBackup': () => ({ path: null, available: true }),
    'place.dragOut': () => ({ begun: true }),
    'settings.read': () => ({ ...firstSettings, reminders: 'off' }),
    'reminder.last': () => ({ day: null }),
    'reminder.show': () => ({ shown: false }),
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
  const rounds = long ? 10 : 4;
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
