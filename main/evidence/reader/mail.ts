import PostalMime, { type Address, type Email } from 'postal-mime';
import { wordsOfHtml } from './html.ts';
import { shownName, unfolding, type Part, type Parts } from './parts.ts';
import { mostCharacters, nothingRead, reading, withFacts, type FileReading } from './reading.ts';

/**
 * Limits on what one message may make the parser hold: deeper nesting and longer headers than any mail program writes. A message inside a message
 * is an attachment, a piece of evidence of its own.
 */
const options = { maxNestingDepth: 50, maxHeadersSize: 1_000_000, forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' } as const;

const who = (people: readonly Address[] | undefined): string =>
  (people ?? []).map((one) => (one.group ? who(one.group) : [one.name, one.address && `<${one.address}>`].filter(Boolean).join(' '))).join(', ');

function wordsOfMessage(mail: Email): { words: string; encrypted: boolean; facts: readonly (readonly [string, string])[] } {
  const type = mail.headers.find((header) => header.key === 'content-type')?.value.toLowerCase() ?? '';
  const facts = [
    ['From', who(mail.from ? [mail.from] : [])],
    ['To', who(mail.to)],
    ['Cc', who(mail.cc)],
    ['Bcc', who(mail.bcc)],
    ['Date', mail.headers.find((header) => header.key === 'date')?.value ?? ''],
    ['Subject', mail.subject ?? ''],
  ] as const;
  const head = facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  const body = mail.text?.trim() ? mail.text : mail.html ? wordsOfHtml(mail.html) : '';
  const attached = mail.attachments.map((file) => `Attachment: ${file.filename ?? file.mimeType}`);
  const encrypted = body.trim() === '' && /multipart\/encrypted|application\/(x-)?pkcs7-mime/.test(type);
  return { words: [...head, '', body, '', ...attached].join('\n'), encrypted, facts: [...facts, ['Message-ID', mail.messageId ?? '']] };
}

/** Words of one message (who, when, about what, the text, the names of what is attached), and what is attached. */
export async function readMail(bytes: Uint8Array): Promise<{ reading: FileReading; parts: Parts }> {
  const mail = await PostalMime.parse(bytes, options);
  const { words, encrypted, facts } = wordsOfMessage(mail);
  return {
    reading: withFacts(encrypted ? nothingRead('encrypted') : reading(words, null), facts),
    parts: { parts: mail.attachments.slice(0, unfolding.files).map(attachment), refused: moreThan(mail.attachments.length, 'attachments') },
  };
}

const endings: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'image/png': '.png',
  'image/jpeg': '.jpg',
};

function attachment({ filename, mimeType, content }: Email['attachments'][number], index: number): Part {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  // A mail is no folder: what it names as a path is a name. Some programs name nothing, a message within a message as a rule.
  const name = filename?.trim() ? filename : `attachment ${index + 1}${endings[mimeType] ?? ''}`;
  return { name: shownName(name).replace(/[/\\]/g, '_').replace(/^\.+$/, '_'), bytes };
}

/** Words of every message of a mailbox file, which begins each with a line `From `; and the messages, each by itself. */
export async function readMailbox(bytes: Uint8Array): Promise<{ reading: FileReading; parts: Parts }> {
  // A mailbox that nobody wrote to yet holds no message, not an empty one.
  const starts = bytes.length === 0 ? [] : messageStarts(bytes);
  const parts: Part[] = [];
  let words = '';
  for (const [index, start] of starts.slice(0, unfolding.files).entries()) {
    const message = bytes.subarray(start, starts[index + 1] ?? bytes.length);
    const own = begins(message) ? message.subarray(message.indexOf(10) + 1) : message;
    parts.push({ name: `message ${index + 1}.eml`, bytes: own });
    if (words.length <= mostCharacters) words += `${wordsOfMessage(await PostalMime.parse(own, options)).words}\n\n`;
  }
  return {
    reading: reading(words, starts.length),
    parts: { parts, refused: moreThan(starts.length, 'messages') },
  };
}

/** What is left inside because there is more of it than is taken out: told, never dropped in silence. */
const moreThan = (count: number, what: string): Parts['refused'] =>
  count <= unfolding.files ? [] : [{ name: '', why: `it holds ${count - unfolding.files} ${what} more than the ${unfolding.files} that are taken out` }];

/** Whether the line stands there that begins a message of a mailbox; it is the mailbox's, not the message's. */
const begins = (message: Uint8Array): boolean => Buffer.from(message.subarray(0, 5)).toString('latin1') === 'From ';

function messageStarts(bytes: Uint8Array): number[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = [0];
  for (let at = text.indexOf('\nFrom '); at !== -1; at = text.indexOf('\nFrom ', at + 6)) starts.push(at + 1);
  return starts;
}
