import type { Now } from '../calendar/clock.ts';
import { kinds } from './kinds.ts';
import { searchedDay, type SearchedDay } from './searched-day.ts';

/** One thing that is looked for: words that stand together in this order. */
export interface SearchPart {
  readonly words: readonly string[];
  /** The last word is the beginning of one. */
  readonly open: boolean;
  /** Only in titles. */
  readonly inTitle: boolean;
}
/** What somebody typed, as it is understood. Whatever is no operator, or an operator with nothing it could mean, is words. */
export interface TypedSearch {
  /** All of these must be found; of each the alternatives of which one is enough. */
  readonly all: readonly (readonly SearchPart[])[];
  /** None of these. */
  readonly not: readonly SearchPart[];
  /** Only these kinds; null for every one. */
  readonly kinds: readonly string[] | null;
  /** As it was typed behind `number:`. */
  readonly number: string | null;
  /** Due before and after these days, the days themselves left out; `YYYY-MM-DD`. */
  readonly before: string | null;
  readonly after: string | null;
  /** Days as they were read, and those that could not be: then nothing is looked for. */
  readonly days: readonly SearchedDay[];
  /** Only open, only closed ones. */
  readonly closed: boolean | null;
}

interface Token {
  readonly raw: string;
  readonly minus: boolean;
  readonly phrase: boolean;
  readonly text: string;
}

/** Letters, digits and their marks: what the index sees of a text (unicode61). Quotes and other signs of a query cannot be among them. */
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Names by which a kind is typed: its own, its label, its plural and the letters of its numbers. */
const kindsBy = new Map<string, readonly string[]>();
for (const kind of Object.values(kinds))
  for (const name of [kind.kind, kind.label, kind.plural, kind.prefix]) kindsBy.set(plain(name), [...new Set([...(kindsBy.get(plain(name)) ?? []), kind.kind])]);
function plain(name: string): string {
  return wordsIn(name.toLowerCase()).join('');
}

/**
 * Reads what was typed. `"in this order"` is a phrase, `-word` and `-"phrase"` leave out, `this OR that` is either, `begin*` a beginning, `kind:`, `number:`, `title:`, `is:open`,
 * `is:closed`, `before:` and `after:` (of the day on which it is due, written as in forms: `before:18 June`, `after:"last friday"`) say where to look. No text is refused; a day that
 * cannot be read is told with its reason, because a search that left it out would find what was not asked for.
 */
export function typedSearch(typed: string, now: Now): TypedSearch {
  const found = {
    all: [] as SearchPart[][],
    not: [] as SearchPart[],
    kinds: null as readonly string[] | null,
    number: null as string | null,
    before: null as string | null,
    after: null as string | null,
    days: [] as SearchedDay[],
    closed: null as boolean | null,
  };
  let either = false;
  const tokens = tokensOf(typed.normalize('NFC'));
  let next = 0;
  for (const [i, token] of tokens.entries()) {
    if (i < next) continue;
    const day = dayAsked(tokens.slice(i), now);
    if (day !== null) {
      next = i + day.tokens;
      either = false;
      found.days.push(day.read);
      if (day.read.day !== null) found[day.read.operator] = day.read.day;
      continue;
    }
    if (token.raw === 'OR' && found.all.length > 0 && tokens[i + 1] !== undefined && !tokens[i + 1]?.minus && tokens[i + 1]?.raw !== 'OR' && !(i > 0 && tokens[i - 1]?.minus)) {
      either = true;
      continue;
    }
    const wasEither = either;
    either = false;
    if (!token.minus && !token.phrase && condition(token.text, found)) continue;
    const inTitle = !token.phrase && /^title:./iu.test(token.text);
    const part = partOf(inTitle ? token.text.slice('title:'.length).replaceAll('"', '') : token.text, inTitle, token.phrase);
    if (part === null) continue;
    if (token.minus) found.not.push(part);
    else if (wasEither) found.all.at(-1)?.push(part);
    else found.all.push([part]);
  }
  const narrowed = found.kinds !== null || found.number !== null || found.days.length > 0 || found.closed !== null;
  // Leaving out of everything is no search: then the words are looked for.
  return found.all.length === 0 && !narrowed ? { ...found, all: found.not.map((part) => [part]), not: [] } : found;
}

function tokensOf(typed: string): Token[] {
  return [...typed.matchAll(/(-?)(?:"([^"]*)"?|((?:[a-z]+:"[^"]*"?)|[^\s"]+))/giu)].map(([raw, minus, phrase, word]) => ({
    raw,
    minus: minus === '-' && wordsIn(phrase ?? word ?? '').length > 0,
    phrase: phrase !== undefined,
    text: phrase ?? word ?? '',
  }));
}

function partOf(text: string, inTitle: boolean, phrase: boolean): SearchPart | null {
  const words = wordsIn(text);
  return words.length === 0 ? null : { words, open: !phrase && /[\p{L}\p{M}\p{N}]\*$/u.test(text), inTitle };
}

/** The day behind the operator with which these words begin, and how many of them it takes; null where they begin with none. What stands in quotes is the whole of it. */
function dayAsked([first, ...others]: readonly Token[], now: Now): { readonly read: SearchedDay; readonly tokens: number } | null {
  if (first === undefined || first.minus || first.phrase) return null;
  const [, name = '', held = ''] = /^(before|after):(.+)$/isu.exec(first.text) ?? [];
  if (name === '') return null;
  const operator = name.toLowerCase() === 'before' ? 'before' : 'after';
  if (held.startsWith('"')) return { read: searchedDay(operator, [held.replaceAll('"', '')], now).read, tokens: 1 };
  const end = others.findIndex((token) => token.minus || token.phrase || token.raw === 'OR' || /^\p{L}+:./u.test(token.text));
  const words = [held, ...others.slice(0, end < 0 ? undefined : end).map((token) => token.text)];
  const { read, taken } = searchedDay(operator, words, now);
  return { read, tokens: Math.max(1, taken) };
}

/** Takes in a condition; false where it means none, so that it is words. */
function condition(text: string, found: { kinds: readonly string[] | null; number: string | null; closed: boolean | null }): boolean {
  const [, name = '', held = ''] = /^(kind|number|is):(.+)$/isu.exec(text) ?? [];
  const value = held.replaceAll('"', '');
  switch (name.toLowerCase()) {
    case 'kind': {
      const named = kindsBy.get(plain(value));
      if (!named) return false;
      // The words of an exhibit stand in a record of their own.
      found.kinds = [...(found.kinds ?? []), ...named, ...(named.includes('evidence_item') ? ['evidence_text'] : [])];
      return true;
    }
    case 'number':
      if (!/\p{N}/u.test(value)) return false;
      found.number = value;
      return true;
    case 'is':
      if (!/^(open|closed)$/i.test(value)) return false;
      found.closed = value.toLowerCase() === 'closed';
      return true;
    default:
      return false;
  }
}

/** The words that are looked for, each where it may be marked in a title: none of those that are left out, and no operators. */
export function wantedWords(typed: string, now: Now): readonly string[] {
  return typedSearch(typed, now).all.flatMap((either) => either.flatMap((part) => part.words));
}
