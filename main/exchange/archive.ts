import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of an archive. Its content is asked for when its turn comes, so that no more than one is open at a time. */
export interface ArchiveEntry {
  /** Relative, with forward slashes. */
  readonly name: string;
  readonly content: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** False for what is compressed already: evidence. */
  readonly compress?: boolean;
}

/** The same for every file of every archive: the day on which something was packed is told by the record of it (domain.md §7 U17). */
const unsaid = new Date(1980, 0, 1);

/** A ZIP file of `entries`, with ZIP64 where it must be, piece by piece. A failure of an entry comes out as it is. */
export async function* archive(entries: readonly ArchiveEntry[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  // Proof of the cast: yazl's output is the PassThrough of node:stream.
  const output = zip.outputStream as Readable;
  const fail = (thrown: Error): void => void output.destroy(thrown);
  zip.on('error', fail);
  for (const { name, content, compress = true } of entries) {
    zip.addReadStreamLazy(name, { mtime: unsaid, mode: 0o100600, compress, forceDosTimestamp: true }, (give) => {
      give(null, Readable.from(content(), { objectMode: false }).on('error', fail));
    });
  }
  zip.end();
  // Proof of the cast: nobody set an encoding, so what comes are bytes.
  yield* output as AsyncIterable<Uint8Array>;
}
