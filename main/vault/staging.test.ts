import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Refused } from '../../shared/failure/failure.ts';
import { onSmallDisk } from './small-disk.test-support.ts';
import { stagingIn } from './staging.ts';
import { systemRandom } from './system-random.ts';
import { failure, testPlace } from './test-vault.ts';

const place = testPlace();
afterAll(() => place.clear());
const word = 'qxocarinaqx';
const fresh = () => mkdtempSync(path.join(place.path, 'staging-'));
const stagingAt = (folder: string, most?: number) => stagingIn({ folder, random: systemRandom, mayWrite: () => {}, ...(most !== undefined && { most }) });
const all = async (source: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk.slice());
  return Buffer.concat(chunks).toString();
};

test('what is handed over piece by piece is read again as it came, more than once, and no word of it is on the disk', async () => {
  const folder = fresh();
  const staging = stagingAt(folder);
  const coming = await staging.begin('memo.txt');
  const pieces = ['', word, 'x'.repeat(200_000), `${word} end`];
  for (const piece of pieces) await coming.push(Buffer.from(piece));
  const staged = await coming.end();
  expect(staged.bytes).toBe(pieces.join('').length);
  expect([await all(staged.read()), await all(staged.read())]).toEqual([pieces.join(''), pieces.join('')]);
  const [file = ''] = readdirSync(folder);
  expect(file).toMatch(/^staged-[0-9a-f]{32}\.tmp$/);
  expect(readFileSync(path.join(folder, file)).includes(word)).toBe(false);
  staged.drop();
  staged.drop();
  expect(readdirSync(folder)).toEqual([]);
});

test('one that is given up, and everything that waits when the vault is closed, is deleted; then nothing more comes', async () => {
  const folder = fresh();
  const staging = stagingAt(folder);
  const [given, kept, open] = await Promise.all([staging.begin('a'), staging.begin('b'), staging.begin('c')]);
  await given.push(Buffer.from('x'));
  await given.drop();
  await given.closed;
  const staged = await kept.end();
  await open.push(Buffer.from('y'));
  expect(readdirSync(folder)).toHaveLength(2);
  staging.clear();
  await open.closed;
  expect(readdirSync(folder)).toEqual([]);
  expect(await failure(staging.begin('d'))).toEqual({ code: 'vault-locked' });
  expect(await failure(all(staged.read()))).toMatchObject({ code: expect.stringMatching(/file-unreadable|vault-locked/) });
});

test('more than may wait is refused and what is there goes on; room comes back with what is taken in', async () => {
  const staging = stagingAt(fresh(), 1000);
  const first = await staging.begin('first');
  await first.push(Buffer.alloc(900));
  const second = await staging.begin('second');
  expect(await failure(second.push(Buffer.alloc(200)))).toMatchObject({ code: 'intake-refused', file: 'second' });
  (await first.end()).drop();
  const third = await staging.begin('third');
  await third.push(Buffer.alloc(1000));
  expect((await third.end()).bytes).toBe(1000);
});

test('no more waits than half of what is free, so that what is saved still has room', async ({ skip }) => {
  await onSmallDisk(place.path, 8, skip, async (disk) => {
    const staging = stagingAt(disk);
    const coming = await staging.begin('large.bin');
    let came = 0;
    const refused = await failure(
      (async () => {
        for (; came < 16; came++) await coming.push(Buffer.alloc(1_048_576, 7));
      })(),
    );
    expect(refused).toMatchObject({ code: 'disk-full', file: 'large.bin', room: { wanted: expect.any(Number) } });
    expect(came).toBeGreaterThan(1);
    // Half of eight, and one more: a small disk in memory counts what is free per processor, and may be behind by a piece.
    expect(came).toBeLessThanOrEqual(5);
    expect(readdirSync(disk)).toEqual([]);
    // And where something else fills the disk in between.
    const other = await staging.begin('other.bin');
    writeFileSync(path.join(disk, 'filler'), Buffer.alloc(8 * 1_048_576 - 65_536));
    expect(await failure(other.push(Buffer.alloc(500_000)))).toMatchObject({ code: 'disk-full' });
  });
});

test('a file that was changed while it waited is refused as that', async () => {
  const folder = fresh();
  const coming = await stagingAt(folder).begin('memo.txt');
  await coming.push(Buffer.alloc(100_000, 7));
  const staged = await coming.end();
  const file = path.join(folder, readdirSync(folder)[0] ?? '');
  truncateSync(file, statSync(file).size - 1);
  expect(await failure(all(staged.read()))).toMatchObject({ code: 'file-unreadable', file: 'memo.txt' });
  rmSync(file);
  expect(await failure(all(staged.read()))).toMatchObject({ code: 'file-unreadable', file: 'memo.txt' });
});

test('what a killed program had left is taken away by the next opening, and a vault that cannot be written to takes nothing', async () => {
  const { vault, folder } = await place.make('Left');
  await vault.close();
  writeFileSync(path.join(folder, `staged-${'ab'.repeat(16)}.tmp`), 'sealed');
  const again = await place.open(folder);
  expect(readdirSync(folder).filter((name) => name.startsWith('staged'))).toEqual([]);
  const coming = await again.staging.begin('memo.txt');
  await coming.push(Buffer.from('x'));
  await coming.end();
  await again.close();
  expect(readdirSync(folder).filter((name) => name.startsWith('staged'))).toEqual([]);
  await expect(again.staging.begin('late')).rejects.toBeInstanceOf(Refused);
});
