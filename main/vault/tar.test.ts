import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headerOf, readTar, tarEnd, tarLength, tarPadding, TarMalformed } from './tar.ts';

interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function archive(files: readonly Made[]): Buffer {
  const parts = files.flatMap(({ name, bytes }) => [headerOf({ name, bytes: bytes.length, seconds: 1_900_000_000 }), bytes, tarPadding(bytes.length)]);
  const so = Buffer.concat(parts);
  return Buffer.concat([so, tarEnd(so.length)]);
}

/** The archive in pieces of `size`, as a disk or a decryption gives it. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(new Uint8Array(bytes.subarray(at, at + size)));
}

async function read(bytes: Buffer, size = 1000): Promise<Made[]> {
  const files: Made[] = [];
  for await (const { name, body } of readTar(inPieces(bytes, size))) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(new Uint8Array(chunk));
    files.push({ name, bytes: new Uint8Array(Buffer.concat(chunks)) });
  }
  return files;
}

const segment = fc.stringMatching(/^[A-Za-z0-9 é.]{1,40}$/).filter((name) => !name.includes('\0'));
const file = fc.record({ name: fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')), bytes: fc.uint8Array({ maxLength: 3000 }) });

test('what is written is read back, in whatever pieces it comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 6 }), fc.integer({ min: 1, max: 5000 }), async (files, size) => {
      const bytes = archive(files);
      expect(bytes.length).toBe(tarLength(files.map((one) => one.bytes.length)));
      expect(await read(bytes, size)).toEqual(files);
    }),
    { numRuns: 60 },
  );
});

test('a changed byte in a header, a cut and an addition are refused', async () => {
  const bytes = archive([{ name: 'v/slots.a', bytes: Buffer.from('x') }]);
  for (let at = 0; at < 512; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(read(changed), `byte ${at}`).rejects.toThrow(TarMalformed);
  }
  for (const cut of [1, 511, 512, 513, 1024, 1536]) await expect(read(bytes.subarray(0, cut))).rejects.toThrow(TarMalformed);
  await expect(read(Buffer.concat([bytes, Buffer.from('more')]))).rejects.toThrow(TarMalformed);
});

test('a length beyond 8 GiB is written in the form that other programs read', () => {
  const bytes = 50 * 1024 ** 3 + 7;
  const header = headerOf({ name: 'v/vault.db', bytes, seconds: 1 });
  expect(header[124]).toBe(0x80);
  expect(header.readUIntBE(124 + 6, 6)).toBe(bytes);
});
