import { tableOf, type Cells } from './cells.ts';
import { markedTable } from './marked-table.ts';

/** What can be handed to the window by pasting or dropping it. */
export const sources = ['file', 'folder', 'files', 'pdf', 'eml', 'msg', 'image', 'text', 'html', 'rows', 'url', 'mail'] as const;
export type Source = (typeof sources)[number];

export interface Handed {
  readonly source: Source;
  readonly text: string;
  readonly html: string;
  /** The cells of a table; null where it is too large to be looked into. */
  readonly cells: Cells | null;
}

/** What new Outlook, Outlook on the web and Thunderbird drag: a row of their own list and no message (notes/security-ux.md §13). */
const mailTypes = /maillist(message)?rows?|x-moz-message|x-moz-file-promise/;
const mailAddress = /^(imap|imap-message|mailbox|mailbox-message|news|outlook|message|mid|cid):/i;
/** Ends of names that are told apart; everything else is a file. */
const ofName: Readonly<Record<string, Source>> = { pdf: 'pdf', eml: 'eml', msg: 'msg' };

function fileSource({ items }: DataTransfer, files: readonly File[]): Source {
  if (files.length > 1) return 'files';
  const [file] = files;
  if ([...items].some((item) => item.kind === 'file' && item.webkitGetAsEntry()?.isDirectory === true)) return 'folder';
  const known = ofName[/\.([a-z0-9]+)$/i.exec(file?.name ?? '')?.[1]?.toLowerCase() ?? ''];
  return known ?? (file?.type.startsWith('image/') === true ? 'image' : 'file');
}

/**
 * What was handed over; null where there is nothing in it that the window knows. Files come first, but for a picture of the text beside it, which office programs put on the
 * clipboard with every copy; then messages that did not come, tables, links, marked and plain text.
 */
export function handedIn(given: DataTransfer): Handed | null {
  const text = given.getData('text/plain');
  const html = given.getData('text/html');
  const handed = (source: Source, cells: Cells | null = null): Handed => ({ source, text, html, cells });
  const files = [...given.files];
  const isPictureOf = files.length === 1 && files[0]?.type.startsWith('image/') === true && text.trim() !== '';
  if (files.length > 0 && !isPictureOf) return handed(fileSource(given, files));
  const address =
    given
      .getData('text/uri-list')
      .split('\n')
      .find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  if (given.types.some((type) => mailTypes.test(type)) || mailAddress.test(address)) return handed('mail');
  const marked = markedTable(html);
  if (marked === 'too-large') return handed('rows');
  const cells = tableOf(text, marked);
  if (cells !== null) return handed('rows', cells);
  if (address !== '') return handed('url');
  if (html.trim() !== '' && text.trim() !== '') return handed('html');
  return text.trim() === '' ? null : handed('text');
}
