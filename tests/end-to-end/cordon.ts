import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
/** npm test builds first and tests what it built; by hand the source is run as it stands. */
const program = process.env['CORDON_TEST'] === '1' ? 'dist/command-line/index.mjs' : 'main/command-line.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The one JSON object of `--json`. */
  readonly json: Readonly<Record<string, unknown>>;
  /** A JSON object a line. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}
export interface Running {
  readonly done: Promise<Ran>;
  readonly stop: (signal: NodeJS.Signals) => void;
  /** Resolves when standard output has said `words`. */
  readonly says: (words: string) => Promise<void>;
}

/** A folder of its own with a passphrase in it, and `cordon` as a child process that keeps its state there; `here`, in this process, for stories of many commands. */
export class Bench {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-cli-'));
  readonly #here: boolean;
  constructor(where: 'here' | 'apart' = 'apart') {
    this.#here = where === 'here';
    this.write('passphrase', 'correct horse battery staple\n');
  }
  path = (name: string): string => path.join(this.folder, name);
  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }
  read = (name: string): Buffer => readFileSync(this.path(name));

  start(words: readonly string[], input = ''): Running {
    const environment = { ...process.env, XDG_STATE_HOME: this.path('state'), LOCALAPPDATA: this.path('state'), HOME: this.folder, NODE_OPTIONS: '' };
    const child = spawn(process.execPath, [path.join(root, program), ...words], { cwd: this.folder, env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    const waiting = new Set<() => void>();
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString();
      waiting.forEach((look) => look());
    });
    child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()));
    child.stdin.on('error', () => {}); // A child that ended needs no input.
    child.stdin.end(input);
    const done = new Promise<Ran>((resolve) => child.on('close', (code) => resolve(ranOf(code, out, err))));
    const says = (wanted: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => out.includes(wanted) && resolve();
        waiting.add(look);
        look();
        void done.then(() => reject(new Error(`it ended without saying ${wanted}: ${err}`)));
      });
    return { done, says, stop: (signal) => void child.kill(signal) };
  }
  /** Runs it at a terminal, types `keys` once it has said `prompt`, and gives what the terminal showed; null where no terminal can be had. */
  async atTerminal(words: readonly string[], prompt: string, keys: string): Promise<{ code: number | null; out: string } | null> {
    const quoted = [process.execPath, path.join(root, program), ...words].map((word) => `'${word}'`).join(' ');
    if (spawnSync('script', ['--version']).status !== 0) return null;
    const child = spawn('script', ['-qec', quoted, '/dev/null'], {
      cwd: this.folder,
      env: { ...process.env, XDG_STATE_HOME: this.path('state'), HOME: this.folder },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let out = '';
    let typed = false;
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString();
      if (typed || !out.includes(prompt)) return;
      typed = true;
      child.stdin.write(keys);
    });
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
  }
  run = (...words: string[]): Promise<Ran> => (this.#here ? this.#runHere(words) : this.start(words).done);
  async #runHere(words: readonly string[]): Promise<Ran> {
    // Loaded by those that use it: it is the whole program.
    const { cordonHere } = await import('./cordon-here.ts');
    const { code, out, err } = await cordonHere(words, this.path('state'));
    return ranOf(code, out, err);
  }
  /** A command on a vault, with its passphrase and `--json`. */
  on = (command: string, vault: string, ...words: string[]): Promise<Ran> => this.run(command, this.path(vault), ...words, '--passphrase-file', this.path('passphrase'), '--json');
  make = (vault: string): Promise<Ran> => this.on('new', vault, '--person', 'Ada Reyes', '--recovery-key-file', this.path(`${vault}.key`), '--memory-mib', '64', '--passes', '3');
  end = (): void => rmSync(this.folder, { recursive: true, force: true });
}

function ranOf(code: number | null, out: string, err: string): Ran {
  const lines = (): Readonly<Record<string, unknown>>[] =>
    out
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    code,
    out,
    err,
    get lines() {
      return lines();
    },
    get json() {
      const [only, second] = lines();
      if (!only || second) throw new Error(`not one JSON object: ${out}${err}`);
      return only;
    },
  };
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
