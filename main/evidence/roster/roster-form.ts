import { refuse } from '../../../shared/failure/failure.ts';
import type { SourceFile } from '../source-file.ts';

export const rosterEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type RosterEncoding = (typeof rosterEncodings)[number];
export const rosterDelimiters = [',', ';', '\t'] as const;
export type RosterDelimiter = (typeof rosterDelimiters)[number];

/** How a file is to be read. */
export interface RosterForm {
  readonly encoding: RosterEncoding;
  readonly delimiter: RosterDelimiter;
}

/**
 * The encoding that the first bytes show: by byte-order mark, by the zeros of UTF-16, by whether they are UTF-8 at all. What is none of these is read as
 * Windows-1252, in which every byte is a letter.
 */
export function encodingOf(first: Uint8Array): RosterEncoding {
  const [a, b, c] = first;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const some = first.subarray(0, 512);
  const zeros = (parity: number): number => some.filter((byte, i) => byte === 0 && i % 2 === parity).length;
  if (some.length > 3 && zeros(1) > some.length / 4) return 'utf-16le';
  if (some.length > 3 && zeros(0) > some.length / 4) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(first, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The separator that takes the head apart into the most columns; a comma where none does. Semicolons inside quotes are not counted. */
export function delimiterOf(head: string): RosterDelimiter {
  const bare = head.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return [...rosterDelimiters].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

/** Bytes that are looked at to see how a file is written. */
const lookedAt = 64 * 1024;

/** How the file is written, as far as its beginning shows. Refuses `import-malformed` for an empty one. */
export async function formOf(source: SourceFile, chosen: Partial<RosterForm> = {}): Promise<RosterForm> {
  for await (const chunk of source.read()) {
    if (chunk.length === 0) break;
    const first = chunk.subarray(0, lookedAt);
    const encoding = chosen.encoding ?? encodingOf(first);
    const [head = ''] = new TextDecoder(encoding).decode(first, { stream: true }).split(/\r\n|\r|\n/);
    return { encoding, delimiter: chosen.delimiter ?? delimiterOf(head) };
  }
  return refuse({ code: 'import-malformed', file: source.name, why: 'it is empty' });
}
