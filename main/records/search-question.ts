/**
 * What somebody typed, as an FTS5 query that cannot be malformed: every word is a quoted string, "quoted words" are a phrase, and the
 * last word is taken as a beginning while it is still being typed. One letter alone is the beginning of a title: the index of beginnings starts at two
 * letters, and one letter of the text would find everything. Gives null when there is no word in it at all.
 */
export function searchQuery(typed: string, beginning: boolean): string | null {
  const phrases = [...typed.normalize('NFC').matchAll(/"([^"]*)"?|([^\s"]+)/gu)].map(([, phrase, word]) => ({ words: words(phrase ?? word ?? ''), phrase: phrase !== undefined }));
  const parts = phrases.filter((part) => part.words.length > 0);
  const last = parts.at(-1);
  if (!last) return null;
  if (lettersIn(typed) < 2) return `title : ^"${last.words.join('')}"*`;
  const open = beginning && !last.phrase && !/\s$/u.test(typed);
  return parts.map((part) => `"${part.words.join(' ')}"${part === last && open ? '*' : ''}`).join(' AND ');
}

/** The words that the tokenizer (unicode61: letters, digits, private use) would see. Quotes and the snippet marks can therefore not get in. */
const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** How many letters the search has to go by. */
const lettersIn = (typed: string): number => words(typed).join('').length;
