import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { fileDestination } from './file-destination.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-out-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bytes = (text: string): Uint8Array => Buffer.from(text);

test('nothing stands at the place until all of it is there, and then only its owner reads it', async () => {
  const target = path.join(folder, 'a.txt');
  const delivery = await fileDestination(target, 'one').begin();
  await delivery.write(bytes('first '));
  await delivery.write(bytes('second'));
  await delivery.finish();
  expect(readdirSync(folder)).toEqual(['.a.txt.one.tmp']);
  await delivery.deliver();
  await delivery.discard();
  expect(readdirSync(folder)).toEqual(['a.txt']);
  expect(readFileSync(target, 'utf8')).toBe('first second');
  if (process.platform !== 'win32') expect(statSync(target).mode & 0o777).toBe(0o600);
});

test('what is given up leaves nothing and leaves the old file alone', async () => {
  const target = path.join(folder, 'kept.txt');
  writeFileSync(target, 'old');
  const delivery = await fileDestination(target, 'two').begin();
  await delivery.write(bytes('new'));
  await delivery.discard();
  expect(readFileSync(target, 'utf8')).toBe('old');
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a place that cannot be written is named without its path', async () => {
  mkdirSync(path.join(folder, 'is-a-folder'));
  expect(await answer(() => fileDestination(path.join(folder, 'is-a-folder'), 'x').begin())).toEqual({
    ok: false,
    failure: { code: 'file-unwritable', file: 'is-a-folder', why: 'there is a folder of that name' },
  });
  expect(await answer(() => fileDestination(path.join(folder, 'missing', 'a.txt'), 'x').begin())).toEqual({
    ok: false,
    failure: { code: 'file-unwritable', file: 'a.txt', why: 'the folder does not exist' },
  });
});

test('a full disk is said to be full and keeps no half of the file', async (context) => {
  const small = path.join(folder, 'small');
  mkdirSync(small);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]).status !== 0) {
    context.skip('a small file system cannot be mounted here');
    return;
  }
  try {
    const delivery = await fileDestination(path.join(small, 'big.bin'), 'x').begin();
    expect(await answer(() => delivery.write(Buffer.alloc(1_000_000)))).toEqual({ ok: false, failure: { code: 'disk-full', file: 'big.bin' } });
    await delivery.discard();
    expect(readdirSync(small)).toEqual([]);
  } finally {
    spawnSync('umount', [small]);
  }
});
