import { unreachable } from '../../../shared/failure/unreachable.ts';
import type { JobMessage } from '../../jobs/run-job.ts';
import { wordsOfHtml } from './html.ts';
import { readMail, readMailbox } from './mail.ts';
import { readOffice } from './office.ts';
import { drawPage, readPdf } from './pdf.ts';
import { plainText, readPlain } from './plain.ts';
import { nothingRead, reading, type FileReading } from './reading.ts';
import { sortOfFile } from './sort-of-file.ts';

/** The words of a file. Never throws for what is in the file: what cannot be read is named by the status. */
export async function readWords(bytes: Uint8Array, name: string): Promise<FileReading> {
  try {
    const sort = sortOfFile(bytes, name);
    switch (sort) {
      case 'pdf':
        return await readPdf(bytes);
      case 'archive':
        return readOffice(bytes);
      case 'old-office':
        // [MS-OFFCRYPTO] 2.3.2: an encrypted document is a compound file with a stream of this name.
        return nothingRead(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le') ? 'encrypted' : 'not-read');
      case 'picture':
        return nothingRead('no-text');
      case 'mail':
        return await readMail(bytes);
      case 'mailbox':
        return await readMailbox(bytes);
      case 'html':
        return reading(wordsOfHtml(plainText(bytes) ?? ''), null);
      case 'text':
        return readPlain(bytes);
      default:
        return unreachable(sort);
    }
  } catch {
    // A parser that gives up on a file has found it damaged; what it says about it may quote the file, so it goes no further.
    return nothingRead('damaged');
  }
}

/** The body of the reader job: one file in, its words or one page of it as a picture out. */
export async function readerJob(input: JobMessage): Promise<JobMessage> {
  // Proof of the cast: the only caller is `read-file.ts`, which writes heads of this form.
  const asked = input.head as { want: 'words'; name: string } | { want: 'page'; page: number; width: number };
  const file = input.bytes[0] ?? new Uint8Array();
  if (asked.want === 'words') {
    const { text, ...head } = await readWords(file, asked.name);
    return { head, bytes: [new TextEncoder().encode(text)] };
  }
  const picture = await drawPage(file, asked.page, asked.width);
  if (typeof picture === 'string') return { head: { status: picture }, bytes: [] };
  const { png, ...size } = picture;
  return { head: { status: 'drawn', ...size }, bytes: [png] };
}
