/** POSIX ustar (IEEE 1003.1, pax "ustar Interchange Format"): what every `tar` reads. Only plain files, because a backup holds nothing else. */
export interface TarHeader {
  readonly name: string;
  readonly bytes: number;
  /** Whole seconds since 1970. */
  readonly seconds: number;
}
export interface TarFile extends TarHeader {
  /** The bytes of the file; must be read to their end before the next file is asked for. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Thrown by `readTar` for anything that `headerOf` would not have written. */
export class TarMalformed extends Error {}

const BLOCK = 512;
/** Archives end at a multiple of twenty blocks; older programs ask for it. */
const ROUND = 20 * BLOCK;

const padded = (bytes: number) => Math.ceil(bytes / BLOCK) * BLOCK;

/** The length of an archive of files of these lengths. */
export function tarLength(lengths: readonly number[]): number {
  const files = lengths.reduce((sum, bytes) => sum + BLOCK + padded(bytes), 0);
  return files + tarEnd(files).length;
}

/** The zero blocks at the end of an archive that is `so` bytes long so far. */
export const tarEnd = (so: number): Buffer => Buffer.alloc(Math.ceil((so + 2 * BLOCK) / ROUND) * ROUND - so);

/** What follows a file of so many bytes, up to the next block. */
export const tarPadding = (bytes: number): Buffer => Buffer.alloc(padded(bytes) - bytes);

/** A name of at most 255 bytes, split at a slash where it is longer than its field; null when it cannot be. */
function split(name: string): { prefix: string; rest: string } | null {
  if (Buffer.byteLength(name) <= 100) return { prefix: '', rest: name };
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
    const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(rest) <= 100) return { prefix, rest };
  }
  return null;
}

/** Eleven octal digits, or above 8 GiB the binary form that GNU tar, bsdtar and Python write and read. */
function writeNumber(block: Buffer, at: number, width: number, value: number): void {
  if (value < 8 ** (width - 1)) {
    block.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1');
    return;
  }
  block[at] = 0x80;
  block.writeUIntBE(Math.floor(value / 2 ** 48), at + width - 8, 2);
  block.writeUIntBE(value % 2 ** 48, at + width - 6, 6);
}

/** The header block of a plain file that only its owner may read. Throws RangeError for a name that does not fit. */
export function headerOf({ name, bytes, seconds }: TarHeader): Buffer {
  const parts = split(name);
  if (!parts) throw new RangeError('a name in an archive has at most 255 bytes');
  const block = Buffer.alloc(BLOCK);
  block.write(parts.rest, 0);
  writeNumber(block, 100, 8, 0o600);
  writeNumber(block, 108, 8, 0);
  writeNumber(block, 116, 8, 0);
  writeNumber(block, 124, 12, bytes);
  writeNumber(block, 136, 12, seconds);
  block.write('0', 156, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  writeNumber(block, 329, 8, 0);
  writeNumber(block, 337, 8, 0);
  block.write(parts.prefix, 345);
  block.fill(' ', 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

function readNumber(block: Buffer, at: number, width: number): number {
  if (block[at] === 0x80) return block.readUIntBE(at + width - 8, 2) * 2 ** 48 + block.readUIntBE(at + width - 6, 6);
  const digits = block.toString('latin1', at, at + width - 1);
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

const text = (block: Buffer, at: number, width: number) => {
  const field = block.subarray(at, at + width);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? width : end);
};

/** The header in `block`. Throws `TarMalformed` unless it is to the byte what `headerOf` writes: so there are no links, devices, folders, sparse files or odd names. */
function readHeader(block: Buffer): TarHeader {
  const prefix = text(block, 345, 155);
  const rest = text(block, 0, 100);
  const header = { name: prefix === '' ? rest : `${prefix}/${rest}`, bytes: readNumber(block, 124, 12), seconds: readNumber(block, 136, 12) };
  const sound = Number.isSafeInteger(header.bytes) && Number.isSafeInteger(header.seconds) && split(header.name) !== null && headerOf(header).equals(block);
  if (!sound) throw new TarMalformed('a header is not one that Cordon writes');
  return header;
}

/** The files of an archive, one after the other, in constant memory. Throws `TarMalformed`; the end is only good when no error came. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  const input = pieces(source);
  try {
    yield* filesOf(input);
  } finally {
    await input.end();
  }
}

async function* filesOf(input: Pieces): AsyncGenerator<TarFile> {
  for (;;) {
    const block = await input.exactly(BLOCK);
    if (block.every((byte) => byte === 0)) break;
    const header = readHeader(block);
    let left = header.bytes;
    async function* body(): AsyncGenerator<Uint8Array> {
      while (left > 0) {
        const piece = await input.upTo(left);
        left -= piece.length;
        yield piece;
      }
    }
    yield { ...header, body: body() };
    if (left > 0) throw new Error('a file of an archive was not read to its end');
    if ((await input.exactly(padded(header.bytes) - header.bytes)).some((byte) => byte !== 0)) throw new TarMalformed('something stands between two files');
  }
  // The second of the two zero blocks, and whatever zeros fill the last round.
  const second = await input.exactly(BLOCK);
  for (let rest = second; rest.length > 0; rest = await input.upTo(ROUND, true)) if (rest.some((byte) => byte !== 0)) throw new TarMalformed('something follows its end');
}

interface Pieces {
  exactly(bytes: number): Promise<Buffer>;
  /** At least one byte and at most `most`; with `mayEnd` none at the end. Throws `TarMalformed` where the source ends too early. */
  upTo(most: number, mayEnd?: boolean): Promise<Buffer>;
  /** Lets the source go, read or not. */
  end(): Promise<void>;
}

function pieces(source: AsyncIterable<Uint8Array>): Pieces {
  const iterator = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const upTo = async (most: number, mayEnd = false): Promise<Buffer> => {
    while (held.length === 0) {
      const next = await iterator.next();
      if (next.done) {
        if (mayEnd) return held;
        throw new TarMalformed('it is cut short');
      }
      held = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    const given = held.subarray(0, most);
    held = held.subarray(given.length);
    return given;
  };
  return {
    upTo,
    end: async () => void (await iterator.return?.()),
    async exactly(bytes) {
      const parts: Buffer[] = [];
      for (let left = bytes; left > 0; ) {
        const part = await upTo(left);
        parts.push(part);
        left -= part.length;
      }
      return Buffer.concat(parts);
    },
  };
}
