import { Refused } from '../../shared/failure/failure.ts';
import type { RunJob } from '../jobs/run-job.ts';
import { readPlain } from './reader/plain.ts';
import { nothingRead, type FileReading, type ReadStatus } from './reader/reading.ts';
import { sortOfFile } from './reader/sort-of-file.ts';

/** Largest file whose words are read. Beyond it a file is kept and found by its name. */
export const mostReadBytes = 64 * 1024 * 1024;
/** A scanned file of hundreds of pages takes seconds; what takes longer is built to. */
const limits = { timeMs: 30_000, memoryMiB: 1024 };
/** Width of a page picture: sharp on a dense screen at the width of a side panel. */
const pageWidth = 1400;

/**
 * The words of a file. Text that needs no parser is read here; everything else in a job of its own, whose crash or delay is a status and no
 * failure. Refuses only `cancelled`.
 */
export async function readFileWords(runJob: RunJob, bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<FileReading> {
  if (bytes.length > mostReadBytes) return nothingRead('too-large');
  const sort = sortOfFile(bytes, name);
  if (sort === 'text') return readPlain(bytes);
  if (sort === 'picture') return nothingRead('no-text');
  try {
    const {
      head,
      bytes: [words],
    } = await runJob('reader', { head: { want: 'words', name }, bytes: [bytes] }, { limits, ...(signal && { signal }) });
    // Proof of the cast: `readerJob` writes this head and nothing else.
    const { status, pages, cut } = head as { status: ReadStatus; pages: number | null; cut: boolean };
    return { status, pages, cut, text: new TextDecoder().decode(words) };
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.failure.code !== 'job-failed') throw thrown;
    return nothingRead(thrown.failure.why === 'timed-out' ? 'timed-out' : thrown.failure.why === 'out-of-memory' ? 'too-large' : 'not-read');
  }
}

export interface Page {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** One page of a PDF as a picture. Refuses `job-failed` where it cannot be drawn. */
export async function readPage(runJob: RunJob, bytes: Uint8Array, page: number, signal?: AbortSignal): Promise<Page> {
  const {
    head,
    bytes: [png],
  } = await runJob('reader', { head: { want: 'page', page, width: pageWidth }, bytes: [bytes] }, { limits, ...(signal && { signal }) });
  // Proof of the cast: `readerJob` writes this head and nothing else.
  const drawn = head as { status: 'drawn'; width: number; height: number } | { status: 'encrypted' | 'damaged' | 'no-page' };
  if (drawn.status !== 'drawn' || !png) throw new Refused({ code: 'job-failed', job: 'reader', why: 'refused', detail: `there is no picture of page ${page}: ${drawn.status}` });
  return { png, width: drawn.width, height: drawn.height };
}
