// npm test: installs what it needs, builds, checks and runs everything; the last line counts all tests.
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bin, ensureInstalled, runNode } from './runtime.mjs';

ensureInstalled();
const started = Date.now();
const out = mkdtempSync(path.join(os.tmpdir(), 'cordon-test-'));
const results = path.join(out, 'results.jsonl');
const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;

/** Hundreds of processes load the same programs: what the compiler made of them is kept for the next, for as long as the tests run. */
const env = { CORDON_RESULTS: results, CORDON_TEST: '1', NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(out, 'compiled') };
const stages = [];
const headed = (name, told = '') => process.stdout.write(`\n── ${name} (${seconds()})\n${told}`);

/** Runs one stage; a stage that is no test runner counts as one test. */
async function stage(name, args, { counts = false } = {}) {
  headed(name);
  stages.push({ name, counts, code: await runNode(args, { env }) });
}
/** A stage beside others, which is told whole once it has ended. */
async function quietStage(name, args) {
  const file = path.join(out, 'told');
  const told = openSync(file, 'w');
  const code = await runNode(args, { env, stdio: ['ignore', told, told] });
  closeSync(told);
  stages.push({ name, counts: false, code });
  return () => headed(`${name}, beside the unit tests`, readFileSync(file, 'utf8'));
}

await stage('Build', ['scripts/build.mjs']);
// The unit tests wait for nothing that the checks do. Rules of the linter that need types take as long as the types themselves: `npm run check`, and here where CORDON_LONG is set.
const long = ['1', 'all'].includes(process.env.CORDON_LONG ?? '');
const checks = quietStage('Types, lint, format, house rules', ['scripts/run.mjs', 'check', ...(long ? [] : ['--quick'])]);
await stage('Unit tests', [bin('vitest'), 'run', '--config', 'vitest.config.ts'], { counts: true });
(await checks)();
await stage('Window and end-to-end tests', [bin('vitest'), 'run', '--config', 'vitest.e2e.config.ts'], { counts: true });

const lines = existsSync(results)
  ? readFileSync(results, 'utf8')
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  : [];
rmSync(out, { recursive: true, force: true });
const of = (state) => lines.filter((line) => line.state === state);
const skipped = of('skipped');
let passed = of('passed').length;
let failed = of('failed').length;
for (const { name, code, counts } of stages) {
  if (!counts && code === 0) passed++;
  else if (!counts) failed++;
  // A runner that ends badly without a failed test (a crash, a file that does not load) is a failure of its own.
  else if (code !== 0 && failed === 0) failed++;
  if (code !== 0) process.stdout.write(`\nFAILED: ${name}\n`);
}
for (const { name } of of('failed')) process.stdout.write(`  failed: ${name}\n`);
if (skipped.length > 0) process.stdout.write(`\nSkipped:\n${skipped.map(({ name, reason }) => `  ${name}\n    because ${reason ?? 'NO REASON GIVEN'}`).join('\n')}\n`);

// A run that installed its tools itself names them; none of their tests may then be skipped, and no skip goes without its reason.
const installed = (process.env.CORDON_TOOLS_INSTALLED ?? '').split(',').filter(Boolean);
for (const { name, reason } of skipped) {
  const tool = installed.find((word) => (reason ?? '').toLowerCase().includes(word));
  if (tool || !reason) {
    failed++;
    process.stdout.write(`  failed: ${name} was skipped ${tool ? `although ${tool} was installed for it` : 'without a reason'}\n`);
  }
}
process.stdout.write(`\nTook ${seconds()}\n${passed} passed, ${failed} failed, ${skipped.length} skipped\n`);
process.exit(failed === 0 ? 0 : 1);
