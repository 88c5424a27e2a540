// npm start: installs, builds and opens the app with the sample case.
import { ensureInstalled, root, runNode, environment, stop } from './runtime.mjs';

ensureInstalled();
const { build } = await import('./build.mjs');
const { electron } = await import('./electron.mjs');
build();

const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (!display) {
  process.stderr.write('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened. Running the demo instead.\n');
  process.exit(await runNode(['scripts/run.mjs', 'demo']));
}

// The sample case opens by itself: the one that “Look at the sample case” opens, made where there is none, and removed from the window by one press.
const sampleWords = ['--sample-case'];
process.stderr.write('Opening the sample case. “Remove the sample”, over every page of it, takes it off this computer.\n');

const program = electron();
if (program) {
  const { spawn } = await import('node:child_process');
  // Chromium's sandbox refuses to run as root; only this unpackaged start ever turns it off, and says so.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) process.stderr.write('Running as root: Chromium cannot sandbox the window. Start Cordon as an ordinary user for real work.\n');
  const child = spawn(program, [...(asRoot ? ['--no-sandbox'] : []), root, ...sampleWords], { stdio: 'inherit', env: environment() });
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  process.stderr.write('Electron is not installed and could not be downloaded: opening Cordon in an installed Chromium-based browser instead.\n');
  process.exit(await runNode(['dist/chromium-host/index.mjs', ...sampleWords]));
}
