import type { SlimRow } from '../../shared/contract/contract.ts';
import { typedNumber } from './number.ts';
import { prepared } from './prepared.ts';
import type { Row } from './row.ts';
import { lettersIn, searchQuery } from './search-question.ts';
import { notSealed, slimBody, slimRow } from './slim-row.ts';
import { hitEnd, hitStart, segments, type Segment } from './snippet.ts';
import { rowColumns, type Source } from './source.ts';

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

/** While typing, more hits than this are shown newest first: weighing them all would take longer than a keystroke. */
const mostWeighed = 2_000;
/** A hit in the number or the title says more than one in the text. */
const weights = 'bm25(8.0, 4.0, 1.0)';

type FoundRow = Row & { readonly body: unknown; readonly snippet: string; readonly rank: number };

/** Finds records by number, title and words. A number found exactly comes first; sealed kinds and removed records are never found. */
export function search(source: Source, question: SearchQuestion): { hits: Hit[]; more: boolean } {
  source.prepare('all');
  const { text, limit, kinds, ranked = false } = question;
  const wanted = kinds === undefined ? '' : ` AND r.kind IN (${kinds.map(() => '?').join(', ')})`;
  const here = `r.closed < 2${notSealed}${wanted}`;
  const plain = (where: string, ...values: string[]) =>
    prepared<FoundRow>(source.db, `SELECT ${rowColumns}, ${slimBody(source.body)} AS body, r.title AS snippet FROM ${source.record} r WHERE ${where} AND ${here} LIMIT ?`).all(
      ...values,
      ...(kinds ?? []),
      limit + 1,
    );

  const number = typedNumber(text);
  const exact = number === null ? [] : plain('r.number = ?', number);
  const found = lettersIn(text) < 2 ? byTitle(text.trim(), plain) : byWords(source, text, { here, kinds: kinds ?? [], ranked, limit: limit + 1 });
  const rows = [...exact, ...found.filter((row) => row.number !== number)];
  return { hits: rows.slice(0, limit).map((row) => ({ row: slimRow(source, row, row.body), snippet: segments(row.snippet) })), more: rows.length > limit };
}

/** One letter: titles that begin with it, in their order. The index of words starts at two letters. */
function byTitle(start: string, plain: (where: string, ...values: string[]) => FoundRow[]): FoundRow[] {
  return start === '' ? [] : plain('r.title COLLATE NOCASE >= ? AND r.title COLLATE NOCASE < ?', start, `${start}\u{10ffff}`);
}

interface Asked {
  readonly here: string;
  readonly kinds: readonly string[];
  readonly ranked: boolean;
  readonly limit: number;
}

function byWords({ db, body, indexes: indexesOf }: Source, text: string, { here, kinds, ranked, limit }: Asked): FoundRow[] {
  const query = searchQuery(text, !ranked);
  if (query === null) return [];
  const indexes = indexesOf();
  const hits = (fts: string) =>
    prepared<{ n: number }>(db, `SELECT count(*) AS n FROM (SELECT 1 FROM ${fts} WHERE ${nameOf(fts)} MATCH ? LIMIT ${mostWeighed + 1})`).get(query)?.n ?? 0;
  const weigh = ranked || indexes.every(({ fts }) => hits(fts) <= mostWeighed);
  const rows = indexes.flatMap(({ fts, join }) => {
    const name = nameOf(fts);
    const order = weigh ? `AND ${name}.rank MATCH '${weights}' ORDER BY ${name}.rank` : `ORDER BY ${name}.rowid DESC`;
    const sql = `SELECT ${rowColumns}, ${slimBody(body)} AS body, snippet(${name}, -1, '${hitStart}', '${hitEnd}', '…', 12) AS snippet, ${weigh ? `${name}.rank` : '0'} AS rank
      FROM ${fts} ${join} WHERE ${name} MATCH ? AND ${here} ${order} LIMIT ?`;
    return prepared<FoundRow>(db, sql).all(query, ...kinds, limit);
  });
  // Two indexes stand beside each other only in the past; their order is made here.
  return (indexes.length === 1 ? rows : rows.toSorted((a, b) => a.rank - b.rank || b.rowid - a.rowid)).slice(0, limit);
}

/** In a query a table of the temp schema goes by its bare name. */
const nameOf = (fts: string) => fts.replace('temp.', '');
