import MsgReader, { type FieldsData } from '@kenjiuno/msgreader';
import { wordsOfHtml } from './html.ts';
import { plainText } from './plain.ts';
import { noParts, shownName, type Parts } from './parts.ts';
import { nothingRead, reading, withFacts, type FileReading } from './reading.ts';

/** The class is the default export of a CommonJS module; how it comes depends on who loads it. */
const Reader = 'default' in MsgReader ? (MsgReader as unknown as { default: typeof MsgReader }).default : MsgReader;

/** A message as Outlook saves it ([MS-OXMSG]): its words as of any other mail, and what is attached. Null when it is another compound file. */
export function readOutlook(bytes: Uint8Array): { reading: FileReading; parts: Parts } | null {
  // [MS-OXMSG] 2.2.1: every message has this stream. Without it, it is an old Word or Excel file.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('__properties_version1.0', 0, 'utf16le')) return null;
  const open = (encoding?: string) => {
    const own = new Uint8Array(bytes);
    const reader = new Reader(new DataView(own.buffer));
    if (encoding !== undefined) reader.parserConfig = { ansiEncoding: encoding };
    return { reader, mail: reader.getFileData() };
  };
  const first = open();
  const page = first.mail.messageCodepage ?? first.mail.internetCodepage;
  const { reader, mail } = page !== undefined && page > 0 && page !== 1200 ? open(String(page)) : first;
  if (mail.error !== undefined) return { reading: nothingRead('damaged'), parts: noParts };
  const attachments = mail.attachments ?? [];
  const parts: Parts['parts'][number][] = [];
  const refused: Parts['refused'][number][] = [];
  for (const [index, attachment] of attachments.entries()) {
    const name = shownName(attachment.fileName ?? attachment.name ?? `attachment ${index + 1}`).replace(/[/\\]/g, '_');
    try {
      const { fileName, content } = reader.getAttachment(attachment);
      parts.push({ name: shownName(fileName === '' ? name : fileName).replace(/[/\\]/g, '_'), bytes: content });
    } catch {
      refused.push({ name, why: 'it is damaged' });
    }
  }
  const facts = factsOf(mail);
  return { reading: withFacts(reading(wordsOf(mail, facts, attachments), null), facts), parts: { parts, refused } };
}

function factsOf(mail: FieldsData): readonly (readonly [string, string])[] {
  const people = (type: string) =>
    (mail.recipients ?? [])
      .filter((one) => (one.recipType ?? 'to') === type)
      .map((one) => who(one.name, one.smtpAddress ?? one.email))
      .join(', ');
  return [
    ['From', who(mail.senderName, mail.senderSmtpAddress ?? mail.senderEmail)],
    ['To', people('to')],
    ['Cc', people('cc')],
    ['Bcc', people('bcc')],
    ['Date', mail.clientSubmitTime ?? mail.messageDeliveryTime ?? ''],
    ['Subject', mail.subject ?? ''],
  ];
}

function wordsOf(mail: FieldsData, facts: ReturnType<typeof factsOf>, attachments: readonly FieldsData[]): string {
  const head = facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  const html = mail.bodyHtml ?? (mail.html ? (plainText(mail.html) ?? '') : '');
  const body = mail.body?.trim() ? mail.body : wordsOfHtml(html);
  return [...head, '', body, '', ...attachments.map((one) => `Attachment: ${one.fileName ?? one.name ?? ''}`)].join('\n');
}

const who = (name: string | undefined, address: string | undefined): string =>
  [name === address ? undefined : name, address === undefined ? undefined : `<${address}>`].filter(Boolean).join(' ');
