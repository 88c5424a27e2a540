import PostalMime, { type Address } from 'postal-mime';
import { wordsOfHtml } from './html.ts';
import { mostCharacters, nothingRead, reading, type FileReading } from './reading.ts';

/** Limits on what one message may make the parser hold: deeper nesting and longer headers than any mail program writes. */
const limits = { maxNestingDepth: 50, maxHeadersSize: 1_000_000 };
/** Most messages read of one mailbox file. */
const mostMessages = 2_000;

const who = (people: readonly Address[] | undefined): string =>
  (people ?? []).map((one) => (one.group ? who(one.group) : [one.name, one.address && `<${one.address}>`].filter(Boolean).join(' '))).join(', ');

async function wordsOfMessage(source: Uint8Array): Promise<{ words: string; encrypted: boolean }> {
  const mail = await PostalMime.parse(source, limits);
  const type = mail.headers.find((header) => header.key === 'content-type')?.value.toLowerCase() ?? '';
  const head = [
    ['From', who(mail.from ? [mail.from] : [])],
    ['To', who(mail.to)],
    ['Cc', who(mail.cc)],
    ['Bcc', who(mail.bcc)],
    ['Date', mail.headers.find((header) => header.key === 'date')?.value ?? ''],
    ['Subject', mail.subject ?? ''],
  ].flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  const body = mail.text?.trim() ? mail.text : mail.html ? wordsOfHtml(mail.html) : '';
  const attached = mail.attachments.map((file) => `Attachment: ${file.filename ?? file.mimeType}`);
  const encrypted = body.trim() === '' && /multipart\/encrypted|application\/(x-)?pkcs7-mime/.test(type);
  return { words: [...head, '', body, '', ...attached].join('\n'), encrypted };
}

/** Words of one message: who, when, about what, the text, and the names of what is attached. */
export async function readMail(bytes: Uint8Array): Promise<FileReading> {
  const { words, encrypted } = await wordsOfMessage(bytes);
  return encrypted ? nothingRead('encrypted') : reading(words, null);
}

/** Words of every message of a mailbox file, which begins each with a line `From `. */
export async function readMailbox(bytes: Uint8Array): Promise<FileReading> {
  const starts = messageStarts(bytes);
  let words = '';
  for (const [index, start] of starts.slice(0, mostMessages).entries()) {
    const message = bytes.subarray(start, starts[index + 1] ?? bytes.length);
    const firstLine = message.indexOf(10) + 1;
    words += `${(await wordsOfMessage(message.subarray(firstLine))).words}\n\n`;
    if (words.length > mostCharacters) break;
  }
  return reading(words, starts.length);
}

function messageStarts(bytes: Uint8Array): number[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = [0];
  for (let at = text.indexOf('\nFrom '); at !== -1; at = text.indexOf('\nFrom ', at + 6)) starts.push(at + 1);
  return starts;
}
