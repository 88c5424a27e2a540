import type { Database } from 'better-sqlite3-multiple-ciphers';
import { linksIn } from '../../shared/records/links.ts';
import type { StoredImage } from './journal-image.ts';
import { entryThen, imageColumns, openImages } from './past-entry.ts';
import type { FoundLinks } from './past-links.ts';
import { pastTables } from './past-tables.ts';
import { forgetPrepared, prepared } from './prepared.ts';
import { nowTable, type RowsNow } from './rows-now.ts';
import { columnsOf, kindOf, type Columns, type Row, type Seals } from './row.ts';
import { rowColumns } from './source.ts';

/** Records of one piece: some milliseconds, between which other questions are answered. */
export const usualPieces = { found: 1_500, read: 300 };
export type Pieces = Readonly<Record<'found' | 'read', number>>;

/** A record whose last entry up to the instant is another than its last entry of all. */
interface Changed extends StoredImage {
  readonly at: number;
  readonly row: number;
  readonly verb: string;
}

/**
 * Fills the table of records of the instant after entry `seq` with those of one case, of none (null) or of all, as their last entries up to it left them; yields
 * what share of that is done. The columns of a record that has not changed since are copied; of the others only the image is read, in the order in
 * which the journal lies on disk, and not the row of today. What is written lies in memory, on the reader's own connection. The links that images hold are added
 * to `found`, those of copied rows are not looked at: see `past-links.ts`.
 */
export function* fillPast(
  db: Database,
  seals: Seals,
  seq: number,
  scope: string | null | 'all',
  found: FoundLinks,
  pieces: Pieces = usualPieces,
  now: Pick<RowsNow, 'isThere'> | null = null,
): Generator<number> {
  const { same } = pastWork(seq);
  db.exec(`
    DROP TABLE IF EXISTS temp.${same};
    CREATE TEMP TABLE ${same}("row" INTEGER PRIMARY KEY, at INTEGER NOT NULL, last INTEGER NOT NULL);
  `);
  const copied = scope === 'all' && now !== null && (yield* copyFromNow(db, seq, now, pieces.found));
  if (!copied) for (const share of copyUnchanged(db, seq, scope, pieces.found)) yield share / 2;
  for (const share of readChanged(db, seals, seq, found, pieces.read)) yield (1 + share) / 2;
  dropWork(db, seq);
}

/** The table that is needed only while an instant is filled: the records of a range. */
const pastWork = (seq: number) => ({ same: `asof_unchanged_${seq}` });

/** Forgets what a filling that came to no end has left. */
export function dropWork(db: Database, seq: number): void {
  for (const table of Object.values(pastWork(seq))) {
    forgetPrepared(db, table);
    db.exec(`DROP TABLE IF EXISTS temp.${table}`);
  }
}

/**
 * Finds the last entry of each record up to the instant, and copies the rows of those for which it is the last of all; the others are put down to be
 * read. By ranges of ids, which are made in the order of time: rows and entries of a range lie beside each other.
 */
function* copyUnchanged(db: Database, seq: number, scope: string | null | 'all', piece: number): Generator<number> {
  const { record, read } = pastTables(seq);
  const { same } = pastWork(seq);
  const notThere = `r.rowid NOT IN (SELECT rowid FROM temp.${record})`;
  const last = (upTo: string) => `(SELECT max(j.seq) FROM main.journal j WHERE j.record = r.id${upTo})`;
  // Of all records from one index of the journal, in its order (CROSS, here and below: the planner would go through all records for each range); those of a case are found by theirs
  // and looked up one by one.
  const findAll = prepared(
    db,
    `INSERT INTO temp.${same} SELECT r.rowid, g.at, g.last
     FROM (SELECT j.record, max(j.seq) AS last, max(CASE WHEN j.seq <= ? THEN j.seq END) AS at FROM main.journal j WHERE j.record > ? AND j.record <= ? GROUP BY j.record) g
     CROSS JOIN main.record r ON r.id = g.record WHERE g.at IS NOT NULL AND ${notThere}`,
  );
  const findCase = prepared(
    db,
    `INSERT INTO temp.${same} SELECT "row", at, last
     FROM (SELECT r.rowid AS "row", ${last(' AND j.seq <= ?')} AS at, ${last('')} AS last FROM main.record r WHERE r.case_id IS ? AND ${notThere}) WHERE at IS NOT NULL`,
  );
  const copyRows = prepared(
    db,
    `INSERT INTO temp.${record} SELECT r.rowid, r.id, r.kind, r.number, r.case_id, r.state, r.title, r.due, r.closed, r.seq
     FROM temp.${same} s CROSS JOIN main.record r ON r.rowid = s."row" WHERE s.at = s.last AND r.seq = s.at ORDER BY s."row"`,
  );
  // What has changed since, and what does not stand as its last entry left it, is read from its image.
  const moveOthers = prepared(db, `INSERT OR IGNORE INTO temp.${read} SELECT at, "row" FROM temp.${same} WHERE "row" NOT IN (SELECT rowid FROM temp.${record})`);
  const clear = prepared(db, `DELETE FROM temp.${same}`);
  const bound = prepared<string>(db, 'SELECT id FROM main.record WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?').pluck();
  const all = prepared<number>(db, 'SELECT max(rowid) FROM main.record').pluck().get() ?? 0;
  const range = db.transaction((from: string, to: string) => {
    if (scope === 'all') findAll.run(seq, from, to);
    else findCase.run(seq, scope);
    copyRows.run();
    moveOthers.run();
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

/** As `copyUnchanged` of all, from what was read of today's rows in advance. Gives whether that was there to the end. */
function* copyFromNow(db: Database, seq: number, now: Pick<RowsNow, 'isThere'>, piece: number): Generator<number, boolean> {
  if (!now.isThere()) return false;
  const { record, read } = pastTables(seq);
  const range = `n."row" > ? AND n."row" <= ? AND n."row" NOT IN (SELECT rowid FROM temp.${record})`;
  const same = 'n.last <= ? AND n.seq = n.last';
  const copyRows = prepared(
    db,
    `INSERT INTO temp.${record} SELECT n."row", n.id, n.kind, n.number, n.case_id, n.state, n.title, n.due, n.closed, n.seq FROM temp.${nowTable} n WHERE ${range} AND ${same}`,
  );
  const moveOthers = prepared(
    db,
    `INSERT OR IGNORE INTO temp.${read} SELECT (SELECT max(j.seq) FROM main.journal j WHERE j.record = n.id AND j.seq <= ?), n."row"
     FROM temp.${nowTable} n WHERE ${range} AND n.first <= ? AND NOT (${same})`,
  );
  const all = prepared<number>(db, `SELECT max("row") FROM temp.${nowTable}`).pluck().get() ?? 0;
  const copy = db.transaction((from: number): boolean => {
    if (!now.isThere()) return false;
    copyRows.run(from, from + piece, seq);
    moveOthers.run(seq, from, from + piece, seq, seq);
    return true;
  });
  for (let from = 0; from < all; from += piece) {
    if (!copy(from)) return false;
    yield Math.min(1, from / all) / 2;
  }
  return true;
}

function* readChanged(db: Database, seals: Seals, seq: number, found: FoundLinks, piece: number): Generator<number> {
  const { record, read } = pastTables(seq);
  // A filling that came to no end has read some of them.
  const unread = `h."row" NOT IN (SELECT rowid FROM temp.${record})`;
  const all = prepared<number>(db, `SELECT count(*) FROM temp.${read} h WHERE ${unread}`).pluck().get() ?? 0;
  const next = prepared<Changed>(
    db,
    `SELECT h.at, h."row", j.kind, ${imageColumns}
     FROM temp.${read} h JOIN main.journal j ON j.seq = h.at WHERE h.at > ? AND ${unread} ORDER BY h.at LIMIT ${piece}`,
  );
  const putRow = prepared(db, `INSERT INTO temp.${record} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const put = (row: number, at: number, { id, kind, number, case_id, state, title, due, closed }: Columns, links: readonly { readonly role: string; readonly to: string }[]) => {
    putRow.run(row, id, kind, number, case_id, state, title, due, closed, at);
    for (const { role, to } of links) found.push(id, role, to);
  };
  const plainOf = openImages(db, seals);
  const write = db.transaction((entries: readonly Changed[]) => {
    for (const entry of entries) {
      const plain = plainOf(entry.row, entry);
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
    const entries = next.all(from);
    write(entries);
    if (entries.length < piece) return;
    from = entries.at(-1)?.at ?? from;
    done += entries.length;
    yield done / all;
  }
}
