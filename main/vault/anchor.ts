import { createHmac, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, writeSync, fstatSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { failureOfSystem } from './system-failure.ts';

/** How far the journal had come when it was last heard of, kept outside the database so that an older database shows as older. */
export interface Anchor {
  readonly vault: string;
  readonly incarnation: number;
  readonly seq: number;
  /** RFC 6962 root over the first `seq` entries, base64. */
  readonly root: string;
}

const anchorShape = z.strictObject({ v: z.literal(1), vault: z.string(), incarnation: z.int(), seq: z.int(), root: z.string(), mac: z.string() });

/** Two records of this size, written in turn: a torn write costs the newer one only. A disk writes less than a sector whole or not at all. */
const RECORD = 512;

export interface AnchorFile {
  readonly last: Anchor | null;
  /** What is wrong with the file as it was found, null when nothing is. */
  readonly problem: string | null;
  /** Records where the journal stands. Not flushed: survives the end of this process, and a power cut loses it at worst, which makes it older, never newer. */
  write(record: Buffer): void;
  flush(): void;
  close(): void;
}

const later = (one: Anchor, other: Anchor) => one.incarnation - other.incarnation || one.seq - other.seq;

/**
 * RFC 8785 bytes of an anchor, with or without its MAC. Its keys are written here in that order and its texts are plain ASCII, so that `JSON.stringify` gives
 * them: every change writes one.
 */
const bytesOf = ({ incarnation, root, seq, vault }: Anchor, mac?: string) =>
  JSON.stringify(mac === undefined ? { incarnation, root, seq, v: 1, vault } : { incarnation, mac, root, seq, v: 1, vault });

/** The bytes of a record, the same in every file of a vault. */
export function recordOf(anchor: Anchor, key: KeyObject): Buffer {
  const mac = createHmac('sha256', key).update(bytesOf(anchor)).digest('base64');
  const record = Buffer.alloc(RECORD, ' ');
  record.write(bytesOf(anchor, mac), 'latin1');
  record[RECORD - 1] = 0x0a;
  return record;
}

/** One record read back, or null unless it is to the byte what this vault would have written. */
function readRecord(record: Buffer, vault: string, key: KeyObject): Anchor | null {
  try {
    const read = anchorShape.parse(JSON.parse(record.toString()));
    const anchor = { vault: read.vault, incarnation: read.incarnation, seq: read.seq, root: read.root };
    return anchor.vault === vault && recordOf(anchor, key).equals(record) ? anchor : null;
  } catch {
    return null;
  }
}

/** Both records of an anchor file as it lies on disk. */
export function readAnchor(handle: number, vault: string, key: KeyObject): { last: Anchor | null; problem: string | null; turn: 0 | 1 } {
  const bytes = Buffer.alloc(2 * RECORD);
  const size = fstatSync(handle).size;
  const read = size > 0 ? readSync(handle, bytes, 0, bytes.length, 0) : 0;
  const [first, second] = [0, RECORD].map((at) => readRecord(bytes.subarray(at, at + RECORD), vault, key));
  const last = first && second ? (later(first, second) > 0 ? first : second) : (first ?? second ?? null);
  const problem = read === 0 ? 'the file is missing' : size !== 2 * RECORD || !first || !second ? 'it is not to the byte what this vault wrote' : null;
  return { last, problem, turn: last === first ? 1 : 0 };
}

/**
 * Opens an anchor file, making it when there is none; `readonly` opens what is there. A file that is missing or damaged is no error but
 * a `problem`. Refuses `file-unwritable` when it cannot be made.
 */
export function openAnchor(file: string, vault: string, key: KeyObject, readonly: boolean): AnchorFile {
  let handle: number | null = null;
  try {
    if (!readonly) mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    handle = openSync(file, readonly ? 'r' : 'r+');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing && !readonly) failureOfSystem(error, 'anchor');
    if (readonly) return { last: null, problem: 'the file is missing', write: () => undefined, flush: () => undefined, close: () => undefined };
  }
  if (handle === null) {
    try {
      handle = openSync(file, 'w+', 0o600);
    } catch (error) {
      failureOfSystem(error, 'anchor');
    }
  }
  const open = handle;
  const found = readAnchor(open, vault, key);
  let turn = found.turn;
  // A file that is not sound gets both its records with the next write.
  let whole = found.problem === null;
  return {
    last: found.last,
    problem: found.problem,
    write(record) {
      const times = whole ? 1 : 2;
      for (let time = 0; time < times; time++) {
        writeSync(open, record, 0, RECORD, turn * RECORD);
        turn = turn === 0 ? 1 : 0;
      }
      whole = true;
    },
    flush() {
      try {
        fsyncSync(open);
      } catch (error) {
        failureOfSystem(error, 'anchor');
      }
    },
    close: () => closeSync(open),
  };
}
