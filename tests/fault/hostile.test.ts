import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { canonicalBytes } from '../../main/vault/canonical.ts';
import { sha256 } from '../../main/vault/merkle.ts';
import { slotsFiles } from '../../main/vault/slots-file.ts';
import { copyOf } from '../../main/vault/test-vault.ts';
import { unlock } from '../../main/vault/unlock.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { filledVault, ground } from './attacked-vault.ts';
import { entire, long, printTable, seed } from './seeded.ts';

const at = ground();
afterAll(() => at.clear());

/** 10,000 with CORDON_LONG=all, 1,500 in CI: most where a trial costs a millisecond, some hundreds where the whole vault is opened, checked and asked. */
const trials = { slots: 4000, anchors: 2400, blobs: 2500, database: 400, journal: 600, files: 100 };
/** Trials of one process: what it leaves to the garbage collector of hundreds of vaults is nothing that one vault takes. */
const lot = { slots: 500, anchors: 2400, blobs: 2500, database: 100, journal: 60, files: 100 };
const mostMiB = 500;
/** A trial after which nothing is heard for so long hangs: it waits for something, since work is bounded below. */
const silenceMs = 120_000;
const mostCpuMs = 10_000;

interface Came {
  readonly kind: string;
  readonly trials: number;
  readonly tally: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
  /** The processor's time of the slowest trial: a machine at other work stretches the clock's. */
  readonly slowestCpuMs: number;
  readonly peakMiB: number;
}

/** Runs one kind of trial in a process of its own: a crash, a hang or too much memory there is seen from here. */
function came(kind: string, count: number, number: number): Promise<Came> {
  const base = path.join(at.path, `${kind}-${number}`);
  mkdirSync(base);
  const child = spawn(process.execPath, ['--no-warnings', path.join(import.meta.dirname, 'hostile-child.ts'), base, kind, String(count), String(seed + number)]);
  return new Promise((resolve, reject) => {
    let out = '';
    let errors = '';
    let watch: NodeJS.Timeout | undefined;
    const heard = () => {
      clearTimeout(watch);
      watch = setTimeout(() => child.kill('SIGKILL'), silenceMs);
    };
    heard();
    child.stdout.on('data', (data: Buffer) => {
      heard();
      out += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => void (errors += data.toString()));
    child.on('close', (code, signal) => {
      clearTimeout(watch);
      const last = out.trim().split('\n').at(-1) ?? '';
      // Proof of the cast: our own child prints nothing else.
      if (code === 0) resolve(JSON.parse(last) as Came);
      else reject(new Error(`${kind} ended with ${signal ?? code}, after ${last}: ${errors}`));
    });
  });
}

/** The lots of one kind as one. */
function together(lots: readonly Came[]): Came {
  const tally: Record<string, number> = {};
  for (const [what, times] of lots.flatMap((one) => Object.entries(one.tally))) tally[what] = (tally[what] ?? 0) + times;
  return {
    kind: lots[0]?.kind ?? '',
    trials: lots.reduce((sum, one) => sum + one.trials, 0),
    tally,
    wrong: lots.flatMap((one) => one.wrong),
    slowestCpuMs: Math.max(...lots.map((one) => one.slowestCpuMs)),
    peakMiB: Math.max(...lots.map((one) => one.peakMiB)),
  };
}

test(`mutated slots, anchors, blobs, journals and databases neither crash nor hang it, take little memory, and none is taken for sound (seed ${seed})`, async () => {
  const share = entire ? 1 : long ? 0.15 : 0.012;
  const kinds = Object.keys(trials) as (keyof typeof trials)[];
  const jobs = kinds.flatMap((kind) => {
    const count = Math.ceil(trials[kind] * share);
    return Array.from({ length: Math.ceil(count / lot[kind]) }, (_, number) => ({ kind, number, count: Math.min(lot[kind], count - number * lot[kind]) }));
  });
  const done: Came[] = [];
  const lane = async () => {
    for (let job = jobs.pop(); job; job = jobs.pop()) done.push(await came(job.kind, job.count, job.number));
  };
  await Promise.all([lane(), lane()]);
  const all = kinds.map((kind) => together(done.filter((one) => one.kind === kind)));
  const rows = all.map(({ kind, trials: count, tally, wrong, slowestCpuMs, peakMiB }) => {
    const sum = (which: RegExp) => Object.entries(tally).reduce((total, [what, times]) => total + (which.test(what) ? times : 0), 0);
    return {
      mutated: kind,
      trials: count,
      refused: sum(/^refused/),
      'found by verify': sum(/^found by verify/),
      'mended by its twin': sum(/twin|one record left|no record left/),
      'no difference': sum(/unchanged/),
      wrong: wrong.length,
      'slowest, CPU ms': slowestCpuMs,
      'peak MiB': peakMiB,
    };
  });
  printTable(`${all.reduce((total, one) => total + one.trials, 0)} vaults of somebody else, seed ${seed}`, rows);
  for (const { kind, wrong, slowestCpuMs, peakMiB } of all) {
    expect(wrong, kind).toEqual([]);
    expect(slowestCpuMs, kind).toBeLessThan(mostCpuMs);
    expect(peakMiB, kind).toBeLessThan(mostMiB);
  }
}, 900_000);

test('slots that would cost hours or all memory are refused before anything is hashed', async () => {
  const made = await filledVault(at, 'Costly');
  await made.close();
  const trial = path.join(at.path, 'Costly trial.cordon');
  const costs = [
    { memoryMiB: 2049, passes: 3 },
    { memoryMiB: 64, passes: 51 },
    { memoryMiB: 63, passes: 3 },
    { memoryMiB: 2 ** 40, passes: 2 ** 40 },
    { memoryMiB: 2048, passes: 50, times: 200 },
  ];
  for (const { memoryMiB, passes, times = 1 } of costs) {
    copyOf(made.folder, trial);
    for (const name of slotsFiles) {
      // Proof of the cast: written by us a moment ago.
      const { mac, sum: _sum, ...content } = JSON.parse(readFileSync(path.join(trial, name), 'utf8')) as { mac: string; sum: string; slots: { kind: string; kdf?: object }[] };
      const person = content.slots.find(({ kind }) => kind === 'person');
      const slots = Array.from({ length: times }, () => ({ ...person, kdf: { ...person?.kdf, memoryMiB, passes } }));
      const forged = { ...content, slots };
      writeFileSync(path.join(trial, name), Buffer.concat([canonicalBytes({ ...forged, sum: sha256(canonicalBytes(forged)).toString('hex'), mac }), Buffer.from('\n')]));
    }
    const before = process.cpuUsage();
    const thrown: unknown = await unlock(trial, { passphrase: Buffer.from('anything at all') }).catch((error: unknown) => error);
    expect(thrown instanceof Refused && thrown.failure, JSON.stringify({ memoryMiB, passes, times })).toMatchObject({ code: 'slot-limits' });
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  }
});
