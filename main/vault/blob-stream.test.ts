import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { CHUNK, openStream, sealedLength, sealStream, StreamDamaged } from './blob-stream.ts';

const place = mkdtempSync(path.join(os.tmpdir(), 'cordon-stream-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const file = path.join(place, 'sealed');
const key = Buffer.alloc(32, 3);

async function seal(pieces: readonly Uint8Array[]) {
  const handle = await open(file, 'w');
  try {
    return await sealStream(pieces, handle, key);
  } finally {
    await handle.close();
  }
}
async function unseal(withKey = key): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of openStream(handle, withKey)) chunks.push(chunk);
    return Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
}

const lengths = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: CHUNK - 2, max: CHUNK + 2 }), fc.integer({ min: 16 * CHUNK - 2, max: 17 * CHUNK + 2 }));

test('whatever goes in comes out, in whatever pieces it came, with its hash and length', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lengths, { maxLength: 4 }), async (sizes) => {
      const pieces = sizes.map((size) => randomBytes(size));
      const plain = Buffer.concat(pieces);
      expect(await seal(pieces)).toEqual({ sha256: createHash('sha256').update(plain).digest('hex'), bytes: plain.length });
      expect(readFileSync(file)).toHaveLength(sealedLength(plain.length));
      expect((await unseal()).equals(plain)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a file that was cut, grown, changed or reordered anywhere is damaged, and so is one under another key', async () => {
  await seal([randomBytes(3 * CHUNK + 100)]);
  const sound = readFileSync(file);
  const over = CHUNK + 17;
  const broken: [string, Buffer][] = [
    ['cut at a chunk', sound.subarray(0, 24 + 2 * over)],
    ['cut in a chunk', sound.subarray(0, sound.length - 1)],
    ['cut in the header', sound.subarray(0, 10)],
    ['empty', Buffer.alloc(0)],
    ['grown', Buffer.concat([sound, Buffer.from([0])])],
    ['doubled', Buffer.concat([sound, sound.subarray(24)])],
    ['reordered', Buffer.concat([sound.subarray(0, 24), sound.subarray(24 + over, 24 + 2 * over), sound.subarray(24, 24 + over), sound.subarray(24 + 2 * over)])],
    ...[0, 23, 24, 40_000, 24 + over, sound.length - 1].map((at): [string, Buffer] => {
      const changed = Buffer.from(sound);
      changed[at] = (changed[at] ?? 0) ^ 1;
      return [`changed at ${at}`, changed];
    }),
  ];
  for (const [how, bytes] of broken) {
    writeFileSync(file, bytes);
    await expect(unseal(), how).rejects.toThrow(StreamDamaged);
  }
  writeFileSync(file, sound);
  await expect(unseal(Buffer.alloc(32, 4))).rejects.toThrow(StreamDamaged);
  expect(await unseal()).toHaveLength(3 * CHUNK + 100);
});

test('a source that fails half way fails the whole', async () => {
  async function* failing() {
    yield Buffer.alloc(5 * CHUNK);
    throw new Error('the source is gone');
  }
  const handle = await open(file, 'w');
  await expect(sealStream(failing(), handle, key)).rejects.toThrow('the source is gone');
  await handle.close();
});
