import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { ground } from './attacked-vault.ts';
import { compiledShim } from './failing-calls.ts';

const at = ground();
afterAll(() => at.clear());
const shim = compiledShim(at.path);

test('on a drive that is slow everything is slow and nothing else: changes wait for each other, a second program is told that it is open, and at once after closing it opens again', async ({
  skip,
}) => {
  if (shim.missing) skip(shim.missing);
  const base = path.join(at.path, 'slow');
  mkdirSync(base);
  const child = promisify(execFile)(process.execPath, ['--no-warnings', path.join(import.meta.dirname, 'slow-drive-child.ts'), base, '6'], {
    env: { ...process.env, LD_PRELOAD: shim.file, CORDON_FAULT_UNDER: base },
  });
  const { stdout } = await child;
  expect(JSON.parse(stdout)).toEqual({
    refusals: ['vault-open-elsewhere', 'vault-open-elsewhere'],
    exit: 0,
    findings: [],
    freshness: 'fresh',
    notes: 6,
    draft: expect.objectContaining({ body: { title: 'half 1' } }),
    notices: [],
  });
}, 120_000);
