// Builds dist/ when something it is made of is newer than it. Run by Node 24.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bin, environment, node24, root } from './runtime.mjs';

const entries = ['main', 'preload', 'vault-process', 'database-thread', 'press-job', 'reader-job', 'chromium-host', 'command-line'];
const sources = ['main', 'renderer', 'shared', 'assets', 'package-lock.json', 'vite.config.ts', 'vite.main.config.ts', 'scripts/build.mjs'];

function newest(file) {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(file).reduce((latest, name) => Math.max(latest, newest(path.join(file, name))), 0);
}

function vite(...args) {
  const done = spawnSync(node24(), [bin('vite'), 'build', '--logLevel', 'warn', ...args], { cwd: root, stdio: 'inherit', env: environment() });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Builds what is out of date; `force` builds everything. */
export function build({ force = false } = {}) {
  const mark = path.join(root, 'dist', '.built');
  const changed = Math.max(...sources.filter((name) => existsSync(path.join(root, name))).map((name) => newest(path.join(root, name))));
  if (!force && existsSync(mark) && statSync(mark).mtimeMs > changed) return;
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  vite('-c', 'vite.config.ts');
  for (const entry of entries) vite('-c', 'vite.main.config.ts', '--mode', entry);
  mkdirSync(path.join(root, 'dist', 'assets'), { recursive: true });
  cpSync(path.join(root, 'assets'), path.join(root, 'dist', 'assets'), { recursive: true });
  writeFileSync(mark, '');
}

if (process.argv[1] === import.meta.filename) build({ force: process.argv.includes('--force') });
