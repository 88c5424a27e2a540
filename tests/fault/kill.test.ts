import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openVault } from '../../main/vault/vault.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { bytesOf } from '../../main/vault/test-vault.ts';
import { filledVault, ground, passphrase as first, reopened } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { long, printTable, seed, seeded } from './seeded.ts';

const at = ground();
afterAll(() => at.clear());

/** Kills of each kind of work, how often it may have been done before, and the longest time from its last beginning to the kill. */
const works = [
  { work: 'opening', kills: 20, most: 1, withinMs: 120 },
  { work: 'change', kills: 50, most: 15, withinMs: 4 },
  { work: 'intake', kills: 50, most: 4, withinMs: 20 },
  { work: 'passphrase', kills: 50, most: 2, withinMs: 150 },
  { work: 'closing', kills: 30, most: 1, withinMs: 8 },
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
function killed(folder: string, passphrase: string, work: string, round: number, after: number, ms: number): Promise<Said[]> {
  const child = spawn(process.execPath, ['--no-warnings', path.join(import.meta.dirname, 'kill-child.ts'), folder, at.setting().stateFolder, passphrase, work, String(round)]);
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

/** One vault that is killed again and again at one kind of work, and looked at after each time. */
async function killAgainAndAgain(
  { work, withinMs, most }: (typeof works)[number],
  vaultNumber: number,
  kills: number,
  random: (below: number) => number,
  count: Count,
): Promise<void> {
  const made = await filledVault(at, `${work} ${vaultNumber}`);
  await made.close();
  const { folder } = made;
  const notes = new Map<string, string>();
  const files = new Map<string, string>();
  const cutOff = new Set<string>();
  let passphrase = first;
  for (let round = 0; round < kills; round++) {
    const told = await killed(folder, passphrase, work, round, 1 + random(most), random(withinMs * 10) / 10);
    const last = told.at(-1);
    const opened = told.find((one) => !one.begun && one.work === 'opening');
    if (opened) expect(opened.detail, `${work} ${vaultNumber}.${round}`).toMatch(/^writable (slots\.[ab]: |people: |$)/);
    const inFlight = last?.begun ? last : null;
    const acknowledged = told.filter((one) => !one.begun && one.work !== 'opening');
    for (const { name, detail } of acknowledged) (work === 'intake' ? files : notes).set(name, detail);
    if (inFlight) cutOff.add(inFlight.name);
    count.kills++;
    count.acknowledged += acknowledged.length;
    if (inFlight) count.unacknowledged++;

    // The first to open it after the kill.
    expect(await cordonVerify(at, folder, 'here', work === 'passphrase' ? `${folder}.key` : undefined), `${work} ${vaultNumber}.${round}`).toMatchObject({
      exit: 0,
      findings: [],
      freshness: 'fresh',
    });
    if (work === 'passphrase') {
      const acked = acknowledged.at(-1)?.name ?? passphrase;
      const opens = async (words: string) =>
        openVault(folder, { passphrase: Buffer.from(words) }, at.setting('elsewhere')).then(
          async (vault) => (await vault.close(), true),
          (thrown: unknown) => (thrown instanceof Refused && thrown.failure.code === 'wrong-passphrase' ? false : Promise.reject(thrown as Error)),
        );
      const old = await opens(acked);
      const next = inFlight?.work === 'passphrase' ? await opens(inFlight.name) : !old;
      expect([old, next], `exactly one of the two passphrases opens it (${acked}, ${inFlight?.name})`).toEqual([!next, !old]);
      if (next) count.done++;
      passphrase = next && inFlight ? inFlight.name : acked;
    } else {
      const live = await reopened(at, folder);
      const titles = live.records
        .reading()
        .all(work === 'intake' ? 'evidence_item' : 'note')
        .map(({ fields }) => fields.title)
        .filter((title) => title.startsWith(`${work} `));
      const wanted = work === 'intake' ? files : notes;
      expect(
        [...wanted.keys()].filter((name) => !titles.includes(name)),
        'acknowledged and lost',
      ).toEqual([]);
      expect(
        titles.filter((name) => !wanted.has(name) && !cutOff.has(name)),
        'never begun',
      ).toEqual([]);
      expect(new Set(titles).size).toBe(titles.length);
      if (inFlight && titles.includes(inFlight.name)) count.done++;
      for (const [name, sha256] of work === 'intake' ? acknowledged.map(({ name, detail }) => [name, detail] as const) : [])
        expect((await bytesOf(live.vault, sha256)).length, name).toBeGreaterThan(0);
      await live.close();
    }
  }
}

test(`whatever is being done when the program is killed, all that was acknowledged is there, at most the one thing in flight besides, and every byte verifies (seed ${seed})`, async () => {
  const counts = new Map<string, Count>(works.map(({ work }) => [work, { kills: 0, unacknowledged: 0, done: 0, acknowledged: 0 }]));
  const jobs = works.flatMap((one) => {
    const wanted = long ? one.kills : 4;
    return Array.from({ length: Math.ceil(wanted / killsOfAVault) }, (_, number) => ({ one, number, kills: Math.min(killsOfAVault, wanted - number * killsOfAVault) }));
  });
  // Two at a time: each spends half of its time waiting.
  const lane = async (random: (below: number) => number) => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const count = counts.get(job.one.work);
      if (count) await killAgainAndAgain(job.one, job.number, job.kills, random, count);
    }
  };
  await Promise.all([lane(seeded(seed).below), lane(seeded(seed + 1).below)]);
  const rows = [...counts].map(([work, count]) => ({
    'killed in': work,
    kills: count.kills,
    unacknowledged: count.unacknowledged,
    'done all the same': count.done,
    'acknowledged before': count.acknowledged,
  }));
  const sum = (of: keyof Count) => [...counts.values()].reduce((total, count) => total + count[of], 0);
  printTable(`${sum('kills')} kills, ${sum('unacknowledged')} while something was unacknowledged, seed ${seed}; verify exit 0 after each`, rows);
  if (!long) return;
  expect(sum('kills')).toBeGreaterThanOrEqual(200);
  expect(sum('unacknowledged')).toBeGreaterThanOrEqual(100);
  for (const work of ['change', 'intake', 'passphrase']) expect(counts.get(work)?.unacknowledged, work).toBeGreaterThanOrEqual(10);
}, 900_000);
