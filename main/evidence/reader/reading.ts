/** What became of reading a file: its words, or why there are none. */
export type ReadStatus = 'text' | 'no-text' | 'encrypted' | 'damaged' | 'too-large' | 'timed-out' | 'not-read';

/** Something a file says of itself: who made it, when, about what. It may be wrong, and nothing is concluded from it. */
export interface FileFact {
  readonly name: string;
  readonly value: string;
}

export interface FileReading {
  readonly status: ReadStatus;
  /** Pages, slides or messages, where the file has such a thing. */
  readonly pages: number | null;
  readonly text: string;
  /** The words went on after `mostCharacters`. */
  readonly cut: boolean;
  /** What the file says of itself; empty where it says nothing. */
  readonly facts?: readonly FileFact[];
}

/** Most characters kept of one file: the longest value that a field of a record may have (shared/records/field.ts). */
export const mostCharacters = 1_000_000;

/** A reading without words. */
export const nothingRead = (status: Exclude<ReadStatus, 'text'>, pages: number | null = null): FileReading => ({ status, pages, text: '', cut: false });

// U+E000 and U+E001 mark hits in search snippets (notes, D18): a file must not be able to write such marks.
const unwanted = /(?![\t\n\f])\p{Cc}|[\ue000\ue001\ufeff\ufffe\uffff]/gu;
// Half of a pair cannot be written as UTF-8. (String.toWellFormed is newer than the language level we build for.)
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Words as they are kept: line ends made one, control characters (but the form feed between pages) and lone surrogates gone, long runs of blank lines closed up, cut at the limit. */
export function reading(words: string, pages: number | null): FileReading {
  const cut = words.length > mostCharacters;
  const text = words
    .slice(0, mostCharacters)
    .replace(/\r\n?/g, '\n')
    .replace(unwanted, '')
    .replace(/[ \t\u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    // The ends are trimmed, but not the page on which the words begin.
    .replace(/^[^\S\f]+|\s+$/g, '')
    .replace(lone, '\ufffd');
  return text.trim() === '' ? nothingRead('no-text', pages) : { status: 'text', pages, text, cut };
}

/** The same reading with what the file says of itself: one line each, cut short, blank ones left out. */
export function withFacts(of: FileReading, facts: readonly (readonly [string, string | undefined])[]): FileReading {
  const said = facts.flatMap(([name, value = '']): FileFact[] => {
    const line = value.replace(unwanted, '').replace(lone, '\ufffd').replace(/\s+/g, ' ').trim().slice(0, longestFact);
    return line === '' ? [] : [{ name, value: line }];
  });
  return said.length === 0 ? of : { ...of, facts: said };
}
const longestFact = 2_000;

/** Whether a reading came to its end: there are words, or there are none. */
export const isRead = (status: ReadStatus): boolean => status === 'text' || status === 'no-text';
