import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Ground } from './attacked-vault.ts';
import type { Verdict } from './cordon-verify.ts';

/** What one failing call came to: `io-errors-child.ts`. */
export interface Attempt {
  readonly kinds: string;
  readonly n: number;
  /** How often it failed; 0: from then on. */
  readonly times: number;
  readonly errno: number;
  /** The code of the failure that was shown, or '' when the work went through all the same. */
  readonly shown: string;
  /** The failure itself, or what a check found. */
  readonly told: string;
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

/** The library that makes calls fail, compiled into `folder`; or why there is none. */
export function compiledShim(folder: string): { readonly file: string; readonly missing: string | null } {
  const file = path.join(folder, 'fail-shim.so');
  if (process.platform !== 'linux') return { file, missing: 'failing calls are put under a program on Linux only' };
  const compiled = spawnSync('gcc', ['-shared', '-fPIC', '-O1', '-o', file, path.join(import.meta.dirname, 'fail-shim.c'), '-ldl']);
  return { file, missing: compiled.status === 0 ? null : 'no gcc compiles the shim that makes calls fail' };
}

/** Does `work` on a vault of its own again and again, each time with another call failing, and gives what came of each: every so many of the writes or reads, and of what there is less of, flushes and renames and the like, every so many more rarely. */
export const attempts = (at: Ground, shim: string, work: string, failing: 'writes' | 'reads' | 'pulled', every: number, everyRare = 1): Promise<Attempt[]> =>
  underShim(at, shim, 'io-errors-child.ts', work, [failing, String(every), String(everyRare)]);

/** What one failing call came to in `keeping-errors-child.ts`; `wrong` is everything that was not as it must be afterwards. */
export interface KeepingAttempt extends Pick<Attempt, 'kinds' | 'n' | 'times' | 'shown' | 'told'> {
  readonly done: boolean;
  readonly wrong: readonly string[];
}

/** The same for what is done to keep a vault: erasing, people and passphrases, drill, restore, taking up. */
export const keepingAttempts = (at: Ground, shim: string, work: string, every: number, kinds: string): Promise<KeepingAttempt[]> =>
  underShim(at, shim, 'keeping-errors-child.ts', work, [String(every), kinds]);

/** Runs one of our children under the shim, in a folder of its own, and gives the lines that it printed. */
function underShim<T>(at: Ground, shim: string, program: string, work: string, more: readonly string[]): Promise<T[]> {
  const base = path.join(at.path, [work, ...more].join(' '));
  mkdirSync(base);
  const child = spawn(process.execPath, ['--no-warnings', path.join(import.meta.dirname, program), base, work, ...more], {
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
          .map((line) => JSON.parse(line) as T),
      );
    });
  });
}
