import type { Database } from 'better-sqlite3-multiple-ciphers';
import { prepared } from './prepared.ts';
import { hitEnd, hitStart } from './snippet.ts';
import type { Index } from './source.ts';

/** While typing, more hits than this are shown newest first: weighing them all would take longer than a keystroke. */
const mostWeighed = 2_000;
/** A hit in the number or the title says more than one in the text. */
const weights = 'bm25(8.0, 4.0, 1.0)';
const snippetOf = (fts: string) => `snippet(${fts}, -1, '${hitStart}', '${hitEnd}', '…', 12)`;

export interface WordHit {
  readonly rowid: number;
  readonly snippet: string;
  readonly rank: number;
}
/** Conditions on columns of the record, all of which must hold, with their values in order. */
export interface Within {
  readonly where: readonly string[];
  readonly values: readonly (string | number)[];
  /** Kinds that are left out. They are few records, so that these are gathered for a question rather than all others. */
  readonly without?: readonly string[];
}
export interface WordQuestion {
  /** An FTS5 query (`search-question.ts`). */
  readonly query: string;
  readonly within: Within;
  /** The table of records that says which is of which kind. */
  readonly record: string;
  readonly ranked: boolean;
  readonly limit: number;
}

/** The records that have the words: best first when asked for or when they are few, newest first when they are many. */
export function findWords(db: Database, indexes: readonly Index[], question: WordQuestion): WordHit[] {
  const found = (ask: (db: Database, index: Index, question: WordQuestion) => WordHit[]) => indexes.map((index) => ask(db, index, question));
  const newest = question.ranked ? null : found(newestHits);
  const weigh = newest === null || (newest.every((hits) => hits.length <= mostWeighed) && newest.some((hits) => hits.length > 0));
  // More than one index there is only in the past; their common order is made here.
  return (weigh ? found(weighedHits) : newest)
    .flat()
    .sort((a, b) => a.rank - b.rank || b.rowid - a.rowid)
    .slice(0, question.limit);
}

/**
 * The records that have the words in their titles: the shortest title first, which is closest to what was typed, or newest first when they are many. Not weighed: for that
 * every word would be counted in all the records that hold it anywhere, which for four common words takes five times as long as finding them.
 */
export function findTitles(db: Database, indexes: readonly Index[], question: WordQuestion): readonly number[] {
  const found = indexes.map((index) => newestRows(db, index, question));
  const rowids = found.flat();
  if (found.some((some) => some.length > mostWeighed)) return rowids.sort((a, b) => b - a).slice(0, question.limit);
  const shortest = `SELECT rowid FROM ${question.record} WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY length(title), rowid DESC LIMIT ?`;
  return prepared<number>(db, shortest).pluck().all(JSON.stringify(rowids), question.limit);
}

/** The newest hits, no more than it takes to know whether they are few. */
function newestRows(db: Database, index: Index, question: WordQuestion): readonly number[] {
  const name = nameOf(index.fts);
  const { where, values } = conditions(index, question);
  const sql = `SELECT ${name}.rowid FROM ${index.fts} WHERE ${name} MATCH ?${where} ORDER BY ${name}.rowid DESC LIMIT ${mostWeighed + 1}`;
  return prepared<number>(db, sql)
    .pluck()
    .all(question.query, ...values);
}

/** What keeps the rows of an index to its own and to the records asked for. The plus keeps the planner from looking up row by row, each time from the start. */
function conditions({ fts, rows }: Index, { record, within }: WordQuestion): { where: string; values: readonly (string | number)[] } {
  const row = `+${nameOf(fts)}.rowid`;
  const own = rows === null ? '' : ` AND ${row} IN (SELECT rowid FROM ${rows})`;
  const asked = within.where.length === 0 ? '' : ` AND ${row} IN (SELECT rowid FROM ${record} WHERE ${within.where.join(' AND ')})`;
  const left = within.without ?? [];
  const others = left.length === 0 ? '' : ` AND ${row} NOT IN (SELECT rowid FROM ${record} WHERE kind IN (${left.map(() => '?').join(', ')}))`;
  return { where: `${own}${asked}${others}`, values: [...within.values, ...left] };
}

function weighedHits(db: Database, index: Index, question: WordQuestion): WordHit[] {
  const { query, limit } = question;
  const name = nameOf(index.fts);
  const { where, values } = conditions(index, question);
  const sql = `SELECT ${name}.rowid, ${snippetOf(name)} AS snippet, ${name}.rank FROM ${index.fts} WHERE ${name} MATCH ?${where} AND ${name}.rank MATCH '${weights}' ORDER BY ${name}.rank LIMIT ?`;
  return prepared<WordHit>(db, sql).all(query, ...values, limit);
}

/**
 * The newest hits with their snippets and, beyond those, enough of the others to know whether they are few. One pass: finding the rows of a
 * common beginning costs more than giving them (15 ms for 100,000), so counting them first would double every keystroke.
 */
function newestHits(db: Database, index: Index, question: WordQuestion): WordHit[] {
  const { query, limit } = question;
  const name = nameOf(index.fts);
  const { where, values } = conditions(index, question);
  const first = firstRows(db);
  first.left = limit;
  const sql = `SELECT ${name}.rowid, CASE WHEN cordon_first() THEN ${snippetOf(name)} ELSE '' END AS snippet, 0 AS rank FROM ${index.fts} WHERE ${name} MATCH ?${where} ORDER BY ${name}.rowid DESC LIMIT ${mostWeighed + 1}`;
  return prepared<WordHit>(db, sql).all(query, ...values);
}

const counters = new WeakMap<Database, { left: number }>();

/** A function of this connection that says yes for as many rows as `left` says: a snippet for each of 2,000 rows would cost more than the search. */
function firstRows(db: Database): { left: number } {
  const known = counters.get(db);
  if (known) return known;
  const counter = { left: 0 };
  db.function('cordon_first', { directOnly: true }, () => (counter.left-- > 0 ? 1 : 0));
  counters.set(db, counter);
  return counter;
}

/** In a query a table of the temp schema goes by its bare name. */
const nameOf = (fts: string) => fts.replace('temp.', '');
