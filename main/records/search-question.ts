import type { SearchPart, TypedSearch } from '../../shared/records/typed-search.ts';

/**
 * What somebody typed (`shared/records/typed-search.ts`), as an FTS5 query that cannot be malformed: every word is a quoted string, and nothing but letters and digits
 * is in one. The last word is taken as a beginning while it is still being typed. One letter alone is the beginning of a title: the index of beginnings starts at two
 * letters, and one letter of the text would find everything. `onlyTitles`: all of it must stand in the title. Gives null when there is no word to look for in it at all.
 */
export function searchQuery(typed: string, beginning: boolean, asked: TypedSearch, onlyTitles = false): string | null {
  const last = asked.all.at(-1)?.at(-1);
  if (!last) return null;
  const [only] = asked.all;
  if (asked.all.length === 1 && only?.length === 1 && last.words.join('').length < 2) return `title : ^"${last.words.join('')}"*`;
  // The last word is still being typed where nothing stands behind it.
  const open = beginning && endsInWord(typed, last);
  const each = asked.all.map((either) =>
    joined(
      either.map((part) => said(part, part === last && open)),
      ' OR ',
    ),
  );
  // A word said twice is looked for once.
  const words = [...new Set(each)].join(' AND ');
  // What is left out may stand nowhere, whatever has to stand in the title.
  const all = onlyTitles ? `title : (${words})` : words;
  return asked.not.length === 0 ? all : `(${all}) NOT (${leftOut(asked)})`;
}

/** What none of the records may hold, as an FTS5 query; empty where nothing is left out. */
export const leftOut = ({ not }: TypedSearch): string => not.map((part) => said(part, false)).join(' OR ');

const said = ({ words, open, inTitle }: SearchPart, begun: boolean): string => `${inTitle ? 'title : ' : ''}"${words.join(' ')}"${open || begun ? '*' : ''}`;
const joined = (parts: readonly string[], by: string): string => (parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(by)})`);

const endsInWord = (typed: string, { words }: SearchPart): boolean => {
  const end = typed
    .normalize('NFC')
    .trimEnd()
    .replace(/[^\p{L}\p{M}\p{N}\s"]+$/u, '');
  return !/\s$/u.test(typed) && !typed.trimEnd().endsWith('"') && !inQuotes(typed) && end.endsWith(words.at(-1) ?? '');
};
const inQuotes = (typed: string): boolean => (typed.match(/"/g) ?? []).length % 2 === 1;
