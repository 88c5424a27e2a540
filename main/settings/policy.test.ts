import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { firstSettings } from '../../shared/contract/settings.ts';
import { noPolicy, policyIn, policyPlace, readPolicy } from './policy.ts';
import { settings } from './settings.ts';

const inMemory = (fixed: Parameters<typeof settings>[1], kept: Record<string, unknown> = {}) =>
  settings({ get: (key) => kept[key], set: (key, value) => void (kept[key] = value) }, fixed);

test('what is fixed stands whatever a person chose, and theirs is there again when it is not fixed any more', () => {
  const kept = {};
  inMemory({}, kept).prefer({ ...firstSettings, lockAfterMinutes: 60, appearance: 'dark' });
  const fixed = inMemory({ lockAfterMinutes: 5 }, kept);
  expect(fixed.preferences()).toEqual({ ...firstSettings, lockAfterMinutes: 5, appearance: 'dark' });
  fixed.prefer({ ...fixed.preferences(), lockAfterMinutes: 240, appearance: 'light' });
  expect(fixed.preferences()).toMatchObject({ lockAfterMinutes: 5, appearance: 'light' });
  expect(inMemory({}, kept).preferences()).toMatchObject({ lockAfterMinutes: 60, appearance: 'light' });
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"settings":'],
  ['a list', '[]'],
  ['no settings', '{}'],
  ['a setting that there is not', '{"settings":{"lockAfter":5}}'],
  ['a value that it cannot have', '{"settings":{"lockAfterMinutes":0}}'],
  ['something else beside them', '{"settings":{},"allow":true}'],
  ['a prototype', '{"settings":{"__proto__":{"lockAfterMinutes":240}}}'],
])('%s fixes nothing, and is said', (_name, text) => {
  expect(policyIn(text)).toEqual({ settings: {}, damaged: true });
});

test('no text makes it throw, or fix what no person could set', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((value) => JSON.stringify({ settings: value })),
      ),
      (text) => {
        const { settings: fixed, damaged } = policyIn(text);
        if (damaged) expect(fixed).toEqual({});
        for (const key of Object.keys(fixed)) expect(Object.keys(firstSettings)).toContain(key);
      },
    ),
    { numRuns: 300 },
  );
});

test('a file that is not there fixes nothing; one that is too long, or a folder in its place, is damaged', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-policy-'));
  try {
    const file = path.join(folder, 'policy.json');
    expect(readPolicy(file)).toEqual(noPolicy);
    expect(readPolicy(path.join(file, 'below'))).toEqual(noPolicy);
    expect(readPolicy(folder)).toEqual({ settings: {}, damaged: true });
    writeFileSync(file, JSON.stringify({ settings: { lockAfterMinutes: 5, reminders: 'off' } }));
    expect(readPolicy(file)).toEqual({ settings: { lockAfterMinutes: 5, reminders: 'off' }, damaged: false });
    writeFileSync(file, `${JSON.stringify({ settings: {} })}${' '.repeat(70_000)}`);
    expect(readPolicy(file).damaged).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('it lies where only an administrator writes', () => {
  expect(policyPlace('linux', '/opt/Cordon/cordon')).toBe('/etc/cordon/policy.json');
  expect(policyPlace('darwin', '/Applications/Cordon.app/Contents/MacOS/Cordon')).toBe('/Library/Application Support/Cordon/policy.json');
  expect(policyPlace('win32', 'C:\\Program Files\\Cordon\\Cordon.exe')).toBe('C:\\Program Files\\Cordon\\policy.json');
});
