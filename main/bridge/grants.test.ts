import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { sourceOfBytes } from '../evidence/source-file.ts';
import { grants } from './grants.ts';
import { openGranted } from './open-granted.ts';
import { mostPieceBytes, uploads } from './uploads.ts';
import type { Staging } from '../vault/vault.ts';

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
  const staged = { bytes: 0, read: () => sourceOfBytes('x', new Uint8Array(), 0).read(), drop: () => {} };
  expect(await answer(() => given.pathOf(given.handed('x', staged).token))).toMatchObject({ failure: { code: 'misuse' } });
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

/** A staging in memory, that counts what waits and can be held up. */
function fakeStaging() {
  const waits = { open: 0, kept: 0, hold: Promise.resolve() };
  const staging: Staging = {
    clear: () => {},
    begin: () => {
      waits.open++;
      const pieces: Uint8Array[] = [];
      let close: () => void = () => {};
      const closed = new Promise<void>((resolve) => (close = resolve)).then(() => void waits.open--);
      return Promise.resolve({
        closed,
        push: async (piece) => {
          await waits.hold;
          pieces.push(piece);
        },
        end: () => {
          close();
          waits.kept++;
          const bytes = Buffer.concat(pieces);
          return Promise.resolve({
            bytes: bytes.length,
            async *read() {
              yield await Promise.resolve(bytes);
            },
            drop: () => void waits.kept--,
          });
        },
        drop: () => Promise.resolve(close()),
      });
    },
  };
  return { staging, waits };
}
const sending = (given = grants(random)) => {
  const { staging, waits } = fakeStaging();
  return { given, waits, send: uploads(given, () => staging) };
};

test('pieces in their order make a file; two uploads do not mix; taken in, it waits no more', async () => {
  const { given, send, waits } = sending();
  expect(await Promise.all([send(piece('one', 0, 'abc')), send(piece('two', 0, 'xyz'))])).toEqual([null, null]);
  const done = await send(piece('one', 3, 'def', true));
  const source = await openGranted(given.take(done?.token ?? ''), 5);
  expect(source).toMatchObject({ name: 'a.txt', bytes: 6, modified: 5 });
  for await (const chunk of source.read()) expect(Buffer.from(chunk).toString()).toBe('abcdef');
  expect(done).toMatchObject({ name: 'a.txt', bytes: 6 });
  given.forget(done?.token ?? '');
  expect(waits).toMatchObject({ open: 1, kept: 0 });
});

test('a piece out of its order, of no upload, larger than any, or sent before the one before was kept, is misuse and ends the upload', async () => {
  const { send, waits } = sending();
  const misuse = { failure: { code: 'misuse' } };
  await send(piece('one', 0, 'abc'));
  expect(await answer(() => send(piece('one', 9, 'x')))).toMatchObject(misuse);
  expect(await answer(() => send(piece('one', 3, 'x')))).toMatchObject(misuse);
  expect(await answer(() => send({ upload: 'big', name: 'big.bin', at: 0, bytes: new Uint8Array(mostPieceBytes + 1), end: true }))).toMatchObject(misuse);
  let go: () => void = () => {};
  waits.hold = new Promise((resolve) => (go = resolve));
  const first = send(piece('fast', 0, 'abc'));
  expect(await answer(() => send(piece('fast', 3, 'x')))).toMatchObject(misuse);
  go();
  await first;
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(waits.open).toBe(0);
});

test('however many are begun, a few are open at a time, and the last ones come to their end', async () => {
  const { send, waits } = sending();
  let most = 0;
  for (let at = 0; at < 200; at++) {
    await answer(() => send(piece(`u${at}`, 0, 'abc')));
    most = Math.max(most, waits.open);
  }
  expect(most).toBeLessThanOrEqual(16);
  const all = await Promise.all(Array.from({ length: 300 }, (_, at) => answer(() => send(piece(`v${at}`, 0, 'abc')))));
  expect(all.filter((one) => one.ok).length).toBeLessThanOrEqual(16);
  expect(waits.open).toBeLessThanOrEqual(16);
  expect(await send(piece('last', 0, 'abc', true))).toMatchObject({ bytes: 3 });
});

test('files that nobody takes in are as many as one drop may have', async () => {
  const { given, waits } = sending();
  const { staging } = fakeStaging();
  const staged = await (await staging.begin('x')).end();
  for (let at = 0; at < 20_000; at++) given.handed('x', staged);
  expect(await answer(() => given.handed('x', staged))).toMatchObject({ failure: { code: 'too-many-records' } });
  expect(waits.kept).toBe(0);
});
