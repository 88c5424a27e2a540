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

/** A ZIP file of `entries`, with ZIP64 where it must be, piece by piece. A failure of an entry comes out as it is; an entry that is left in the middle is closed. */
export async function* archive(entries: readonly ArchiveEntry[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  // Proof of the cast: yazl's output is the PassThrough of node:stream.
  const output = zip.outputStream as Readable;
  const fail = (thrown: Error): void => void output.destroy(thrown);
  zip.on('error', fail);
  let entry: Readable | undefined;
  for (const { name, content, compress = true } of entries) {
    zip.addReadStreamLazy(name, { mtime: unsaid, mode: 0o100600, compress, forceDosTimestamp: true }, (give) => {
      entry = Readable.from(content(), { objectMode: false }).on('error', fail);
      give(null, entry);
    });
  }
  zip.end();
  // Proof of the cast: nobody set an encoding, so what comes are bytes.
  try {
    yield* output as AsyncIterable<Uint8Array>;
  } finally {
    await closed(entry);
  }
}

/** Destroying the output does not reach what is piped into it: where whoever reads stops in the middle, the file of the entry would stay open until memory is swept. */
async function closed(entry: Readable | undefined): Promise<void> {
  if (!entry || entry.closed) return;
  await new Promise<void>((resolve) => entry.once('close', resolve).destroy());
}
