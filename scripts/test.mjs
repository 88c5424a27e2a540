// npm test: installs what it needs, builds, checks and runs everything; the last line counts all tests.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bin, ensureInstalled, runNode } from './runtime.mjs';

ensureInstalled();
const started = Date.now();
const out = mkdtempSync(path.join(os.tmpdir(), 'cordon-test-'));
const results = path.join(out, 'results.jsonl');
const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;

/** Runs one stage; a stage that is no test runner counts as one test. */
const stages = [];
async function stage(name, args, { counts = false } = {}) {
  process.stdout.write(`\n── ${name} (${seconds()})\n`);
  const code = await runNode(args, { env: { CORDON_RESULTS: results, CORDON_TEST: '1' } });
  stages.push({ name, code, counts });
}

await stage('Build', ['scripts/build.mjs']);
await stage('Types, lint, format, house rules', ['scripts/run.mjs', 'check']);
await stage('Unit tests', [bin('vitest'), 'run', '--config', 'vitest.config.ts'], { counts: true });
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
