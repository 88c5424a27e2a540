import { unreachable } from '../../../shared/failure/unreachable.ts';
import type { JobMessage } from '../../jobs/run-job.ts';
import { readCalendar } from './calendar.ts';
import { wordsOfHtml } from './html.ts';
import { readMail, readMailbox } from './mail.ts';
import { readOscal } from './oscal.ts';
import { readOffice } from './office.ts';
import { readOutlook } from './outlook.ts';
import { noParts, unfolding, type Part, type Parts, type RefusedPart } from './parts.ts';
import { drawPage, drawPages, readPdf } from './pdf.ts';
import { plainText, readPlain } from './plain.ts';
import { nothingRead, reading, type FileReading } from './reading.ts';
import { sortOfFile } from './sort-of-file.ts';
import { readTable } from './table.ts';
import { readZip } from './zip.ts';
import { readZipDirectory, type Member } from './zip-directory.ts';
import { unpackMember } from './zip-members.ts';

interface Read {
  readonly reading: FileReading;
  readonly parts: Parts;
}
const alone = (of: FileReading): Read => ({ reading: of, parts: noParts });

/** The words of a file and the files inside it. Never throws for what is in the file: what cannot be read is named by the status. */
async function readFile(bytes: Uint8Array, name: string): Promise<Read> {
  try {
    const sort = sortOfFile(bytes, name);
    switch (sort) {
      case 'pdf':
        return alone(await readPdf(bytes));
      case 'archive': {
        const zip = await readZip(bytes);
        return zip.isDocument ? { reading: readOffice(bytes), parts: zip.parts } : zip;
      }
      case 'old-office':
        // [MS-OFFCRYPTO] 2.3.2: an encrypted document is a compound file with a stream of this name.
        return (
          readOutlook(bytes) ??
          alone(nothingRead(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le') ? 'encrypted' : 'not-read'))
        );
      case 'picture':
        return alone(nothingRead('no-text'));
      case 'mail':
        return await readMail(bytes);
      case 'mailbox':
        return await readMailbox(bytes);
      case 'html': {
        const page = plainText(bytes);
        // A page with something else behind it: that there are no words in it would be untrue.
        return alone(page === null ? nothingRead('not-read') : reading(wordsOfHtml(page), null));
      }
      case 'text':
        return alone(readPlain(bytes));
      default:
        return unreachable(sort);
    }
  } catch {
    // A parser that gives up on a file has found it damaged; what it says about it may quote the file, so it goes no further.
    return alone(nothingRead('damaged'));
  }
}

/** The words of a file alone. */
export const readWords = async (bytes: Uint8Array, name: string): Promise<FileReading> => (await readFile(bytes, name)).reading;

/** A file inside the one that was given, at any depth, with its words. */
export interface Held extends Part {
  readonly reading: FileReading;
  /** The place in the list of the file that it lies in; null for the file that was given. */
  readonly within: number | null;
}
export interface HeldBack extends RefusedPart {
  readonly within: number | null;
}
export interface Whole {
  readonly reading: FileReading;
  readonly held: readonly Held[];
  readonly refused: readonly HeldBack[];
}

/** The words of a file, and of everything in it: attachments, messages, files of archives, and what lies in those, down to `unfolding.depth`; `outer` containers lie around it. */
export async function readWhole(bytes: Uint8Array, name: string, outer = 0): Promise<Whole> {
  const held: Held[] = [];
  const refused: HeldBack[] = [];
  let sum = 0;
  const into = async ({ parts, refused: refusals }: Parts, within: number | null, depth: number): Promise<void> => {
    refused.push(...refusals.map((one) => ({ ...one, within })));
    for (const part of parts) {
      sum += part.bytes.length;
      if (held.length >= unfolding.files || sum > unfolding.allFiles || depth > unfolding.depth) {
        const why = depth > unfolding.depth ? `it lies more than ${unfolding.depth} containers deep` : 'the files inside are more than are taken out at once';
        refused.push({ name: part.name, why, within });
        continue;
      }
      const inner = await readFile(part.bytes, part.name);
      held.push({ ...part, reading: inner.reading, within });
      await into(inner.parts, held.length - 1, depth + 1);
    }
  };
  const own = await readFile(bytes, name);
  await into(own.parts, null, outer + 1);
  return { reading: own.reading, held, refused };
}

const told = ({ status, pages, cut, facts = [] }: FileReading) => ({ status, pages, cut, facts: facts.map((fact) => ({ ...fact })) });
const encode = ({ text }: FileReading) => new TextEncoder().encode(text);
const toldOf = ({ reading: own, held, refused }: Whole) => ({
  own: told(own),
  held: held.map((one) => ({ name: one.name, within: one.within, reading: told(one.reading) })),
  refused,
});
const bytesOf = ({ reading: own, held }: Whole): Uint8Array[] => [encode(own), ...held.flatMap((one) => [one.bytes, encode(one.reading)])];

/** The body of the reader job: one file in, its words or one page of it as a picture out. */
export async function readerJob(input: JobMessage): Promise<JobMessage> {
  // Proof of the cast: the only callers are `read-file.ts` and `read-tables.ts`, which write heads of this form.
  const asked = input.head as
    | { want: 'words'; name: string }
    | { want: 'table'; name: string }
    | { want: 'calendar' }
    | { want: 'oscal' }
    | { want: 'directory'; size: number }
    | { want: 'members'; members: readonly Member[]; words: boolean }
    | { want: 'page'; page: number; width: number }
    | { want: 'pages'; from: number; count: number; dots: number };
  const file = input.bytes[0] ?? new Uint8Array();
  if (asked.want === 'words') {
    const whole = await readWhole(file, asked.name);
    return { head: toldOf(whole), bytes: bytesOf(whole) };
  }
  if (asked.want === 'directory') return { head: await readZipDirectory(file, asked.size), bytes: [] };
  if (asked.want === 'members') {
    const heads: (ReturnType<typeof toldOf> | null)[] = [];
    const bytes: Uint8Array[] = [];
    for (const [at, member] of asked.members.entries()) {
      const unpacked = unpackMember(member, input.bytes[at] ?? new Uint8Array());
      const whole = unpacked && (asked.words ? await readWhole(unpacked, member.name, 1) : { reading: nothingRead('timed-out'), held: [], refused: [] });
      heads.push(whole && toldOf(whole));
      if (whole) bytes.push(unpacked, ...bytesOf(whole));
    }
    return { head: heads, bytes };
  }
  // A table or a calendar is plain data; what is wrong with it is data too.
  if (asked.want === 'table') return { head: readTable(file, asked.name), bytes: [] };
  if (asked.want === 'oscal') return { head: readOscal(file), bytes: [] };
  if (asked.want === 'calendar') return { head: readCalendar(file), bytes: [] };
  if (asked.want === 'pages') {
    const drawn = await drawPages(file, asked.from, asked.count, asked.dots);
    if (typeof drawn === 'string') return { head: { status: drawn }, bytes: [] };
    return { head: { status: 'drawn', pages: drawn.pages, sizes: drawn.pictures.map(({ across, down }) => ({ across, down })) }, bytes: drawn.pictures.map((one) => one.png) };
  }
  const picture = await drawPage(file, asked.page, asked.width);
  if (typeof picture === 'string') return { head: { status: picture }, bytes: [] };
  const { png, ...size } = picture;
  return { head: { status: 'drawn', ...size }, bytes: [png] };
}
