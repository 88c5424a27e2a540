import type { Database } from 'better-sqlite3-multiple-ciphers';
import { linksIn } from '../../shared/records/links.ts';
import { readImage, type StoredImage } from './journal-image.ts';
import { entryThen } from './past-entry.ts';
import { pastTables } from './past-tables.ts';
import { forgetPrepared, prepared } from './prepared.ts';
import { columnsOf, kindOf, type Columns, type Row, type Seals } from './row.ts';
import { rowColumns } from './source.ts';

/** Records of one piece: some milliseconds, between which other questions are answered. */
export const usualPieces = { found: 2_000, read: 400 };
export type Pieces = Readonly<Record<'found' | 'read', number>>;

/** A record whose last entry up to the instant is another than its last entry of all. */
interface Changed extends StoredImage {
  readonly at: number;
  readonly row: number;
  readonly verb: string;
}

/**
 * Fills the tables of the instant after entry `seq` with the records of one case, of none (null) or of all, as their last entries up to it left them; yields
 * what share of that is done. The columns of a record that has not changed since are copied; of the others only the image is read, in the order in
 * which the journal lies on disk, and not the row of today. What is written lies in memory, on the reader's own connection.
 */
export function* fillPast(db: Database, seals: Seals, seq: number, scope: string | null | 'all', pieces: Pieces = usualPieces): Generator<number> {
  const { heads, same } = pastWork(seq);
  db.exec(`
    DROP TABLE IF EXISTS temp.${heads};
    DROP TABLE IF EXISTS temp.${same};
    CREATE TEMP TABLE ${heads}(at INTEGER PRIMARY KEY, "row" INTEGER NOT NULL);
    CREATE TEMP TABLE ${same}(id TEXT PRIMARY KEY, "row" INTEGER NOT NULL, at INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID;
  `);
  for (const share of copyUnchanged(db, seq, scope, pieces.found)) yield share / 2;
  for (const share of readChanged(db, seals, seq, pieces.read)) yield (1 + share) / 2;
  dropWork(db, seq);
}

/** Tables that are needed only while an instant is filled: the last entries of records that have changed since, and the records of a range. */
const pastWork = (seq: number) => ({ heads: `asof_heads_${seq}`, same: `asof_unchanged_${seq}` });

/** Forgets what a filling that came to no end has left. */
export function dropWork(db: Database, seq: number): void {
  for (const table of Object.values(pastWork(seq))) {
    forgetPrepared(db, table);
    db.exec(`DROP TABLE IF EXISTS temp.${table}`);
  }
}

/**
 * Finds the last entry of each record up to the instant, and copies the rows and links of those for which it is the last of all; the others are left in
 * `heads`. By ranges of ids, which are made in the order of time: rows, links and entries of a range lie beside each other.
 */
function* copyUnchanged(db: Database, seq: number, scope: string | null | 'all', piece: number): Generator<number> {
  const { record, link } = pastTables(seq);
  const { heads, same } = pastWork(seq);
  const notThere = `r.rowid NOT IN (SELECT rowid FROM temp.${record})`;
  const last = (upTo: string) => `(SELECT max(j.seq) FROM main.journal j WHERE j.record = r.id${upTo})`;
  // Of all records from one index of the journal; those of a case are found by theirs and looked up one by one.
  const findAll = prepared(
    db,
    `INSERT INTO temp.${same} SELECT g.record, r.rowid, g.at, g.last
     FROM (SELECT j.record, max(j.seq) AS last, max(CASE WHEN j.seq <= ? THEN j.seq END) AS at FROM main.journal j WHERE j.record > ? AND j.record <= ? GROUP BY j.record) g
     JOIN main.record r ON r.id = g.record WHERE g.at IS NOT NULL AND ${notThere}`,
  );
  const findCase = prepared(
    db,
    `INSERT INTO temp.${same} SELECT id, "row", at, last
     FROM (SELECT r.id, r.rowid AS "row", ${last(' AND j.seq <= ?')} AS at, ${last('')} AS last FROM main.record r WHERE r.case_id IS ? AND ${notThere}) WHERE at IS NOT NULL`,
  );
  const copyRows = prepared(
    db,
    `INSERT INTO temp.${record} SELECT r.rowid, r.id, r.kind, r.number, r.case_id, r.state, r.title, r.due, r.closed, r.seq
     FROM temp.${same} s JOIN main.record r ON r.rowid = s."row" WHERE s.at = s.last AND r.seq = s.at ORDER BY r.rowid`,
  );
  // What has changed since, and what does not stand as its last entry left it, is read from its image.
  const others = `"row" NOT IN (SELECT rowid FROM temp.${record})`;
  const moveOthers = prepared(db, `INSERT INTO temp.${heads} SELECT at, "row" FROM temp.${same} WHERE ${others}`);
  const dropOthers = prepared(db, `DELETE FROM temp.${same} WHERE ${others}`);
  const copyLinks = prepared(
    db,
    `INSERT OR IGNORE INTO temp.${link} SELECT l."from", l.role, l."to" FROM main.link l JOIN temp.${same} s ON s.id = l."from" WHERE l."from" > ? AND l."from" <= ?`,
  );
  const clear = prepared(db, `DELETE FROM temp.${same}`);
  const bound = prepared<string>(db, 'SELECT id FROM main.record WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?').pluck();
  const all = prepared<number>(db, 'SELECT max(rowid) FROM main.record').pluck().get() ?? 0;
  const range = db.transaction((from: string, to: string) => {
    if (scope === 'all') findAll.run(seq, from, to);
    else findCase.run(seq, scope);
    copyRows.run();
    moveOthers.run();
    dropOthers.run();
    copyLinks.run(from, to);
    clear.run();
  });
  let done = 0;
  for (let from = ''; ; ) {
    const to = scope === 'all' ? bound.get(from, piece - 1) : undefined;
    range(from, to ?? '\uffff');
    if (to === undefined) return;
    from = to;
    done += piece;
    yield Math.min(1, done / all);
  }
}

function* readChanged(db: Database, seals: Seals, seq: number, piece: number): Generator<number> {
  const { record, link } = pastTables(seq);
  const { heads } = pastWork(seq);
  const all = prepared<number>(db, `SELECT count(*) FROM temp.${heads}`).pluck().get() ?? 0;
  const next = prepared<Changed>(
    db,
    `SELECT h.at, h."row", j.kind, j.shape, j.compartment, CASE WHEN j.compartment IS NULL THEN CAST(j.image AS TEXT) ELSE j.image END AS image, j.verb
     FROM temp.${heads} h JOIN main.journal j ON j.seq = h.at WHERE h.at > ? ORDER BY h.at LIMIT ${piece}`,
  );
  const putRow = prepared(db, `INSERT INTO temp.${record} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const putLink = prepared(db, `INSERT OR IGNORE INTO temp.${link} VALUES (?, ?, ?)`);
  const put = (row: number, at: number, { id, kind, number, case_id, state, title, due, closed }: Columns, links: readonly { readonly role: string; readonly to: string }[]) => {
    putRow.run(row, id, kind, number, case_id, state, title, due, closed, at);
    for (const { role, to } of links) putLink.run(id, role, to);
  };
  const sequestered = new Set(prepared<number>(db, 'SELECT rowid FROM main.record WHERE closed = 3').pluck().all());
  const write = db.transaction((found: readonly Changed[]) => {
    for (const entry of found) {
      const plain = entry.verb !== 'erased' && !sequestered.has(entry.row) ? readImage(entry, seals)?.record : null;
      if (plain) {
        const kind = kindOf(plain.kind);
        put(entry.row, entry.at, columnsOf(plain, kind), linksIn(kind.fields, plain.fields));
        continue;
      }
      // What cannot be read: then only what never changes is said of it, from its row of today.
      const now = prepared<Row>(db, `SELECT ${rowColumns} FROM main.record r WHERE r.rowid = ?`).get(entry.row);
      const then = now && entryThen(db, now, entry.at, seals);
      if (now && then) put(entry.row, then.seq, then.columns, then.links);
    }
  });
  for (let done = 0, from = 0; ; ) {
    const found = next.all(from);
    write(found);
    if (found.length < piece) return;
    from = found.at(-1)?.at ?? from;
    done += found.length;
    yield done / all;
  }
}
