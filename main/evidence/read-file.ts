import { Refused } from '../../shared/failure/failure.ts';
import type { RunJob } from '../jobs/run-job.ts';
import { readPlain } from './reader/plain.ts';
import { nothingRead, type FileFact, type FileReading, type ReadStatus } from './reader/reading.ts';
import type { HeldBack, Whole } from './reader/read.ts';
import { sortOfFile } from './reader/sort-of-file.ts';

/** Largest file whose words are read. Beyond it a file is kept and found by its name. */
export const mostReadBytes = 64 * 1024 * 1024;
/** A scanned file of hundreds of pages takes seconds; what takes longer is built to. */
const limits = { timeMs: 30_000, memoryMiB: 1024 };
/** A mailbox or an archive is many files. */
export const containerLimits = { ...limits, timeMs: 180_000 };
/** Width of a page picture: sharp on a dense screen at the width of a side panel. */
const pageWidth = 1400;

const alone = (reading: FileReading): Whole => ({ reading, held: [], refused: [] });
interface Told {
  readonly status: ReadStatus;
  readonly pages: number | null;
  readonly cut: boolean;
  readonly facts: readonly FileFact[];
}

/**
 * The words of a file and the files inside it. Text that needs no parser is read here; everything else in a job of its own, whose crash or delay is a
 * status and no failure: then the file is kept whole and nothing is taken out of it. `seconds` is how long that job may take, where the usual time is not
 * right. Refuses only `cancelled`.
 */
export async function readFileWhole(runJob: RunJob, bytes: Uint8Array, name: string, signal?: AbortSignal, seconds?: number): Promise<Whole> {
  if (bytes.length > mostReadBytes) return alone(nothingRead('too-large'));
  const sort = sortOfFile(bytes, name);
  if (sort === 'text') return alone(readPlain(bytes));
  if (sort === 'picture') return alone(nothingRead('no-text'));
  const container = sort === 'archive' || sort === 'mailbox' || sort === 'mail' || sort === 'old-office';
  try {
    const usual = container ? containerLimits : limits;
    const within = seconds === undefined ? usual : { ...usual, timeMs: seconds * 1000 };
    const output = await runJob('reader', { head: { want: 'words', name }, bytes: [bytes] }, { limits: within, ...(signal && { signal }) });
    // Proof of the cast: `readerJob` writes this head and nothing else.
    return wholeOf(output.head as ToldWhole, output.bytes);
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.failure.code !== 'job-failed') throw thrown;
    return alone(nothingRead(thrown.failure.why === 'timed-out' ? 'timed-out' : thrown.failure.why === 'out-of-memory' ? 'too-large' : 'not-read'));
  }
}

/** What the reader job tells of a file and of what lies in it; the words and the bytes stand beside it. */
export interface ToldWhole {
  readonly own: Told;
  readonly held: readonly { readonly name: string; readonly within: number | null; readonly reading: Told }[];
  readonly refused: readonly HeldBack[];
}

/** A file as the reader job told of it, with the words and bytes that stand from `at` on. */
export function wholeOf({ own, held, refused }: ToldWhole, bytes: readonly Uint8Array[], at = 0): Whole {
  const text = (place: number): string => new TextDecoder().decode(bytes[at + place]);
  return {
    reading: { ...own, text: text(0) },
    held: held.map((one, index) => ({ ...one, bytes: bytes[at + 1 + 2 * index] ?? new Uint8Array(), reading: { ...one.reading, text: text(2 + 2 * index) } })),
    refused,
  };
}

export interface Page {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** One page of a PDF as a picture, `width` pixels wide. Refuses `job-failed` where it cannot be drawn. */
export async function readPage(runJob: RunJob, bytes: Uint8Array, page: number, signal?: AbortSignal, width = pageWidth): Promise<Page> {
  const {
    head,
    bytes: [png],
  } = await runJob('reader', { head: { want: 'page', page, width }, bytes: [bytes] }, { limits, ...(signal && { signal }) });
  // Proof of the cast: `readerJob` writes this head and nothing else.
  const drawn = head as { status: 'drawn'; width: number; height: number } | { status: 'encrypted' | 'damaged' | 'no-page' };
  if (drawn.status !== 'drawn' || !png) throw new Refused({ code: 'job-failed', job: 'reader', why: 'refused', detail: `there is no picture of page ${page}: ${drawn.status}` });
  return { png, width: drawn.width, height: drawn.height };
}

/** Dots an inch of a printed page: what office printers draw text at, and as much as a letter page may have (`mostPoints` in reader/pdf.ts). */
const printDots = 300;

export interface PrintedPage {
  readonly page: number;
  readonly png: Uint8Array;
  /** Its size on paper, in points of 1/72 inch. */
  readonly across: number;
  readonly down: number;
  /** How many pages the file has. */
  readonly pages: number;
}

/** Up to `count` pages of a PDF from page `from` on, as they are printed: drawn in one job. Refuses `job-failed` where they cannot be drawn. */
export async function readPages(runJob: RunJob, bytes: Uint8Array, from: number, count: number, signal?: AbortSignal): Promise<PrintedPage[]> {
  const { head, bytes: drawn } = await runJob('reader', { head: { want: 'pages', from, count, dots: printDots }, bytes: [bytes] }, { limits, ...(signal && { signal }) });
  // Proof of the cast: `readerJob` writes this head and nothing else.
  const told = head as { status: 'drawn'; pages: number; sizes: readonly { across: number; down: number }[] } | { status: 'encrypted' | 'damaged' | 'no-page' };
  if (told.status !== 'drawn') throw new Refused({ code: 'job-failed', job: 'reader', why: 'refused', detail: `there is no picture of page ${from}: ${told.status}` });
  return told.sizes.map(({ across, down }, at) => ({ page: from + at, png: drawn[at] ?? new Uint8Array(), across, down, pages: told.pages }));
}
