// Called by electron-builder before it packs: builds the app without test doors into .cache/release, with everything it reads beside it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { filingFonts } from '../main/filings/press/fonts.ts';
import { bin, environment, node24, root } from './runtime.mjs';

const entries = ['main', 'preload', 'vault-process', 'press-job', 'reader-job'];

export default function beforePack() {
  const into = path.join(root, '.cache', 'release');
  rmSync(into, { recursive: true, force: true });
  const vite = (...args) => {
    const done = spawnSync(node24(), [bin('vite'), 'build', '--logLevel', 'warn', ...args], { cwd: root, stdio: 'inherit', env: environment({ CORDON_RELEASE: '1' }) });
    if (done.status !== 0) throw new Error(`vite ${args.join(' ')} failed`);
  };
  vite('-c', 'vite.config.ts', '--outDir', path.join(into, 'renderer'), '--emptyOutDir');
  for (const entry of entries) vite('-c', 'vite.main.config.ts', '--mode', entry, '--outDir', path.join(into, entry));
  cpSync(path.join(root, 'assets'), path.join(into, 'assets'), { recursive: true });
  // The packages of the fonts are not part of the app: the press looks beside its templates first.
  for (const { package: name, file } of filingFonts) {
    const target = path.join(into, 'assets', 'fonts', name, file);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(root, 'node_modules', name, file), target);
  }
}
