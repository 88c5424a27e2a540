// npm start: installs, builds and opens the app with the sample case.
import { existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, runNode, environment, stop } from './runtime.mjs';

ensureInstalled();
const { build } = await import('./build.mjs');
const { electron } = await import('./electron.mjs');
build();

const sample = process.env.CORDON_SAMPLE ?? path.join(root, '.sample');
if (!existsSync(path.join(sample, 'demo.json'))) {
  process.stderr.write(`Making the sample vault (once, in ${path.relative(root, sample)}) …\n`);
  if ((await runNode(['scripts/sample.mjs', sample])) !== 0) stop('The sample vault could not be made; the message is above.');
}
const { vault, passphraseFile } = JSON.parse(readFileSync(path.join(sample, 'demo.json'), 'utf8'));
process.stderr.write(`The sample vault's passphrase is: ${readFileSync(passphraseFile, 'utf8').trim()}\n`);

const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (!display) {
  process.stderr.write('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened. Running the demo instead.\n');
  process.exit(await runNode(['scripts/run.mjs', 'demo']));
}

// The sample opens by itself: its passphrase is nobody's secret, and goes over a descriptor as any passphrase does that a program gives to another.
const sampleWords = ['--sample', vault, '--sample-passphrase-fd=3'];
const stdio = ['inherit', 'inherit', 'inherit', openSync(passphraseFile, 'r')];

const program = electron();
if (program) {
  const { spawn } = await import('node:child_process');
  // Chromium's sandbox refuses to run as root; only this unpackaged start ever turns it off, and says so.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) process.stderr.write('Running as root: Chromium cannot sandbox the window. Start Cordon as an ordinary user for real work.\n');
  const child = spawn(program, [...(asRoot ? ['--no-sandbox'] : []), root, ...sampleWords], { stdio, env: environment() });
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  process.stderr.write('Electron is not installed and could not be downloaded: opening Cordon in an installed Chromium-based browser instead.\n');
  process.exit(await runNode(['dist/chromium-host/index.mjs', ...sampleWords], { stdio }));
}
