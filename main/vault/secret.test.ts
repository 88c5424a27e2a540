import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { secret, wipe } from './secret.ts';

test('a key is zeroed when it is given and after it is wiped', () => {
  const key = secret(32);
  expect(key).toEqual(Buffer.alloc(32));
  key.fill(7);
  wipe(key);
  expect(key).toEqual(Buffer.alloc(32));
});

test('keys do not lie over each other, and a wiped place is used again', () => {
  const keys = Array.from({ length: 100 }, (_, index) => secret(1 + (index % 130)).fill(index + 1));
  keys.forEach((key, index) => expect([...new Set(key)]).toEqual([index + 1]));
  const before = keys[3]?.byteOffset;
  for (const key of keys) wipe(key);
  const again = Array.from({ length: 4 }, () => secret(1));
  expect(again.map((key) => key.byteOffset)).toContain(before);
  for (const key of again) wipe(key);
});

test('wiping twice, or a buffer that is no key, harms no other key', () => {
  const first = secret(32).fill(1);
  wipe(first);
  const second = secret(32).fill(2);
  wipe(first);
  wipe(Buffer.from('somebody'));
  expect([...new Set(second)]).toEqual([2]);
  wipe(second);
});

test('more keys than there is room for still work', () => {
  const keys = Array.from({ length: 600 }, () => secret(64).fill(9));
  expect(keys.every((key) => key.every((byte) => byte === 9))).toBe(true);
  for (const key of keys) wipe(key);
  expect(keys.every((key) => key.every((byte) => byte === 0))).toBe(true);
});

// Chromium's allocator ends the process when it cannot give a page back, and a locked page cannot be given back.
test.skipIf(process.platform !== 'linux')('locked memory does not grow with the number of keys, wiped or forgotten', () => {
  const lockedKiB = () => Number(/VmLck:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0);
  const before = lockedKiB();
  for (let index = 0; index < 2_000; index++) secret(32);
  expect(lockedKiB()).toBe(before);
});
