import type { Database } from 'better-sqlite3-multiple-ciphers';
import type { AnyRecord } from '../../shared/records/record.ts';
import { lastEntry } from './changed-of.ts';
import type { StoredImage } from './journal-image.ts';
import { imageColumns, openImages } from './past-entry.ts';
import { pastTables } from './past-tables.ts';
import { forgetPrepared, prepared } from './prepared.ts';
import type { Row, Seals } from './row.ts';
import { searchTextOf } from './search-rows.ts';
import { rowColumns, type Index } from './source.ts';

/** Records of one piece: some milliseconds, between which other questions are answered. */
export const usualWords = 300;

/** How to reach the words of the instant after entry `seq`: today's index for records that have not changed since, and one in memory for the others. */
export function pastIndexes(seq: number): readonly Index[] {
  const { same, fts } = pastTables(seq);
  return [
    { fts: 'fts', rows: `temp.${same}` },
    { fts: `temp.${fts}`, rows: null },
  ];
}

type Opening = (row: Row) => AnyRecord | undefined;
interface Changed extends Row, StoredImage {
  readonly verb: string;
}

/**
 * Makes the index in memory of what has changed since the instant, whose records all stand in their table; yields what share is done and gives the entry
 * that was the last when it began: what changes meanwhile is caught up with from there.
 */
export function* indexPast(db: Database, seals: Seals, seq: number, open: Opening, piece: number = usualWords): Generator<number, number> {
  const { record, same, fts } = pastTables(seq);
  const now = lastEntry(db);
  dropWords(db, seq);
  // Without the index of beginnings that today's has: it doubles the time to build, and the past is seldom searched letter by letter.
  db.exec(`
    CREATE VIRTUAL TABLE temp.${fts} USING fts5(number, title, text, tokenize="unicode61 remove_diacritics 2");
    CREATE TEMP TABLE ${same}(rowid INTEGER PRIMARY KEY);
  `);
  const range = 'r.closed < 2 AND r.rowid > ? AND r.rowid <= ?';
  const findSame = prepared(
    db,
    `INSERT INTO temp.${same} SELECT r.rowid FROM temp.${record} r WHERE ${range} AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.record = r.id AND j.seq > r.seq)`,
  );
  const others = prepared<Changed>(
    db,
    `SELECT ${rowColumns}, ${imageColumns}
     FROM temp.${record} r JOIN journal j ON j.seq = r.seq WHERE ${range} AND r.rowid NOT IN (SELECT rowid FROM temp.${same}) ORDER BY r.seq`,
  );
  const put = prepared(db, `INSERT INTO temp.${fts}(rowid, number, title, text) VALUES (?, ?, ?, ?)`);
  // One transaction a piece: each row on its own would be a piece of index of its own, and those have to be merged.
  const indexed = db.transaction((from: number, to: number) => {
    findSame.run(from, to);
    const plainOf = openImages(db, seals);
    for (const row of others.all(from, to)) {
      const words = searchTextOf(plainOf(row.rowid, row) ?? open(row));
      if (words) put.run(row.rowid, row.number, words.title, words.text);
    }
  });
  const last = prepared<number>(db, `SELECT max(rowid) FROM temp.${record}`).pluck().get() ?? 0;
  for (let from = 0; from < last; from += piece) {
    indexed(from, from + piece);
    yield Math.min(1, (from + piece) / last);
  }
  return now;
}

/**
 * Brings the index in memory to what has changed after entry `known`: a past that is kept while people go on working must not lose the words of what they
 * change. Gives the entry it is brought to.
 */
export function catchUp(db: Database, seq: number, known: number, open: Opening): number {
  const { record, same, fts } = pastTables(seq);
  const now = lastEntry(db);
  if (now === known) return now;
  const changed = `SELECT ${rowColumns} FROM temp.${record} r WHERE r.closed < 2 AND r.rowid IN (SELECT rowid FROM temp.${same}) AND r.id IN (SELECT record FROM journal WHERE seq > ?)`;
  const put = prepared(db, `INSERT INTO temp.${fts}(rowid, number, title, text) VALUES (?, ?, ?, ?)`);
  const drop = prepared(db, `DELETE FROM temp.${same} WHERE rowid = ?`);
  db.transaction(() => {
    for (const row of prepared<Row>(db, changed).all(known)) {
      drop.run(row.rowid);
      const words = searchTextOf(open(row));
      if (words) put.run(row.rowid, row.number, words.title, words.text);
    }
  })();
  return now;
}

/** Forgets the index in memory, whole or begun. */
export function dropWords(db: Database, seq: number): void {
  const { same, fts } = pastTables(seq);
  for (const table of [same, fts]) {
    forgetPrepared(db, table);
    db.exec(`DROP TABLE IF EXISTS temp.${table}`);
  }
}
