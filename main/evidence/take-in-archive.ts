import { createHash, type Hash } from 'node:crypto';
import { refuse } from '../../shared/failure/failure.ts';
import type { StoredBlob } from '../vault/vault.ts';
import type { IntakeDesk, IntakeSetting } from './intake.ts';
import { unpackedOf, type LargeArchive } from './large-archive.ts';
import { slices, stopClassifiedIn } from './look-at-file.ts';
import { unfolding } from './reader/parts.ts';
import type { Held, HeldBack } from './reader/read.ts';
import { nothingRead, type FileReading } from './reader/reading.ts';
import type { SourceFile } from './source-file.ts';

/** Most characters of words that are held until all of them are written; of files after that the words are read another time. */
const mostWords = 24 * 1024 * 1024;
type Bytes = Pick<SourceFile, 'name' | 'bytes' | 'read'>;
type Setting = Pick<IntakeSetting, 'signal' | 'readSeconds'>;

/** Refuses `intake-refused` where a file of a large archive is classified: looked at one after the other, before anything of it is stored (domain.md §7 U15). */
export async function stopClassifiedArchive({ runJob }: Pick<IntakeDesk, 'runJob'>, source: Bytes, { members }: LargeArchive, { signal, readSeconds }: Setting): Promise<void> {
  for await (const { member, content } of unpackedOf(runJob, source, members, { signal, seconds: readSeconds }))
    if (content) stopClassifiedIn(`${source.name}, ${member.name}`, content.whole, content.bytes);
}

/**
 * Stores what lies in a large archive, one file after the other, and gives what is then written of them: names, words, places in `stored`, in that order. `stored` is
 * filled as they are stored, so that whoever gives up knows what to discard. Bytes are held of those at hand only. `sha256` is that of the stored archive. Refuses `intake-refused`
 * where the file is not that any more, `cancelled` and what storing refuses.
 */
export async function storeArchive(
  { runJob, vault }: Pick<IntakeDesk, 'runJob' | 'vault'>,
  source: Bytes,
  archive: LargeArchive,
  sha256: string,
  stored: StoredBlob[],
  { signal, readSeconds }: Setting,
): Promise<{ readonly held: readonly Held[]; readonly refused: readonly HeldBack[] }> {
  const held: Held[] = [];
  const refused: HeldBack[] = [...archive.refused];
  let words = 0;
  const kept = (reading: FileReading): FileReading => {
    words += reading.text.length;
    return reading.text !== '' && words > mostWords ? nothingRead('not-read', reading.pages) : reading;
  };
  const store = async (name: string, bytes: Uint8Array, reading: FileReading, within: number | null): Promise<void> => {
    stored.push(await vault.blobs.put(slices(bytes), { ...(signal && { signal }) }));
    held.push({ name, bytes: nothing, reading: kept(reading), within });
  };
  // The container was stored by another reading: what comes out of it must come out of those very bytes.
  const hash = createHash('sha256');
  const chunks = hashed(source.read(), hash);
  const once = { ...source, read: () => chunks };
  for await (const { member, content } of unpackedOf(runJob, once, archive.members, { signal, seconds: readSeconds })) {
    if (signal?.aborted) refuse({ code: 'cancelled' });
    if (content === null) {
      refused.push({ name: member.name, why: 'it is damaged', within: null });
      continue;
    }
    const { bytes, whole } = content;
    // Looked at again: what is stored is what was looked at, or the file was changed in between.
    stopClassifiedIn(`${source.name}, ${member.name}`, whole, bytes);
    if (held.length + 1 + whole.held.length > unfolding.files) {
      refused.push({ name: member.name, why: 'the files inside are more than are taken out at once', within: null });
      continue;
    }
    const own = held.length;
    const within = (inner: number | null): number => (inner === null ? own : own + 1 + inner);
    await store(member.name, bytes, whole.reading, null);
    for (const part of whole.held) await store(part.name, part.bytes, part.reading, within(part.within));
    refused.push(...whole.refused.map((one) => ({ ...one, within: within(one.within) })));
  }
  if (hash.digest('hex') !== sha256) refuse({ code: 'intake-refused', file: source.name, why: 'it is being written to; take it in when it is whole' });
  return { held, refused };
}

const nothing = new Uint8Array();

async function* hashed(chunks: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
