// Where Electron is on this machine, without importing it: importing the package in plain Node starts a download.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bin, environment, node24, root } from './runtime.mjs';

/** The Electron program, or null when there is none and none can be downloaded. */
export function electron({ download = true } = {}) {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) {
    const file = path.join(given, process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron');
    return existsSync(file) ? file : null;
  }
  const found = installed();
  if (found || !download) return found;
  process.stderr.write('Fetching Electron (once; skipped when it cannot be reached) …\n');
  spawnSync(node24(), [bin('electron').replace(/cli\.js$/, 'install.js')], { cwd: root, stdio: 'ignore', env: environment(), timeout: 120_000 });
  return installed();
}

function installed() {
  const folder = path.join(root, 'node_modules', 'electron');
  const name = path.join(folder, 'path.txt');
  if (!existsSync(name)) return null;
  const file = path.join(folder, 'dist', readFileSync(name, 'utf8').trim());
  return existsSync(file) ? file : null;
}
