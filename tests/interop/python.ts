import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const program = process.env['CORDON_PYTHON'] ?? path.resolve(import.meta.dirname, '../../.venv/bin/python');

/** Why Python with these modules cannot be asked, or null. Names python, so that a run that installed them does not take it for an excuse. */
export function pythonMissing(...modules: readonly string[]): string | null {
  const there = existsSync(program) && spawnSync(program, ['-c', `import ${modules.join(', ')}`]).status === 0;
  return there ? null : `no python with ${modules.join(', ')} (.ci/run installs them)`;
}

/** Runs a script and gives what it printed; its own words in the error where it ends badly. */
export function python(script: string, ...values: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, ['-c', script, ...values], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(stderr.slice(-4000));
  return stdout;
}
