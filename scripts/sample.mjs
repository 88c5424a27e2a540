// Makes the sample vault that npm start opens, by the same command that npm run demo uses. Run by Node 24.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { node24, root } from './runtime.mjs';

const into = path.resolve(process.argv[2] ?? path.join(root, '.sample'));
rmSync(into, { recursive: true, force: true });
mkdirSync(into, { recursive: true });
const done = spawnSync(node24(), ['dist/command-line/index.mjs', 'demo', '--into', into, '--json'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
if (done.status !== 0) {
  process.stderr.write(done.stdout);
  process.exit(done.status ?? 1);
}
writeFileSync(path.join(into, 'demo.json'), done.stdout);
