/** What a file is, by its first bytes; the name decides only where text could be several things. */
export type SortOfFile = 'pdf' | 'archive' | 'old-office' | 'mail' | 'mailbox' | 'html' | 'picture' | 'text';

const begins = (bytes: Uint8Array, ...marks: readonly number[]): boolean => marks.every((mark, at) => bytes[at] === mark);
const header = /^(Return-Path|Received|Delivered-To|Message-ID|MIME-Version|From|To|Subject|Date|X-[\w-]+|DKIM-Signature|Content-Type):[ \t]/im;

/** Looks at the first 4 KiB and the end of the name; `text` when nothing says otherwise. */
export function sortOfFile(bytes: Uint8Array, name: string): SortOfFile {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  // ISO 32000-1, Annex H: readers accept the mark anywhere in the first 1024 bytes.
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'archive';
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-office';
  if (
    begins(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    begins(bytes, 0xff, 0xd8, 0xff) ||
    begins(bytes, 0x47, 0x49, 0x46, 0x38) ||
    begins(bytes, 0x49, 0x49, 0x2a, 0) ||
    begins(bytes, 0x4d, 0x4d, 0, 0x2a)
  )
    return 'picture';
  if (ending === 'mbox' || /^From \S+ /.test(start)) return 'mailbox';
  if (ending === 'eml' || header.test(start.split('\n', 1)[0] ?? '')) return 'mail';
  if (ending === 'html' || ending === 'htm' || ending === 'xhtml' || /^\s*(<!doctype html|<html[\s>])/i.test(start)) return 'html';
  return 'text';
}
