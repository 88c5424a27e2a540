import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { grants } from './grants.ts';
import { mostUploadedBytes, uploads } from './uploads.ts';

let count = 0;
const random = (bytes: number) => new Uint8Array(bytes).fill(++count);
const piece = (upload: string, at: number, text: string, end = false) => ({ upload, name: 'a.txt', at, bytes: new TextEncoder().encode(text), end });

test('a place has one token, and the token leads back to it and says nothing of it', () => {
  const given = grants(random);
  const token = given.place('/home/dana/Case.cordon');
  expect(given.place('/home/dana/Case.cordon')).toBe(token);
  expect(given.pathOf(token)).toBe('/home/dana/Case.cordon');
  expect(token).toMatch(/^[0-9a-f]{32}$/);
});

test('a token that nobody gave, or that was used up, is misuse', async () => {
  const given = grants(random);
  const token = given.place('/a');
  given.forget(token);
  for (const wrong of [token, '/etc/passwd', '', '__proto__']) expect(await answer(() => given.take(wrong)), wrong).toMatchObject({ failure: { code: 'misuse' } });
  expect(await answer(() => given.pathOf(given.bytes('x', new Uint8Array()).token))).toMatchObject({ failure: { code: 'misuse' } });
});

test('a file is granted by its bare name and size; one that is not there by its name', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-grants-'));
  try {
    writeFileSync(path.join(folder, 'a.txt'), 'four');
    mkdirSync(path.join(folder, 'sub'));
    writeFileSync(path.join(folder, 'sub', 'b.txt'), 'eleven here');
    const files = await grants(random).files([path.join(folder, 'a.txt'), path.join(folder, 'none.txt'), folder]);
    // A folder is every file below it.
    expect(files.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['a.txt', 4],
      ['none.txt', 0],
      [path.join(path.basename(folder), 'a.txt'), 4],
      [path.join(path.basename(folder), 'sub', 'b.txt'), 11],
    ]);
    expect(JSON.stringify(files)).not.toContain(os.tmpdir());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('pieces in their order make a file; two uploads do not mix', () => {
  const given = grants(random);
  const send = uploads(given);
  expect([send(piece('one', 0, 'abc')), send(piece('two', 0, 'xyz'))]).toEqual([null, null]);
  const done = send(piece('one', 3, 'def', true));
  const granted = given.take(done?.token ?? '');
  expect('bytes' in granted && Buffer.from(granted.bytes).toString()).toBe('abcdef');
  expect(done).toMatchObject({ name: 'a.txt', bytes: 6 });
});

test('a piece out of its order, or of no upload, is misuse and ends the upload', async () => {
  const send = uploads(grants(random));
  send(piece('one', 0, 'abc'));
  expect(await answer(() => send(piece('one', 9, 'x')))).toMatchObject({ failure: { code: 'misuse' } });
  expect(await answer(() => send(piece('one', 3, 'x')))).toMatchObject({ failure: { code: 'misuse' } });
});

test('a file above the limit is refused before it is held', async () => {
  const send = uploads(grants(random));
  const bytes = new Uint8Array(mostUploadedBytes);
  expect(send({ upload: 'big', name: 'big.bin', at: 0, bytes, end: false })).toBeNull();
  expect(await answer(() => send({ upload: 'big', name: 'big.bin', at: bytes.length, bytes: Uint8Array.of(1), end: true }))).toMatchObject({
    failure: { code: 'intake-refused', file: 'big.bin' },
  });
});
