import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PAGE } from './database.ts';
import { isStrange, notPlain } from './plain-files.ts';

/**
 * SQLite checks its log only as far as the first frame that does not match, and silently forgets the rest; so every frame is checked here
 * before SQLite sees the log. Layout: sqlite.org/fileformat2.html §4.1 ("The WAL File Format").
 */
export interface LogCheck {
  readonly frames: number;
  /** Null when every frame is as SQLite wrote it. */
  readonly problem: string | null;
  /** The numbers of the pages in the sound frames. */
  readonly pages: ReadonlySet<number>;
}

const HEADER = 32;
/** The head of a page in the log. */
export const FRAME = 24;

/** The running checksum of the format over 32-bit words of `bytes`, whose length is a multiple of 8. */
function checksum(bytes: Buffer, big: boolean, from: readonly [number, number]): [number, number] {
  let [one, two] = from;
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + (big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + two) >>> 0;
    two = (two + (big ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + one) >>> 0;
  }
  return [one, two];
}

/**
 * Whether a frame is left over from before the log was begun again: then both its salts are others, the first one less by one. A changed
 * bit in a frame of today leaves one of the two as it is.
 */
function isOfRoundBefore(frame: Buffer, salts: Buffer): boolean {
  return frame.readUInt32BE(8) === (salts.readUInt32BE(0) - 1) >>> 0 && frame.readUInt32BE(12) !== salts.readUInt32BE(4);
}

/** The bytes of a log, read piece by piece: after an import was cut off it can be larger than memory should hold. */
export interface LogBytes {
  readonly size: number;
  /** Gives a view that is good until the next piece is read. */
  readonly read: (at: number, length: number) => Buffer;
}

/** The log in a file that is open. */
export function logIn(handle: number): LogBytes {
  const piece = Buffer.allocUnsafe(FRAME + PAGE);
  return { size: fstatSync(handle).size, read: (at, length) => piece.subarray(0, readSync(handle, piece, 0, length, at)) };
}

/** Checks the log beside a database; null when there is none. */
export function checkLogOf(database: string): LogCheck | null {
  const log = `${database}-wal`;
  let handle: number;
  if (isStrange(log)) return { frames: 0, pages: new Set(), problem: notPlain };
  try {
    handle = openSync(log, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return checkLog(logIn(handle));
  } finally {
    closeSync(handle);
  }
}

/**
 * Checks every frame of a log. What a kill leaves in the middle of writing is no problem: a last frame that is not whole, or frames of
 * the round before that were not yet cut off; no change that was acknowledged is among them, and the anchor is there to prove it.
 */
export function checkLog(log: LogBytes): LogCheck {
  const pages = new Set<number>();
  if (log.size < HEADER) return { frames: 0, pages, problem: null };
  const header = Buffer.from(log.read(0, HEADER));
  const magic = header.readUInt32BE(0);
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return { frames: 0, pages, problem: 'its header is not one of a log' };
  const big = magic === 0x377f0683;
  let sum = checksum(header.subarray(0, 24), big, [0, 0]);
  if (sum[0] !== header.readUInt32BE(24) || sum[1] !== header.readUInt32BE(28) || header.readUInt32BE(8) !== PAGE)
    return { frames: 0, pages, problem: 'the checksum of its header does not match' };
  const salts = header.subarray(16, 24);
  const whole = Math.floor((log.size - HEADER) / (FRAME + PAGE));
  for (let index = 0; index < whole; index++) {
    const frame = log.read(HEADER + index * (FRAME + PAGE), FRAME + PAGE);
    if (frame.length < FRAME + PAGE || isOfRoundBefore(frame, salts)) return { frames: index, pages, problem: null };
    sum = checksum(frame.subarray(FRAME), big, checksum(frame.subarray(0, 8), big, sum));
    const sound = frame.subarray(8, 16).equals(salts) && sum[0] === frame.readUInt32BE(16) && sum[1] === frame.readUInt32BE(20);
    // SQLite writes the head of a frame and then its page: a kill between the two leaves one over a page of the round before. The log is cut with the first
    // commit of a round, so where frames of the round before still follow, nothing of this one was ever committed.
    if (!sound && index + 1 < whole && isOfRoundBefore(log.read(HEADER + (index + 1) * (FRAME + PAGE), FRAME + PAGE), salts)) return { frames: index, pages, problem: null };
    if (!sound) return { frames: index, pages, problem: `frame ${index + 1} of ${whole} does not match its checksum; it and what follows were dropped` };
    pages.add(frame.readUInt32BE(0));
  }
  return { frames: whole, pages, problem: null };
}

/** Checks the HMAC of single pages as SQLCipher 4 keeps them: HMAC-SHA512 over the page and its number, in the page's last 64 bytes. */
export type PageCheck = (page: Buffer, number: number) => boolean;

/** `start` is the first 16 bytes of the database: its salt (zetetic.net/sqlcipher/design: HMAC key from the salt XOR 0x3a, two rounds). */
export function pageCheck(key: Uint8Array, start: Uint8Array): PageCheck {
  const hmacKey = pbkdf2Sync(
    key,
    start.subarray(0, 16).map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  );
  const number = Buffer.alloc(4);
  return (page, at) => {
    number.writeUInt32LE(at);
    const mac = createHmac('sha512', hmacKey)
      .update(page.subarray(at === 1 ? 16 : 0, PAGE - 64))
      .update(number)
      .digest();
    return timingSafeEqual(mac, page.subarray(PAGE - 64));
  };
}
