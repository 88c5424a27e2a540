import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { checkLog as check, pageCheck, type LogCheck } from './log-check.ts';

const place = mkdtempSync(path.join(os.tmpdir(), 'cordon-log-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const key = Buffer.alloc(32, 6);
const file = path.join(place, 'vault.db');
const db = openDatabase(file, key, { create: true });
db.exec('CREATE TABLE t(id INTEGER PRIMARY KEY, v BLOB)');
const insert = db.prepare('INSERT INTO t(v) VALUES (randomblob(3000))');
for (let index = 0; index < 12; index++) insert.run();
const log = readFileSync(`${file}-wal`);
const frame = 24 + 4096;
const checkLog = (bytes: Buffer): LogCheck => check({ size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) });
const flipped = (bytes: Buffer, at: number) => {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};

test('a log as SQLite wrote it is sound, and every changed byte of its header and frames is seen', () => {
  const { frames, problem, pages } = checkLog(log);
  expect([frames, problem]).toEqual([(log.length - 32) / frame, null]);
  expect(pages.size).toBeGreaterThan(10);
  for (const at of [0, 5, 9, 13, 16, 20, 24, 31, ...[0, 4, 8, 11, 12, 15, 16, 23, 24, 2000, frame - 1].map((within) => 32 + 3 * frame + within)]) {
    expect(checkLog(flipped(log, at)).problem, `byte ${at}`).not.toBeNull();
  }
});

test('what a kill leaves behind the end is no damage', () => {
  expect(checkLog(Buffer.alloc(0)).problem).toBeNull();
  expect(checkLog(log.subarray(0, 20)).problem).toBeNull();
  expect(checkLog(log.subarray(0, log.length - 100))).toMatchObject({ frames: (log.length - 32) / frame - 1, problem: null });
  // Begun again without being cut: the frames of the round before still follow.
  db.pragma('journal_size_limit=-1');
  db.pragma('wal_checkpoint(PASSIVE)');
  insert.run();
  const again = readFileSync(`${file}-wal`);
  expect(again).toHaveLength(log.length);
  const { frames, problem } = checkLog(again);
  expect(problem).toBeNull();
  expect(frames).toBeLessThan((again.length - 32) / frame);
  // Killed between the head of a frame and its page: the page is still that of the round before.
  const torn = Buffer.from(again);
  const last = 32 + (frames - 1) * frame;
  log.copy(torn, last + 24, last + 24, last + frame);
  expect(checkLog(torn)).toMatchObject({ frames: frames - 1, problem: null });
  // The same change in the middle of a round is damage.
  expect(frames).toBeGreaterThan(1);
  expect(checkLog(flipped(again, 32 + 30)).problem).toMatch(/^frame 1 of/);
});

test('every page of the database has its own seal, bound to its number', () => {
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(file);
  const sound = pageCheck(key, bytes);
  const pages = Array.from({ length: bytes.length / 4096 }, (_, index) => bytes.subarray(index * 4096, (index + 1) * 4096));
  expect(pages.map((page, index) => sound(page, index + 1))).toEqual(pages.map(() => true));
  const [, second = Buffer.alloc(0)] = pages;
  expect([sound(second, 3), sound(flipped(second, 4095), 2), sound(flipped(second, 0), 2)]).toEqual([false, false, false]);
  expect(pageCheck(Buffer.alloc(32, 7), bytes)(second, 2)).toBe(false);
});
