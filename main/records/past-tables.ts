import type { Database } from 'better-sqlite3-multiple-ciphers';
import { entryThen } from './past-entry.ts';
import { forgetPrepared, prepared } from './prepared.ts';
import type { Row, Seals } from './row.ts';
import { rowColumns } from './source.ts';

/** Names of the tables of an instant, by its last entry. They live in memory, on the reader's connection only. */
export const pastTables = (seq: number) => ({ record: `asof_${seq}`, link: `asof_link_${seq}`, same: `asof_same_${seq}`, fts: `asof_fts_${seq}` });

/** Which records a question is about: those of these cases (null for those of none), or all. */
export type Scope = readonly (string | null)[] | 'all';

/** Makes the tables of the instant after entry `seq`, empty. */
export function makePast(db: Database, seq: number): void {
  const { record, link } = pastTables(seq);
  db.exec(`
    CREATE TEMP TABLE ${record}(
      rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL, case_id TEXT, state TEXT NOT NULL, title TEXT NOT NULL, due TEXT, closed INTEGER NOT NULL,
      seq INTEGER NOT NULL
    );
    CREATE INDEX temp.${record}_id ON ${record}(id);
    CREATE TEMP TABLE ${link}("from" TEXT NOT NULL, role TEXT NOT NULL, "to" TEXT NOT NULL, PRIMARY KEY("from", role, "to")) WITHOUT ROWID;
    CREATE INDEX temp.${link}_to ON ${link}("to", role);
  `);
}

/**
 * Fills the tables with the records of one case, of none (null) or of all, as the last entry up to `seq` left them. Columns of a record that
 * has not changed since are copied; only of the others is the image read, in the order in which the journal lies on disk. One transaction of
 * the reader, which can write to nothing but its own tables in memory: row by row, each would be one of its own.
 */
export function fillPast(db: Database, seals: Seals, seq: number, scope: string | null | 'all'): void {
  const { record, link } = pastTables(seq);
  const [where, values] = scope === 'all' ? [`r.rowid NOT IN (SELECT rowid FROM temp.${record})`, []] : ['r.case_id IS ?', [scope]];
  const last = '(SELECT max(j.seq) FROM journal j WHERE j.record = r.id AND j.seq <= ?)';
  db.transaction(() => {
    const putRow = prepared(db, `INSERT INTO temp.${record} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    const putLink = prepared(db, `INSERT OR IGNORE INTO temp.${link} VALUES (?, ?, ?)`);
    const copyLinks = prepared(db, `INSERT INTO temp.${link} SELECT "from", role, "to" FROM main.link WHERE "from" = ?`);
    const changed: (Row & { at: number })[] = [];
    for (const row of prepared<Row & { at: number | null }>(db, `SELECT ${rowColumns}, ${last} AS at FROM record r WHERE ${where}`).all(seq, ...values)) {
      if (row.at === row.seq) {
        putRow.run(row.rowid, row.id, row.kind, row.number, row.case_id, row.state, row.title, row.due, row.closed, row.seq);
        copyLinks.run(row.id);
      } else if (row.at !== null) changed.push({ ...row, at: row.at });
    }
    for (const now of changed.sort((a, b) => a.at - b.at)) {
      const then = entryThen(db, now, now.at, seals);
      if (!then) continue;
      const { state, title, due, closed } = then.columns;
      putRow.run(now.rowid, now.id, now.kind, now.number, now.case_id, state, title, due, closed, then.seq);
      for (const { role, to } of then.links) putLink.run(now.id, role, to);
    }
  })();
}

/** Once all records stand in the tables: the orders of lists. A case alone is small enough to be looked through, and rows go in faster without. */
export function indexAllOfPast(db: Database, seq: number): void {
  const { record } = pastTables(seq);
  db.exec(`
    CREATE INDEX temp.${record}_kind ON ${record}(kind, closed, due);
    CREATE INDEX temp.${record}_case ON ${record}(case_id, kind);
    CREATE INDEX temp.${record}_due ON ${record}(closed, due);
  `);
}

/** Forgets an instant. */
export function dropPast(db: Database, seq: number): void {
  for (const table of Object.values(pastTables(seq))) {
    forgetPrepared(db, table);
    db.exec(`DROP TABLE IF EXISTS temp.${table}`);
  }
}
