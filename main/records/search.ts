import type { SlimRow } from '../../shared/contract/contract.ts';
import { typedNumber } from './number.ts';
import { prepared } from './prepared.ts';
import type { Row } from './row.ts';
import { searchQuery } from './search-question.ts';
import { notSealed, slimBody, slimRow } from './slim-row.ts';
import { segments, type Segment } from './snippet.ts';
import { rowColumns, type Source } from './source.ts';
import { findWords } from './word-search.ts';

export interface SearchQuestion {
  readonly text: string;
  readonly kinds?: readonly string[] | undefined;
  /** Asked for with Enter: the whole of the words, best first. Without it the last word is a beginning. */
  readonly ranked?: boolean | undefined;
  readonly limit: number;
}
export interface Hit {
  readonly row: SlimRow;
  readonly snippet: Segment[];
}
type Found = Row & { readonly body: unknown };

/** Finds records by number, title and words. A number found exactly comes first; sealed kinds and removed records are never found. */
export function search(source: Source, question: SearchQuestion): { hits: Hit[]; more: boolean } {
  const { text, limit, kinds } = question;
  source.prepare('all');
  const rows = (where: string, values: readonly (string | number)[]) =>
    prepared<Found>(source.db, `SELECT ${rowColumns}, ${slimBody(source.body)} AS body FROM ${source.record} r WHERE ${where} LIMIT ?`).all(...values, limit + 1);
  const visible = `r.closed < 2${notSealed}${kinds === undefined ? '' : ` AND r.kind IN (${kinds.map(() => '?').join(', ')})`}`;
  const hit = (row: Found, marked: string): Hit => ({ row: slimRow(source, row, row.body), snippet: segments(marked) });

  const number = typedNumber(text);
  const exact = number === null ? [] : rows(`r.number = ? AND ${visible}`, [number, ...(kinds ?? [])]).map((row) => hit(row, row.title));
  const query = searchQuery(text, !question.ranked);
  const words = query === null ? [] : findWords(source.db, source.indexes(), { query, kinds, record: source.record, ranked: question.ranked ?? false, limit: limit + 1 });
  const found = words.flatMap(({ rowid, snippet }) => rows('r.rowid = ?', [rowid]).map((row) => hit(row, snippet)));
  const all = [...exact, ...found.filter(({ row }) => row.number !== number)];
  return { hits: all.slice(0, limit), more: all.length > limit };
}
