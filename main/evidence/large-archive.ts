import { Refused, refuse } from '../../shared/failure/failure.ts';
import type { JobMessage, RunJob } from '../jobs/run-job.ts';
import { containerLimits, wholeOf, type ToldWhole } from './read-file.ts';
import { letGo } from './let-go.ts';
import { streamed } from './reader/parts.ts';
import type { Whole } from './reader/read.ts';
import { nothingRead, reading, type FileReading } from './reader/reading.ts';
import type { Directory, Member } from './reader/zip-directory.ts';
import type { SourceFile } from './source-file.ts';

/** An archive that is too large to be held whole, as its directory tells of it. */
export interface LargeArchive {
  readonly members: readonly Member[];
  readonly reading: FileReading;
  readonly refused: Whole['refused'];
}
/** A file of it, unpacked; null where it is damaged. */
export interface Unpacked {
  readonly member: Member;
  readonly content: { readonly bytes: Uint8Array; readonly whole: Whole } | null;
}
interface Setting {
  readonly signal?: AbortSignal | undefined;
  /** How long one job may take, which is for as many files as fit in it. */
  readonly seconds?: number | undefined;
}
type Bytes = Pick<SourceFile, 'name' | 'bytes' | 'read'>;

/** How much goes into one job: starting a process for each of five thousand files would take longer than reading them. */
const batch = { packed: 2 * 1024 * 1024, unpacked: 8 * 1024 * 1024, files: 100 };
const signatures = [0x04034b50, 0x06054b50];

/** The directory of a ZIP archive, read in a job from its last bytes; null for a file that is none, for an office or book file, and for one that is damaged. Refuses `cancelled`. */
export async function largeArchive(runJob: RunJob, source: Bytes, { signal, seconds }: Setting): Promise<LargeArchive | null> {
  const tail = new Uint8Array(Math.min(source.bytes, streamed.directory));
  const from = source.bytes - tail.length;
  let at = 0;
  for await (const chunk of source.read()) {
    if (signal?.aborted) refuse({ code: 'cancelled' });
    if (at === 0 && (chunk.length < 4 || !signatures.includes(Buffer.from(chunk.buffer, chunk.byteOffset, 4).readUInt32LE()))) return null;
    if (at + chunk.length > from) {
      const part = chunk.subarray(Math.max(0, from - at));
      const place = Math.max(0, at - from);
      if (place + part.length > tail.length) refuse({ code: 'intake-refused', file: source.name, why: 'it is being written to; take it in when it is whole' });
      tail.set(part, place);
    }
    at += chunk.length;
  }
  // Proof of the cast: `readerJob` answers with what `readZipDirectory` gave.
  const directory = (await job(runJob, { want: 'directory', size: source.bytes }, [tail], { signal, seconds }))?.head as Directory | undefined;
  if (directory?.is === 'bomb') return { members: [], reading: nothingRead('too-large'), refused: [{ name: '', why: directory.why, within: null }] };
  if (directory?.is !== 'archive') return null;
  const { members, refused, names, encrypted } = directory;
  return { members, reading: encrypted ? nothingRead('encrypted') : reading(names.join('\n'), names.length), refused: refused.map((one) => ({ ...one, within: null })) };
}

/**
 * Its files one after the other, each unpacked and read in a job of its own or with others; nothing of it is held but those at hand. A file whose reading takes too long is
 * given with its bytes and without its words. Refuses `cancelled`, and `intake-refused` where the archive is not what its directory said.
 */
export async function* unpackedOf(runJob: RunJob, source: Bytes, members: readonly Member[], setting: Setting): AsyncGenerator<Unpacked> {
  let waiting: { member: Member; raw: Uint8Array }[] = [];
  const sum = (size: (member: Member) => number): number => waiting.reduce((so, { member }) => so + size(member), 0);
  for await (const one of rawOf(source, members, setting.signal)) {
    const { packed, unpacked } = one.member;
    if (waiting.length >= batch.files || sum((member) => member.packed) + packed > batch.packed || sum((member) => member.unpacked) + unpacked > batch.unpacked) {
      yield* unpack(runJob, waiting, setting);
      waiting = [];
    }
    waiting.push(one);
  }
  yield* unpack(runJob, waiting, setting);
}

async function* unpack(runJob: RunJob, batched: readonly { member: Member; raw: Uint8Array }[], setting: Setting): AsyncGenerator<Unpacked> {
  if (batched.length === 0) return;
  letGo();
  const members = batched.map(({ member }) => member);
  const raw = batched.map((one) => one.raw);
  let done = await job(runJob, { want: 'members', members, words: true }, raw, setting);
  // One of them stops the job: each gets one of its own, and that one is taken out without its words.
  if (done === null && batched.length > 1) {
    for (const one of batched) yield* unpack(runJob, [one], setting);
    return;
  }
  done ??= await job(runJob, { want: 'members', members, words: false }, raw, setting);
  // Proof of the cast: `readerJob` writes this head and nothing else.
  const heads = (done?.head ?? []) as (ToldWhole | null)[];
  let at = 0;
  for (const [i, member] of members.entries()) {
    const told = heads[i];
    const bytes = done?.bytes[at];
    if (!told || !bytes || !done) {
      yield { member, content: null };
      continue;
    }
    yield { member, content: { bytes, whole: wholeOf(told, done.bytes, at + 1) } };
    at += 2 + 2 * told.held.length;
  }
}

/** A job, or null where it took too long, took too much or crashed. */
async function job(runJob: RunJob, head: object, bytes: readonly Uint8Array[], { signal, seconds }: Setting): Promise<JobMessage | null> {
  const limits = seconds === undefined ? containerLimits : { ...containerLimits, timeMs: seconds * 1000 };
  try {
    return await runJob('reader', { head, bytes }, { limits, ...(signal && { signal }) });
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.failure.code !== 'job-failed') throw thrown;
    return null;
  }
}

/** Each member as it lies in the archive, local header first, by reading once from beginning to end. Those that lie nowhere in it are left out and count as damaged. */
async function* rawOf(source: Bytes, members: readonly Member[], signal: AbortSignal | undefined): AsyncGenerator<{ member: Member; raw: Uint8Array }> {
  const chunks = source.read();
  let chunk: Uint8Array = new Uint8Array();
  /** Where `chunk` begins in the file. */
  let begins = 0;
  const next = async (): Promise<boolean> => {
    if (signal?.aborted) refuse({ code: 'cancelled' });
    begins += chunk.length;
    const more = await chunks.next();
    chunk = more.done === true ? new Uint8Array() : more.value;
    return more.done !== true;
  };
  const copy = async (from: number, into: Uint8Array): Promise<boolean> => {
    for (let filled = 0; filled < into.length; ) {
      const at = from + filled - begins;
      if (at >= chunk.length) {
        if (!(await next())) return false;
        continue;
      }
      const part = chunk.subarray(at, at + into.length - filled);
      into.set(part, filled);
      filled += part.length;
    }
    return true;
  };
  try {
    for (const member of members) {
      const header = Buffer.alloc(30);
      if (!(await copy(member.at, header)) || header.readUInt32LE() !== signatures[0]) {
        yield { member, raw: new Uint8Array() };
        continue;
      }
      const raw = Buffer.alloc(30 + header.readUInt16LE(26) + header.readUInt16LE(28) + member.packed);
      header.copy(raw);
      yield { member, raw: (await copy(member.at + 30, raw.subarray(30))) ? raw : new Uint8Array() };
    }
    // To the end: whoever hashes what is read has then hashed all of it.
    while (await next());
  } finally {
    await chunks.return(undefined);
  }
}
