import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ground } from './attacked-vault.ts';
import { long, printTable } from './seeded.ts';
import type { Verdict } from './cordon-verify.ts';

const at = ground();
afterAll(() => at.clear());

const shim = path.join(at.path, 'fail-shim.so');
const missing =
  process.platform !== 'linux'
    ? 'failing calls are put under a program on Linux only'
    : spawnSync('gcc', ['-shared', '-fPIC', '-O1', '-o', shim, path.join(import.meta.dirname, 'fail-shim.c'), '-ldl']).status === 0
      ? null
      : 'no gcc compiles the shim that makes calls fail';

/** What one failing call came to: `io-errors-child.ts`. */
interface Attempt {
  readonly kinds: string;
  readonly n: number;
  readonly times: number;
  readonly errno: number;
  readonly shown: string;
  readonly closing: string;
  readonly doneAllTheSame: boolean;
  readonly verdict: Verdict;
  readonly notices: readonly string[];
  readonly readOnly: string | null;
  readonly lost: readonly string[];
  readonly unknown: readonly string[];
  /** Unfinished files in the vault's folder after the next opening. */
  readonly left: readonly string[];
}

function attempts(work: string, every: number): Promise<Attempt[]> {
  const base = path.join(at.path, work);
  mkdirSync(base);
  const child = spawn(process.execPath, ['--no-warnings', path.join(import.meta.dirname, 'io-errors-child.ts'), base, work, String(every)], {
    env: { ...process.env, LD_PRELOAD: shim, CORDON_FAULT_UNDER: base },
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => void (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => void (errors += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`${work}: ${errors}\nafter ${out.split('\n').at(-2) ?? 'nothing'}`));
      // Proof of the cast: our own child prints nothing else.
      return resolve(
        out
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Attempt),
      );
    });
  });
}

const words: Readonly<Record<string, string>> = { w: 'write', f: 'flush', r: 'rename', t: 'cut to length', o: 'make a file', u: 'delete' };

test('whichever write, flush, rename, cut, new file or deletion fails, once or from then on: it is shown, nothing acknowledged is lost, and the next opening is clean', async ({
  skip,
}) => {
  if (missing) skip(missing);
  const works = ['change', 'intake', 'backup'];
  const done = await Promise.all(works.map((work) => attempts(work, long ? 1 : 13)));
  const rows = [];
  for (const [index, all] of done.entries()) {
    const work = works[index] ?? '';
    for (const one of all) {
      const what = `${work}: ${words[one.kinds]} ${one.n}, ${one.times === 0 ? 'for ever' : 'once'}, error ${one.errno}`;
      expect({ what, ...one.verdict }, what).toMatchObject({ exit: 0, findings: [], freshness: 'fresh' });
      expect([what, one.notices, one.readOnly, one.lost, one.unknown, one.left]).toEqual([what, [], 'recovery-key', [], [], []]);
      expect(['', 'disk-full', 'file-unwritable'], what).toContain(one.shown);
    }
    for (const kinds of Object.keys(words)) {
      const of = all.filter((one) => one.kinds === kinds);
      if (of.length > 0)
        rows.push({
          during: work,
          'failing call': words[kinds] ?? kinds,
          places: Math.max(...of.map(({ n }) => n)),
          tried: of.length,
          'failure shown': of.filter(({ shown }) => shown !== '').length,
          'went through': of.filter(({ shown }) => shown === '').length,
          'shown, yet done': of.filter(({ doneAllTheSame }) => doneAllTheSame).length,
        });
    }
  }
  printTable(`${done.flat().length} failing calls; verify exit 0 and every acknowledged record and file there after each`, rows);
  expect(done.flat().filter(({ shown }) => shown !== '').length).toBeGreaterThan(done.flat().length / 2);
}, 900_000);
