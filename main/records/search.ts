import type { SlimRow } from '../../shared/contract/contract.ts';
import type { Now } from '../../shared/calendar/clock.ts';
import type { SearchedDay } from '../../shared/records/searched-day.ts';
import { typedSearch, type TypedSearch } from '../../shared/records/typed-search.ts';
import { typedNumber } from './number.ts';
import { prepared } from './prepared.ts';
import type { Row } from './row.ts';
import { leftOut, searchQuery } from './search-question.ts';
import { notSealed, slimBody, slimRow } from './slim-row.ts';
import { segments, type Segment } from './snippet.ts';
import { rowColumns, type Source } from './source.ts';
import { findTitles, findWords, type Within } from './word-search.ts';

export interface SearchQuestion {
  readonly text: string;
  readonly kinds?: readonly string[] | undefined;
  /** Asked for with Enter: the whole of the words, best first. Without it the last word is a beginning. */
  readonly ranked?: boolean | undefined;
  /** What one goes to: records that have the words in their title before the others, and no text of a file. */
  readonly titlesFirst?: boolean | undefined;
  readonly limit: number;
}
export interface Hit {
  readonly row: SlimRow;
  readonly snippet: Segment[];
  /** The page of the file on which that stands, where it has pages. */
  readonly page?: number;
}
/** What was found. `days`: those behind `before:` and `after:` as they were read; where one could not be, nothing is looked for. */
export interface Results {
  readonly hits: Hit[];
  readonly more: boolean;
  readonly days: readonly SearchedDay[];
}
type Found = Row & { readonly body: unknown };

/** Finds records by number, title and words, and by what is said of them (`shared/records/typed-search.ts`). A number found exactly comes first; sealed kinds and removed records are never found. */
export function search(source: Source, question: SearchQuestion, now: Now): Results {
  const { text, limit } = question;
  source.prepare('all');
  const asked = typedSearch(text, now);
  const { days } = asked;
  if (days.some(({ day }) => day === null)) return { hits: [], more: false, days };
  const rows = (where: string, values: readonly (string | number)[]) =>
    prepared<Found>(source.db, `SELECT ${rowColumns}, ${slimBody(source.body)} AS body FROM ${source.record} r WHERE ${where} LIMIT ?`).all(...values, limit + 1);
  const within: Within = { ...conditionsOf(question, asked), ...(question.titlesFirst && { without: texts }) };
  const visible = `r.closed < 2${notSealed}${within.where.map((one) => ` AND r.${one}`).join('')}`;
  const hit = (row: Found, marked: string): Hit => {
    const snippet = segments(marked);
    const page = row.kind === 'evidence_text' ? pageOf(source, row.rowid, snippet) : null;
    return { row: slimRow(source, row, row.body), snippet, ...(page !== null && { page }) };
  };

  const number = typedNumber(text);
  const exact = number === null ? [] : rows(`r.number = ? AND ${visible}`, [number, ...within.values]).map((row) => hit(row, row.title));
  const query = searchQuery(text, !question.ranked, asked);
  const narrowed = within.where.length > 0;
  if (query === null) {
    if (!narrowed || question.kinds?.length === 0) return { hits: exact.slice(0, limit), more: exact.length > limit, days };
    const none = leftOut(asked);
    const indexes = none === '' ? [] : source.indexes();
    const without = indexes.map(({ fts }) => ` AND r.rowid NOT IN (SELECT rowid FROM ${fts} WHERE ${fts.replace('temp.', '')} MATCH ?)`).join('');
    const all = rows(`${visible}${without} ORDER BY r.rowid DESC`, [...within.values, ...indexes.map(() => none)]).map((row) => hit(row, ''));
    return { hits: all.slice(0, limit), more: all.length > limit, days };
  }
  const wanted = (said: string) => ({ query: said, within, record: source.record, ranked: question.ranked ?? false, limit: limit + 1 });
  const byRow = (rowid: number, marked: string | null) => rows('r.rowid = ?', [rowid]).map((row) => hit(row, marked ?? row.title));
  const titles = question.titlesFirst ? findTitles(source.db, source.indexes(), wanted(searchQuery(text, !question.ranked, asked, true) ?? query)) : [];
  const words = titles.length > limit ? [] : findWords(source.db, source.indexes(), wanted(query));
  const inTitles = new Set(titles);
  const found = [...titles.flatMap((rowid) => byRow(rowid, null)), ...words.flatMap(({ rowid, snippet }) => (inTitles.has(rowid) ? [] : byRow(rowid, snippet)))];
  const all = [...exact, ...found.filter(({ row }) => row.number !== number)];
  return { hits: all.slice(0, limit), more: all.length > limit, days };
}

/** The texts of files. */
const texts = ['evidence_text'];

/** What the row of a record must say. */
function conditionsOf({ kinds }: SearchQuestion, asked: TypedSearch): Within {
  const where: string[] = [];
  const values: (string | number)[] = [];
  const put = (condition: string, ...held: readonly (string | number)[]): void => {
    where.push(condition);
    values.push(...held);
  };
  for (const some of [kinds, asked.kinds]) if (some) put(`kind IN (${some.map(() => '?').join(', ')})`, ...some);
  if (asked.number !== null) put('number = ?', typedNumber(asked.number) ?? asked.number.toUpperCase());
  if (asked.before !== null) put('due < ?', asked.before);
  if (asked.after !== null) put('due > ?', `${asked.after}\uffff`);
  if (asked.closed !== null) put('closed = ?', asked.closed ? 1 : 0);
  return { where, values };
}

/** The page of a file on which the words of the snippet stand, from 1; null where its text has no pages. The reader puts a form feed between them. */
function pageOf({ db }: Source, rowid: number, snippet: readonly Segment[]): number | null {
  const words = snippet
    .map((segment) => segment.text)
    .join('')
    .replace(/^…/, '')
    .replace(/…$/, '');
  if (words === '') return null;
  const found = prepared<{ at: number; pages: number; before: number }>(
    db,
    `SELECT at, length(text) - length(replace(text, char(12), '')) AS pages, length(substr(text, 1, at)) - length(replace(substr(text, 1, at), char(12), '')) AS before
     FROM (SELECT text, instr(text, ?) AS at FROM search_text WHERE rowid = ?)`,
  ).get(words, rowid);
  if (!found || found.at === 0 || found.pages === 0) return null;
  // The snippet may begin on the page before that of its first hit.
  const ahead = snippet
    .slice(
      0,
      snippet.findIndex((segment) => segment.hit),
    )
    .map((segment) => segment.text)
    .join('');
  return found.before + (ahead.match(/\f/g) ?? []).length + (words.startsWith('\f') ? 0 : 1);
}
