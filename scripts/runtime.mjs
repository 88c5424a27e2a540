// What every script needs before anything is installed: Node's own modules only, and nothing newer than Node 20.19.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inRoot = (...parts) => path.join(root, ...parts);

/** Says why and ends with exit code `code`. */
export function stop(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) stop(`Cordon needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and run the same command again.`);
}

/** npm as a command: the one that runs us when there is one, else the one on the PATH. */
function npm(args) {
  const own = process.env.npm_execpath;
  const [command, first] = own && existsSync(own) ? [process.execPath, [own]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  return spawnSync(command, [...first, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: command.endsWith('.cmd') });
}

/** Installs what package-lock.json names when it is not there or older than the lock file. */
export function ensureInstalled() {
  checkNode();
  const mark = inRoot('node_modules', '.package-lock.json');
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs) return;
  process.stderr.write('Installing what Cordon is built from (npm ci, about a minute, once) …\n');
  const done = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (done.error) stop(`npm could not be started (${done.error.code ?? 'unknown reason'}). Install npm and run the same command again.`);
  if (done.status !== 0) stop('npm ci failed; its message is above. With no network, run this once where there is one. Nothing else was changed.');
}

/** Node 24: this process's own when it is new enough, else the pinned npm package of the platform. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const names = [`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  for (const name of names) {
    const file = inRoot('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(file)) return file;
  }
  return stop(
    `Cordon's scripts and tests run on Node 24. This machine has ${process.versions.node}, and npm has no Node 24 package for ${process.platform} ${process.arch}. Install Node 24 and run the same command again.`,
  );
}

/** The environment in which everything else runs: Node 24 and the project's own programs first. */
export function environment(extra = {}) {
  const first = [path.dirname(node24()), inRoot('node_modules', '.bin')];
  return { ...process.env, PATH: [...first, process.env.PATH ?? ''].join(path.delimiter), ...extra };
}

/** Runs Node 24 with `args`; gives its exit code. */
export function runNode(args, { env = {}, cwd = root, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node24(), args, { cwd, stdio, env: environment(env) });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(signal ? 130 : (code ?? 1));
    });
  });
}

/** A program out of node_modules, run by Node 24 whatever its shebang says. */
export function bin(name) {
  const own = JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8'));
  const file = typeof own.bin === 'string' ? own.bin : (own.bin[name] ?? Object.values(own.bin)[0]);
  return inRoot('node_modules', name, file);
}
