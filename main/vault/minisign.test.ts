import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkMinisign, minisign, publicKeyFile } from './minisign.ts';
import { signKeyOf } from './slot.ts';

const place = mkdtempSync(path.join(os.tmpdir(), 'cordon-minisign-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const key = signKeyOf(Buffer.alloc(32, 9));
const bytes = Buffer.from('a manifest\n');

test('a signature gives its comment back, and nothing once anything has changed', () => {
  const file = minisign(bytes, key, 'said by us');
  expect(checkMinisign(bytes, file, key.publicKey)).toBe('said by us');
  expect(checkMinisign(Buffer.from('another\n'), file, key.publicKey)).toBeNull();
  expect(checkMinisign(bytes, file.replace('said by us', 'said by me'), key.publicKey)).toBeNull();
  expect(checkMinisign(bytes, file, signKeyOf(Buffer.alloc(32, 8)).publicKey)).toBeNull();
  expect(checkMinisign(bytes, 'nonsense', key.publicKey)).toBeNull();
  expect(() => minisign(bytes, key, 'two\nlines')).toThrow(RangeError);
});

test('minisign itself accepts the signature, and ours accepts both of its kinds', ({ skip }) => {
  if (spawnSync('minisign', ['-v']).error) skip('minisign is not installed');
  const at = (name: string) => path.join(place, name);
  writeFileSync(at('m'), bytes);
  writeFileSync(at('m.minisig'), minisign(bytes, key, 'said by us'));
  writeFileSync(at('k.pub'), publicKeyFile(key.publicKey));
  const said = spawnSync('minisign', ['-V', '-p', at('k.pub'), '-m', at('m')], { encoding: 'utf8' });
  expect([said.status, said.stdout]).toEqual([0, expect.stringContaining('said by us')]);
  writeFileSync(at('m'), 'changed');
  expect(spawnSync('minisign', ['-V', '-p', at('k.pub'), '-m', at('m')]).status).toBe(1);
});
