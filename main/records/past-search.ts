import type { Database } from 'better-sqlite3-multiple-ciphers';
import type { AnyRecord } from '../../shared/records/record.ts';
import { pastTables } from './past-tables.ts';
import { prepared } from './prepared.ts';
import type { Row } from './row.ts';
import { searchTextOf } from './search-rows.ts';
import { rowColumns, type Index } from './source.ts';

/** How to reach the words of the instant after entry `seq`: today's index for records that have not changed since, and one in memory for the others. */
export function pastIndexes(seq: number): readonly Index[] {
  const { same, fts } = pastTables(seq);
  return [
    { fts: 'fts', rows: `temp.${same}` },
    { fts: `temp.${fts}`, rows: null },
  ];
}

/**
 * Brings the index in memory to what has changed since the instant. `known` is the entry up to which it was brought before, null when it does
 * not exist yet: a past that is kept while people go on working must not lose the words of what they change. Gives the entry it is brought to.
 */
export function indexPast(db: Database, seq: number, known: number | null, open: (row: Row) => AnyRecord | undefined): number {
  const { record, same, fts } = pastTables(seq);
  const now = prepared<{ seq: number }>(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal').get()?.seq ?? 0;
  if (now === known) return now;
  // Without the index of beginnings that today's has: it doubles the time to build, and the past is seldom searched letter by letter.
  // One transaction, in memory only: each row on its own would be a piece of index of its own, and those have to be merged.
  db.transaction(() => {
    const rows = `SELECT ${rowColumns} FROM temp.${record} r WHERE r.closed < 2 AND`;
    if (known === null) {
      db.exec(`
        CREATE VIRTUAL TABLE temp.${fts} USING fts5(number, title, text, tokenize="unicode61 remove_diacritics 2");
        CREATE TEMP TABLE ${same}(rowid INTEGER PRIMARY KEY);
        INSERT INTO temp.${same} SELECT r.rowid FROM temp.${record} r WHERE r.closed < 2 AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.record = r.id AND j.seq > r.seq);
      `);
    }
    const changed =
      known === null
        ? prepared<Row>(db, `${rows} r.rowid NOT IN (SELECT rowid FROM temp.${same}) ORDER BY r.seq`).all()
        : prepared<Row>(db, `${rows} r.rowid IN (SELECT rowid FROM temp.${same}) AND r.id IN (SELECT record FROM journal WHERE seq > ?)`).all(known);
    const put = prepared(db, `INSERT INTO temp.${fts}(rowid, number, title, text) VALUES (?, ?, ?, ?)`);
    const drop = prepared(db, `DELETE FROM temp.${same} WHERE rowid = ?`);
    for (const row of changed) {
      if (known !== null) drop.run(row.rowid);
      const words = searchTextOf(open(row));
      if (words) put.run(row.rowid, row.number, words.title, words.text);
    }
  })();
  return now;
}
