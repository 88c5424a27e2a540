import '../fakes/counted-once.ts';
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareRow } from '../../main/records/compare-row.ts';
import { openDatabase } from '../../main/vault/database.ts';
import { sha256 } from '../../main/vault/merkle.ts';
import { otherBytes, plainPages } from '../../main/vault/plain-pages.test-support.ts';
import { restoreBackup } from '../../main/vault/restore.ts';
import { shapeOf } from '../../main/vault/shape.ts';
import { unlock } from '../../main/vault/unlock.ts';
import { openVault } from '../../main/vault/vault.ts';
import { upgraded } from '../../shared/records/upgrade.ts';
import { backToShapeOne, nextShape } from './next-shape.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { bytesOf } from '../../main/vault/test-vault.ts';
import { filledVault, ground, looked, passphrase as first, reopened } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { erasedWord } from './work.ts';
import { long, printTable, seed, seeded } from './seeded.ts';

const at = ground();
afterAll(() => at.clear());

const childProgram = path.join(import.meta.dirname, 'kill-child.ts');
/** Hundreds of children load the same modules: compiled once, kept in this folder. */
const childEnvironment = { ...process.env, NODE_COMPILE_CACHE: path.join(at.path, 'compiled') };
beforeAll(() => {
  const loaded = spawnSync(process.execPath, ['--no-warnings', childProgram, '', '', '', 'loading'], { env: childEnvironment, encoding: 'utf8' });
  expect(loaded).toMatchObject({ status: 0, stderr: '' });
});

/** Kills of each kind of work, how often it may have been done before, and the longest time from its last beginning to the kill. */
const works = [
  { work: 'opening', kills: 10, most: 1, withinMs: 120 },
  { work: 'change', kills: 40, most: 15, withinMs: 4 },
  { work: 'intake', kills: 30, most: 4, withinMs: 20 },
  { work: 'passphrase', kills: 30, most: 2, withinMs: 150 },
  { work: 'backup', kills: 30, most: 2, withinMs: 120 },
  { work: 'migration', kills: 30, most: 2, withinMs: 120 },
  { work: 'erasure', kills: 20, most: 1, withinMs: 250 },
  { work: 'closing', kills: 10, most: 1, withinMs: 8 },
] as const;
/** A vault is used for so many kills, then another is taken: what is checked after each kill grows with it. */
const killsOfAVault = 10;

interface Said {
  readonly begun: boolean;
  readonly work: string;
  readonly name: string;
  readonly detail: string;
}

/** Runs the child until `ms` after it has begun its work for the `after`-th time, kills it without warning, and gives what it had said by then. */
function killed(folder: string, passphrase: string, work: string, round: string, after: number, ms: number): Promise<Said[]> {
  const child = spawn(process.execPath, ['--no-warnings', childProgram, folder, at.setting().stateFolder, passphrase, work, round], { env: childEnvironment });
  let said = '';
  let errors = '';
  let armed = false;
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      if (armed || said.split(`begin\t${work}\t`).length <= after) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), ms);
    });
    child.stderr.on('data', (data: Buffer) => void (errors += data.toString()));
    child.on('close', (_code, signal) => {
      const lines = said.split('\n').slice(0, -1);
      const told = lines.map((line) => line.split('\t')).map(([what, kind = '', name = '', detail = '']) => ({ begun: what === 'begin', work: kind, name, detail }));
      if (signal === 'SIGKILL') resolve(told);
      else reject(new Error(errors));
    });
  });
}

interface Count {
  kills: number;
  unacknowledged: number;
  /** Of those: what was cut off had been done all the same. */
  done: number;
  acknowledged: number;
}

/** What a vault that is killed again and again should hold, as far as it was told. */
interface Watched {
  readonly work: string;
  readonly folder: string;
  readonly where: string;
  passphrase: string;
  readonly recoveryWords: readonly string[];
  /** The raw key of the database. */
  readonly key: string;
  readonly acknowledged: Map<string, string>;
  readonly cutOff: Set<string>;
}

/** Whether what was cut off had been done all the same, after making sure that everything else is as it was told. */
type Look = (watched: Watched, now: readonly Said[], inFlight: Said | null) => Promise<boolean>;

/** By the recovery key, which costs no hashing: the child and the check before this opened it by the passphrase. */
async function lookForRecords({ work, folder, recoveryWords, acknowledged, cutOff }: Watched, now: readonly Said[], inFlight: Said | null): Promise<boolean> {
  const live = await looked(at, folder, recoveryWords);
  try {
    const titles = live.records
      .reading()
      .all(work === 'intake' ? 'evidence_item' : 'note')
      .map(({ fields }) => fields.title)
      .filter((title) => title.startsWith(`${work} `));
    expect(
      [...acknowledged.keys()].filter((name) => !titles.includes(name)),
      'acknowledged and lost',
    ).toEqual([]);
    expect(
      titles.filter((name) => !acknowledged.has(name) && !cutOff.has(name)),
      'never begun',
    ).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
    if (work === 'intake') for (const { name, detail } of now) expect(sha256(await bytesOf(live.vault, detail)).toString('hex'), name).toBe(detail);
    return inFlight !== null && titles.includes(inFlight.name);
  } finally {
    await live.close();
  }
}

async function lookForPassphrase(watched: Watched, now: readonly Said[], inFlight: Said | null): Promise<boolean> {
  const told = now.at(-1)?.name ?? watched.passphrase;
  const opens = async (words: string): Promise<boolean> => {
    try {
      await (await openVault(watched.folder, { passphrase: Buffer.from(words) }, at.setting('elsewhere'))).close();
      return true;
    } catch (thrown) {
      if (thrown instanceof Refused && thrown.failure.code === 'wrong-passphrase') return false;
      throw thrown;
    }
  };
  const old = await opens(told);
  const next = inFlight?.work === 'passphrase' && (await opens(inFlight.name));
  expect([old, next].filter(Boolean), `exactly one passphrase opens it (${told}, ${inFlight?.name ?? 'none in flight'})`).toEqual([true]);
  watched.passphrase = next && inFlight ? inFlight.name : told;
  return next;
}

/** A backup stands under its name whole or not at all. */
async function lookForBackups({ folder, acknowledged }: Watched, now: readonly Said[], inFlight: Said | null): Promise<boolean> {
  const file = (name: string) => path.join(folder, '..', `${name}.backup`);
  for (const [name, digest] of acknowledged) expect(sha256(readFileSync(file(name))).toString('hex'), name).toBe(digest);
  const all = [...(inFlight && existsSync(file(inFlight.name)) ? [inFlight.name] : []), ...now.slice(-1).map(({ name }) => name)];
  for (const name of all) {
    const into = path.join(at.path, `${name} restored.cordon`);
    const source = createReadStream(file(name)) as AsyncIterable<Uint8Array>;
    const setting = { ...at.setting('elsewhere') };
    const key = { passphrase: Buffer.from(first) };
    const restored = await restoreBackup({ source, bytes: statSync(file(name)).size, file: name, into, key, verify: { upgrade: upgraded, compare: compareRow } }, setting);
    expect(restored.report.findings, name).toEqual([]);
    rmSync(into, { recursive: true });
  }
  for (const name of now.slice(0, -1).map((one) => one.name)) {
    acknowledged.delete(name);
    rmSync(file(name));
  }
  return inFlight !== null && all.includes(inFlight.name);
}

/** What was erased is gone to the last byte, also where the kill came before its traces were taken away; what was not is there, file and all. */
async function lookForErasures({ folder, key, acknowledged, cutOff }: Watched, _now: readonly Said[], inFlight: Said | null): Promise<boolean> {
  const live = await reopened(at, folder);
  const gone = [...acknowledged.keys()];
  try {
    const reading = live.records.reading();
    for (const [name, number] of acknowledged) expect(reading.require(number).erased, name).toBeTruthy();
    if (inFlight) {
      const item = reading.require(inFlight.detail);
      if (item.erased) gone.push(inFlight.name);
      else {
        const { sha256: digest } = item.fields['original'] as { sha256: string };
        expect(sha256(await bytesOf(live.vault, digest)).toString('hex'), inFlight.name).toBe(digest);
      }
    }
  } finally {
    await live.close();
  }
  const bytes = Buffer.concat([plainPages(folder, Buffer.from(key, 'hex')), otherBytes(folder)]);
  expect(gone.filter((name) => bytes.includes(erasedWord(name)))).toEqual([]);
  // As a control: what was cut off before it was erased is found in the same bytes.
  expect([...cutOff].filter((name) => !gone.includes(name) && name === inFlight?.name && !bytes.includes(erasedWord(name)))).toEqual([]);
  return inFlight !== null && gone.includes(inFlight.name);
}

/** Either shape, whole; and if the newer, the copy of the older beside it. */
async function lookForShape({ folder, key }: Watched): Promise<boolean> {
  const file = path.join(folder, 'vault.db');
  const db = openDatabase(file, Buffer.from(key, 'hex'), {});
  const isNew = shapeOf(db) === nextShape.length;
  try {
    if (isNew) {
      const copy = openDatabase(`${file}.shape-${nextShape.length - 1}`, Buffer.from(key, 'hex'), { readonly: true });
      const kept = [copy, db].map((one) => one.prepare('SELECT count(*), max(seq) FROM record').get());
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(kept[0]).toEqual(kept[1]);
      copy.close();
      expect(db.prepare("SELECT count(*) FROM record WHERE colour IS NOT 'white'").pluck().get()).toBe(0);
      backToShapeOne(db);
    }
  } finally {
    db.close();
  }
  return Promise.resolve(isNew);
}

const looks: Readonly<Record<string, Look>> = {
  opening: lookForRecords,
  change: lookForRecords,
  intake: lookForRecords,
  passphrase: lookForPassphrase,
  backup: lookForBackups,
  migration: lookForShape,
  erasure: lookForErasures,
  closing: lookForRecords,
};

/** One vault that is killed again and again at one kind of work, and looked at after each time. */
async function killAgainAndAgain(
  { work, withinMs, most }: (typeof works)[number],
  vaultNumber: number,
  kills: number,
  random: (below: number) => number,
  count: Count,
): Promise<void> {
  const { folder, recoveryWords, close } = await filledVault(at, `${work} ${vaultNumber}`);
  await close();
  const { keys } = await unlock(folder, { recoveryWords });
  const watched: Watched = {
    work,
    folder,
    where: `${work} ${vaultNumber}`,
    passphrase: first,
    recoveryWords,
    key: keys.database.toString('hex'),
    acknowledged: new Map(),
    cutOff: new Set(),
  };
  for (let round = 0; round < kills; round++) {
    const where = `${watched.where}.${round}`;
    const told = await killed(folder, work === 'migration' ? watched.key : watched.passphrase, work, `${vaultNumber}-${round}`, 1 + random(most), random(withinMs * 10) / 10);
    const opened = told.find((one) => !one.begun && one.work === 'opening');
    // After a change of keys that was cut off: what came of it is told.
    if (opened) expect(opened.detail, where).toMatch(/^writable (slots\.[ab]: |people: |$)/);
    const last = told.at(-1);
    const inFlight = last?.begun ? last : null;
    const now = told.filter((one) => !one.begun && one.work === work && work !== 'opening');
    for (const { name, detail } of now) watched.acknowledged.set(name, detail);
    if (inFlight) watched.cutOff.add(inFlight.name);
    count.kills++;
    count.acknowledged += now.length;
    if (inFlight) count.unacknowledged++;
    // The first to open it after the kill; a database of the next shape is taken back first, since only this program's may be opened.
    const wasNew = work === 'migration' && (await lookForShape(watched));
    expect(await cordonVerify(at, folder, 'here', work === 'passphrase' ? `${folder}.key` : undefined), where).toMatchObject({ exit: 0, findings: [], freshness: 'fresh' });
    const done = (await looks[work]?.(watched, now, inFlight)) === true || wasNew;
    if (done && inFlight) count.done++;
  }
}

const counts = new Map<string, Count>(works.map(({ work }) => [work, { kills: 0, unacknowledged: 0, done: 0, acknowledged: 0 }]));

test.each(works)(
  `killed while $work: all that was acknowledged is there, at most the one thing in flight besides, and every byte verifies (seed ${seed})`,
  async (one) => {
    const count = counts.get(one.work);
    if (!count) throw new Error('no such work');
    const wanted = long ? one.kills : 2;
    const jobs = Array.from({ length: Math.ceil(wanted / killsOfAVault) }, (_, number) => ({ number, kills: Math.min(killsOfAVault, wanted - number * killsOfAVault) }));
    // Two vaults at a time: each spends half of its time waiting.
    const lane = async (random: (below: number) => number) => {
      for (let job = jobs.shift(); job; job = jobs.shift()) await killAgainAndAgain(one, job.number, job.kills, random, count);
    };
    await Promise.all([lane(seeded(seed).below), lane(seeded(seed + 1).below)]);
  },
  900_000,
);

test('enough kills landed while something was unacknowledged', () => {
  const rows = [...counts].map(([work, count]) => ({
    'killed while': work,
    kills: count.kills,
    unacknowledged: count.unacknowledged,
    'done all the same': count.done,
    'acknowledged before': count.acknowledged,
  }));
  const sum = (of: keyof Count) => [...counts.values()].reduce((total, count) => total + count[of], 0);
  printTable(`${sum('kills')} kills, ${sum('unacknowledged')} while something was unacknowledged, seed ${seed}; verify exit 0 after each`, rows);
  expect(sum('unacknowledged')).toBeGreaterThan(0);
  if (!long) return;
  expect(sum('kills')).toBeGreaterThanOrEqual(200);
  expect(sum('unacknowledged')).toBeGreaterThanOrEqual(100);
  for (const work of ['change', 'intake', 'backup', 'passphrase', 'migration']) expect(counts.get(work)?.unacknowledged, work).toBeGreaterThanOrEqual(10);
});
