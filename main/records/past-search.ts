import type { Database } from 'better-sqlite3-multiple-ciphers';
import { pastTables } from './past-tables.ts';
import { searchTextOf } from './search-rows.ts';
import type { Index } from './search.ts';
import type { Row } from './row.ts';
import { rowColumns, type Source } from './source.ts';

/** The full-text indexes of a past instant: today's for what has not changed since, and one in memory for what has. */
export function pastIndexes(db: Database, source: Source): readonly Index[] {
  source.prepare();
  const { fts } = pastTables(source.seq());
  const built = db.prepare<unknown[], { n: number }>('SELECT count(*) AS n FROM temp.sqlite_master WHERE name = ?').get(fts)?.n === 1;
  if (!built) {
    db.exec(`CREATE VIRTUAL TABLE temp.${fts} USING fts5(number, title, text, prefix='2 3', tokenize="unicode61 remove_diacritics 2")`);
    const put = db.prepare(`INSERT INTO temp.${fts}(rowid, number, title, text) VALUES (?, ?, ?, ?)`);
    for (const row of db.prepare<unknown[], Row>(`SELECT ${rowColumns} FROM ${source.record} r JOIN record n ON n.rowid = r.rowid WHERE n.seq <> r.seq AND r.closed < 2`).all()) {
      const words = searchTextOf(source.open(row, row.seq));
      if (words) put.run(row.rowid, row.number, words.title, words.text);
    }
  }
  return [
    { fts: 'fts', join: `CROSS JOIN ${source.record} r ON r.rowid = fts.rowid CROSS JOIN record n ON n.rowid = r.rowid AND n.seq = r.seq` },
    { fts: `temp.${fts}`, join: `CROSS JOIN ${source.record} r ON r.rowid = ${fts}.rowid` },
  ];
}
