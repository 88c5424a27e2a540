import { refuse } from '../../shared/failure/failure.ts';
import type { RunJob } from '../jobs/run-job.ts';
import { mostReadBytes, readFileWhole } from './read-file.ts';
import { plainText } from './reader/plain.ts';
import type { Whole } from './reader/read.ts';
import { nothingRead } from './reader/reading.ts';
import type { SourceFile } from './source-file.ts';
import { classifiedBecause, spillSteps } from './spill-guard.ts';

/** A file as it was looked at before anything of it is stored. `whole` is null for one that is too large to hold. */
export interface Looked extends Whole {
  readonly whole: Uint8Array | null;
}

/** How much is looked at of a file whose words are not read. */
const lookedAt = 1024 * 1024;

/**
 * Reads a file, its words and the files inside it, and stops classified material in any of them. Nothing is stored. Refuses `intake-refused`,
 * what the file refuses, and `cancelled`.
 */
export async function lookAtFile(runJob: RunJob, source: SourceFile, readWords: boolean, signal: AbortSignal | undefined, seconds?: number): Promise<Looked> {
  const whole = source.bytes <= mostReadBytes ? await wholeOf(source, signal) : null;
  // Past `mostReadBytes` only the beginning is looked at: a banner stands on the first page.
  const read: Whole =
    whole && readWords ? await readFileWhole(runJob, whole, source.name, signal, seconds) : { reading: nothingRead(whole ? 'not-read' : 'too-large'), held: [], refused: [] };
  stopClassifiedIn(source.name, read, whole ?? (await beginning(source)));
  return { ...read, whole };
}

/** Refuses `intake-refused` where the words of a file or of anything in it bear a classification banner; without words its first bytes are looked at. */
export function stopClassifiedIn(file: string, { reading, held }: Whole, bytes: Uint8Array): void {
  stopClassified(file, reading.text === '' ? beginningText(bytes) : reading.text);
  for (const part of held) stopClassified(`${file}, ${part.name}`, part.reading.text === '' ? beginningText(part.bytes) : part.reading.text);
}

const beginningText = (bytes: Uint8Array): string => plainText(bytes.subarray(0, lookedAt)) ?? '';

/** Refuses `intake-refused` for a text that bears a classification banner. */
export function stopClassified(file: string, text: string): void {
  const why = classifiedBecause(text);
  if (why !== null) refuse({ code: 'intake-refused', file, why: `${why}. Classified material must never be put here: ${spillSteps}` });
}

/** All of a file of a size that fits in memory. It may grow while it is read; more than `mostReadBytes` it may not. */
async function wholeOf(source: SourceFile, signal: AbortSignal | undefined): Promise<Uint8Array> {
  let whole = new Uint8Array(source.bytes);
  let length = 0;
  for await (const chunk of source.read()) {
    if (signal?.aborted) refuse({ code: 'cancelled' });
    if (length + chunk.length > mostReadBytes) refuse({ code: 'intake-refused', file: source.name, why: 'it is being written to; take it in when it is whole' });
    if (length + chunk.length > whole.length) {
      const larger = new Uint8Array(length + chunk.length);
      larger.set(whole.subarray(0, length));
      whole = larger;
    }
    whole.set(chunk, length);
    length += chunk.length;
  }
  return whole.subarray(0, length);
}

async function beginning(source: SourceFile): Promise<Uint8Array> {
  for await (const chunk of source.read()) return chunk.slice();
  return new Uint8Array();
}

/** Bytes in memory a piece at a time, for the store. */
export function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += lookedAt) yield bytes.subarray(at, at + lookedAt);
}
