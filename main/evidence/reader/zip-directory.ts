import yauzl, { type ZipFile } from 'yauzl';
import { Bomb, shownName, streamed, type RefusedPart } from './parts.ts';
import { checkClaims, encryptedWhy, isFolder, listOf, ofOneDocument, refusalOf } from './zip.ts';

/** A file of an archive as its directory tells of it: enough to find and unpack it without the directory. */
export interface Member {
  readonly name: string;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header begins. */
  readonly at: number;
}
export type Directory =
  | { readonly is: 'archive'; readonly members: readonly Member[]; readonly refused: readonly RefusedPart[]; readonly names: readonly string[]; readonly encrypted: boolean }
  | { readonly is: 'document' | 'damaged' }
  | { readonly is: 'bomb'; readonly why: string };

/** Answers out of the last bytes of a file; what lies before them is not there. */
class Tail extends yauzl.RandomAccessReader {
  readonly #tail: Buffer;
  readonly #from: number;
  constructor(tail: Buffer, from: number) {
    super();
    this.#tail = tail;
    this.#from = from;
  }
  override read(buffer: Buffer, offset: number, length: number, position: number, done: (err: Error | null) => void): void {
    const at = position - this.#from;
    if (at < 0 || at + length > this.#tail.length) return done(new Error('it lies before the last bytes'));
    this.#tail.copy(buffer, offset, at, at + length);
    done(null);
  }
}

/** The directory of an archive of `size` bytes, read from its last ones. An office or book file, which is an archive too, is a document and is left whole. */
export async function readZipDirectory(tail: Uint8Array, size: number): Promise<Directory> {
  let zip: ZipFile | undefined;
  try {
    const reader = new Tail(Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength), size - tail.length);
    zip = await yauzl.fromRandomAccessReaderPromise(reader, size, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false });
    const listed = await listOf(zip);
    if (listed.some(({ name }) => ofOneDocument.test(name))) return { is: 'document' };
    const files = listed.filter(({ name }) => !isFolder(name));
    checkClaims(files, size, streamed.allFiles);
    const refused: RefusedPart[] = [];
    const members = files
      .flatMap((file): Member[] => {
        const { entry, name } = file;
        const why = refusalOf(file, streamed.oneFile) ?? (entry.compressedSize > streamed.oneFile ? 'it is packed into more than it unpacks to' : null);
        if (why !== null) refused.push({ name: shownName(name), why });
        const { compressionMethod: method, crc32, compressedSize: packed, uncompressedSize: unpacked, relativeOffsetOfLocalHeader: at } = entry;
        return why === null ? [{ name: shownName(name.replaceAll('\\', '/')), method, crc32, packed, unpacked, at }] : [];
      })
      .sort((a, b) => a.at - b.at);
    overlap(members);
    const encrypted = files.length > 0 && refused.length === files.length && refused.every((one) => one.why === encryptedWhy);
    return { is: 'archive', members, refused, names: files.map(({ name }) => shownName(name)), encrypted };
  } catch (thrown) {
    return thrown instanceof Bomb ? { is: 'bomb', why: thrown.message } : { is: 'damaged' };
  } finally {
    zip?.close();
  }
}

/** Files that share their bytes unpack to far more than they are (Fifield, "A better zip bomb", 2019). A local header has 30 bytes at least. */
function overlap(members: readonly Member[]): void {
  for (const [i, member] of members.entries()) {
    const next = members[i + 1];
    if (next && next.at < member.at + 30 + member.packed) throw new Bomb('its files lie over each other');
  }
}
