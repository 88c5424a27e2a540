// The command line as it is shipped, run as a process of its own over a vault in a folder of the bench's: what is measured is the program, not this process.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const built = path.join(root, 'dist/command-line/index.mjs');
/** What is shipped where it is built; otherwise the source, which Node has to strip of its types first. */
const entry = existsSync(built) ? built : path.join(root, 'main/command-line.ts');

export interface Run {
  readonly seconds: number;
  /** Highest resident memory, zero where there is no /proc. */
  readonly peakMiB: number;
}
export interface Program {
  /** The file that is run, from the project's folder. */
  readonly name: string;
  /** A path in the bench's folder. */
  at(name: string): string;
  /** What the program prints; throws when it fails. */
  run(...words: readonly string[]): string;
  /** Runs it and watches its memory: all the time, or only while `counts` says so. */
  watch(words: readonly string[], counts?: () => boolean): Promise<Run>;
}

const residentMiB = (pid: number): number => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** The program with a home of its own in `folder`, and `V.cordon` made there: with the least work for a guess that is allowed, which is not what is measured. */
export function programIn(folder: string): Program {
  const at = (name: string): string => path.join(folder, name);
  const env = { ...process.env, XDG_STATE_HOME: at('state'), HOME: folder };
  const wordsOf = (words: readonly string[]) => [entry, ...words, '--passphrase-file', at('passphrase')];
  const run = (...words: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, wordsOf(words), { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`cordon ${words[0] ?? ''}: ${stderr}`);
    return stdout;
  };
  writeFileSync(at('passphrase'), 'correct horse battery staple\n');
  run('new', at('V.cordon'), '--person', 'Ada Reyes', '--recovery-key-file', at('recovery'), '--memory-mib', '64', '--passes', '3');
  return {
    name: path.relative(root, entry),
    at,
    run,
    watch: async (words, counts = () => true) => {
      const from = performance.now();
      const child = spawn(process.execPath, wordsOf(words), { env, stdio: ['ignore', 'ignore', 'inherit'] });
      let peakMiB = 0;
      const look = setInterval(() => {
        if (counts()) peakMiB = Math.max(peakMiB, residentMiB(child.pid ?? 0));
      }, 20);
      const [code] = (await once(child, 'exit')) as [number];
      clearInterval(look);
      if (code !== 0) throw new Error(`cordon ${words[0] ?? ''} ended with ${code}`);
      return { seconds: (performance.now() - from) / 1000, peakMiB };
    },
  };
}
