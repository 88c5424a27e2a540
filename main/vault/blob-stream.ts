import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import sodium from 'sodium-native';

/** Plain bytes per chunk; every chunk but the last is full, so sizes say nothing that the length does not say already. */
export const CHUNK = 65_536;
const OVER = sodium.crypto_secretstream_xchacha20poly1305_ABYTES;
const HEADER = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES;
const { crypto_secretstream_xchacha20poly1305_TAG_FINAL: FINAL, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: MESSAGE } = sodium;
/** Chunks sealed or opened at a time: 1 MiB keeps system calls few and memory small. */
const BATCH = 16;

/** The length of the encrypted file for so many plain bytes. */
export const sealedLength = (plain: number): number => HEADER + plain + (Math.floor(plain / CHUNK) + 1) * OVER;

/**
 * Encrypts `source` into `file`: the header, then chunks of 64 KiB tagged MESSAGE, then the rest (0 to 65,535 bytes) tagged FINAL. Gives
 * the SHA-256 and length of the plain bytes. Memory is constant whatever the length: one batch is written while the next is sealed.
 */
export async function sealStream(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: FileHandle,
  key: Uint8Array,
  tell?: (bytes: number) => void,
): Promise<{ sha256: string; bytes: number }> {
  const state = Buffer.alloc(sodium.crypto_secretstream_xchacha20poly1305_STATEBYTES);
  const header = Buffer.alloc(HEADER);
  sodium.crypto_secretstream_xchacha20poly1305_init_push(state, header, key);
  await writeAll(file, header);
  const hash = createHash('sha256');
  const rest = Buffer.alloc(CHUNK);
  const batches = [Buffer.allocUnsafe(BATCH * (CHUNK + OVER)), Buffer.allocUnsafe(BATCH * (CHUNK + OVER))];
  let [kept, filled, turn, bytes] = [0, 0, 0, 0];
  let writing: Promise<void> = Promise.resolve();

  /** Hands the current batch to the disk and goes on with the other once that one is free. */
  const flush = async () => {
    const batch = batches[turn];
    if (!batch || filled === 0) return;
    await writing;
    writing = writeAll(file, batch.subarray(0, filled));
    // Seen again when awaited; without this an early failure would count as unhandled.
    writing.catch(() => undefined);
    turn = 1 - turn;
    filled = 0;
  };
  const seal = (chunk: Uint8Array, tag: number) => {
    const batch = batches[turn];
    if (!batch) throw new Error('there are two batches');
    sodium.crypto_secretstream_xchacha20poly1305_push(state, batch.subarray(filled, filled + chunk.length + OVER), chunk, null, tag);
    filled += chunk.length + OVER;
  };

  try {
    for await (const piece of source) {
      hash.update(piece);
      bytes += piece.length;
      let at = 0;
      while (at < piece.length) {
        if (kept > 0 || piece.length - at < CHUNK) {
          const taken = Math.min(CHUNK - kept, piece.length - at);
          rest.set(piece.subarray(at, at + taken), kept);
          kept += taken;
          at += taken;
          if (kept < CHUNK) break;
          seal(rest, MESSAGE);
          kept = 0;
        } else {
          seal(piece.subarray(at, at + CHUNK), MESSAGE);
          at += CHUNK;
        }
        if (filled >= (BATCH - 1) * (CHUNK + OVER)) await flush();
      }
      tell?.(bytes);
    }
    seal(rest.subarray(0, kept), FINAL);
    await flush();
    await writing;
  } finally {
    await writing.catch(() => undefined);
    sodium.sodium_memzero(rest);
    sodium.sodium_memzero(state);
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at)).bytesWritten;
}

/** Thrown by `openStream` when the file is not what `sealStream` wrote with this key: changed, cut short or grown. */
export class StreamDamaged extends Error {}

/** The plain bytes, chunk by chunk, each authentic before it is given. Throws `StreamDamaged`; the end is only good when no error came. */
export async function* openStream(file: FileHandle, key: Uint8Array): AsyncGenerator<Uint8Array> {
  const state = Buffer.alloc(sodium.crypto_secretstream_xchacha20poly1305_STATEBYTES);
  const header = Buffer.alloc(HEADER);
  if ((await readFull(file, header)) < HEADER) throw new StreamDamaged('it is cut short');
  sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, header, key);
  const sealed = Buffer.allocUnsafe(BATCH * (CHUNK + OVER));
  const tag = Buffer.alloc(1);
  for (;;) {
    const length = await readFull(file, sealed);
    for (let at = 0; at < length; at += CHUNK + OVER) {
      const cipher = sealed.subarray(at, Math.min(length, at + CHUNK + OVER));
      if (cipher.length < OVER) throw new StreamDamaged('it is cut short');
      const plain = Buffer.allocUnsafeSlow(cipher.length - OVER);
      try {
        sodium.crypto_secretstream_xchacha20poly1305_pull(state, plain, tag, cipher, null);
      } catch {
        throw new StreamDamaged('a chunk is not authentic');
      }
      const final = tag[0] === FINAL;
      if (final && (at + cipher.length < length || (await file.read(tag, 0, 1)).bytesRead > 0)) throw new StreamDamaged('something follows its end');
      yield plain;
      if (final) return;
    }
    if (length < sealed.length) throw new StreamDamaged('it is cut short');
  }
}

/** Fills `buffer` from where the file stands; gives how much there was. */
async function readFull(file: FileHandle, buffer: Buffer): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}
