import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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
  expect(readdirSync(folder)).toEqual(['.a.txt.one.cordon.tmp']);
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

test('what a killed program had left half written is taken away by the next one that writes there; what is written to now, and what is somebody else’s, stays', async () => {
  const at = path.join(folder, 'swept');
  mkdirSync(at);
  const names = ['.V 2031-01-08.cordon.tar.0a1b.cordon.tmp', '.V.cordon.tar.9f9f.cordon.tmp', '.theirs.tmp', 'notes.cordon.tmp'];
  for (const name of names) writeFileSync(path.join(at, name), 'half');
  const before = new Date(statSync(path.join(at, '.theirs.tmp')).mtimeMs - 2 * 86_400_000);
  for (const name of [names[0], names[2], names[3]]) utimesSync(path.join(at, name ?? ''), before, before);
  const delivery = await fileDestination(path.join(at, 'new.txt'), 'three').begin();
  await delivery.discard();
  expect(readdirSync(at).sort()).toEqual(names.slice(1).sort());
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
