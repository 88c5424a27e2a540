import type { Database } from 'better-sqlite3-multiple-ciphers';
import { forgetPrepared } from './prepared.ts';

/**
 * Names of the tables of an instant, by its last entry: its records, its links, which records were read from their images, and its words. They live in memory, on
 * the reader's connection only.
 */
export const pastTables = (seq: number) => ({ record: `asof_${seq}`, link: `asof_link_${seq}`, read: `asof_read_${seq}`, same: `asof_same_${seq}`, fts: `asof_fts_${seq}` });

/** Which records a question is about: those of these cases (null for those of none), or all. */
export type Scope = readonly (string | null)[] | 'all';

/**
 * Makes the tables of the instant after entry `seq`, empty. Records go in faster without an index; links, for which nobody waits who reads a list, have theirs at once:
 * made afterwards it would hold up everything for a tenth of a second.
 */
export function makePast(db: Database, seq: number): void {
  const { record, link, read } = pastTables(seq);
  db.exec(`
    CREATE TEMP TABLE ${read}(at INTEGER PRIMARY KEY, "row" INTEGER NOT NULL);
    CREATE TEMP TABLE ${record}(
      rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL, case_id TEXT, state TEXT NOT NULL, title TEXT NOT NULL, due TEXT, closed INTEGER NOT NULL,
      seq INTEGER NOT NULL
    );
    CREATE TEMP TABLE ${link}("from" TEXT NOT NULL, role TEXT NOT NULL, "to" TEXT NOT NULL, PRIMARY KEY("from", role, "to")) WITHOUT ROWID;
    CREATE INDEX temp.${link}_to ON ${link}("to", role);
  `);
}

/**
 * What makes records fast to find, and once all stand in their table the lists too: a case alone is small enough to be looked through. None of them is made in pieces, so each is as small
 * as its question lets it be: over kind, state and day, or over cases, one of 100,000 records would hold up everything for a tenth of a second.
 */
export function recordIndexesOf(seq: number, all: boolean): readonly string[] {
  const { record } = pastTables(seq);
  return [
    `CREATE INDEX IF NOT EXISTS temp.${record}_id ON ${record}(id)`,
    ...(all
      ? [`CREATE INDEX IF NOT EXISTS temp.${record}_due ON ${record}(closed, due) WHERE due IS NOT NULL`, `CREATE INDEX IF NOT EXISTS temp.${record}_kind ON ${record}(kind)`]
      : []),
  ];
}

/** Forgets an instant. */
export function dropPast(db: Database, seq: number): void {
  for (const table of Object.values(pastTables(seq))) {
    forgetPrepared(db, table);
    db.exec(`DROP TABLE IF EXISTS temp.${table}`);
  }
}
