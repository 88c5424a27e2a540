import type { Database } from 'better-sqlite3-multiple-ciphers';
import { linksIn } from '../../shared/records/links.ts';
import { readImage, type StoredImage } from './journal-image.ts';
import { forgetPrepared, prepared } from './prepared.ts';
import { columnsOf, kindOf, shellOf, type Columns, type Row, type Seals } from './row.ts';
import { rowColumns, type Source } from './source.ts';

/** Past instants that are kept ready at a time: what one window and one report may look at beside each other. */
const mostKept = 3;
/** State of a record of which we know that it was there, and whose content of that day was erased since. */
export const erasedState = 'erased';

interface Entry extends StoredImage {
  readonly seq: number;
  readonly record: string;
}
interface Past {
  readonly seq: number;
  prepared: boolean;
}

/** Sources of past instants over one connection, each built once. */
export interface Pasts {
  /** The records as they were known on `instant`: everything recorded up to then and nothing later. */
  at(instant: number): Source & { readonly seq: () => number };
  /** The highest entry recorded up to `instant`. */
  entryAt(instant: number): number;
}

export function pastsOver(db: Database, seals: Seals): Pasts {
  const kept = new Map<number, Past>();

  /** Entries carry times that never go back (design, "Storage"), so the last one up to an instant is found by halving. */
  const entryAt = (instant: number): number => {
    let low = 0;
    let high = prepared<{ seq: number }>(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal').get()?.seq ?? 0;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const at = prepared<{ at: number }>(db, 'SELECT at FROM journal WHERE seq = ?').get(middle)?.at ?? Infinity;
      if (at <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const drop = (seq: number) => {
    for (const table of [`asof_${seq}`, `asof_link_${seq}`, `asof_fts_${seq}`]) {
      forgetPrepared(db, table);
      db.exec(`DROP TABLE IF EXISTS temp.${table}`);
    }
    kept.delete(seq);
  };

  return {
    entryAt,
    at: (instant) => {
      const seq = entryAt(instant);
      const past = kept.get(seq) ?? { seq, prepared: false };
      // Taken out and put back: a Map keeps the order of insertion, so the first one is the one unused for longest.
      kept.delete(seq);
      kept.set(seq, past);
      for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) drop(old);
      return pastSource(db, seals, past);
    },
  };
}

function pastSource(db: Database, seals: Seals, past: Past): Source {
  const { seq } = past;
  const record = `temp.asof_${seq}`;
  const entry = (at: number) => prepared<Entry>(db, 'SELECT seq, record, kind, shape, compartment, image FROM journal WHERE seq = ?').get(at);
  return {
    db, record,
    link: `temp.asof_link_${seq}`,
    body: 'r.seq',
    open: (row) => {
      const stored = entry(row.seq);
      return (stored && readImage(stored, seals)?.record) ?? shellOf(row);
    },
    find: (column, value) => {
      // Numbers and ids never change, so the record is found among today's and its image of then by one step in an index.
      const now = prepared<Row>(db, `SELECT ${rowColumns} FROM record r WHERE r.${column} = ?`).get(value);
      const then = now && prepared<Entry>(db, 'SELECT seq, record, kind, shape, compartment, image FROM journal WHERE record = ? AND seq <= ? ORDER BY seq DESC LIMIT 1').get(now.id, seq);
      return then && { ...now, ...columnsThen(now, then, seals), seq: then.seq, body: then.seq };
    },
    seq: () => seq,
    prepare: () => {
      if (past.prepared) return;
      build(db, seals, seq);
      past.prepared = true;
    },
  };
}

/** The columns as they stood at an entry. An erased or sealed image leaves what never changes, and says nothing of the rest. */
function columnsThen(now: Columns, then: Entry, seals: Seals): Columns {
  const record = readImage(then, seals)?.record;
  if (record) return columnsOf(record, kindOf(record.kind));
  return { ...now, state: then.image === null ? erasedState : now.state, title: '', due: null, closed: 1 };
}

/**
 * Builds the tables of an instant: first the last entry of each record up to then (85 ms for 300,000 entries), then its columns. Most
 * records have not changed since and their columns are copied; only the others have their image read.
 */
function build(db: Database, seals: Seals, seq: number): void {
  const [rows, links] = [`temp.asof_${seq}`, `temp.asof_link_${seq}`];
  db.exec(`
    CREATE TEMP TABLE asof_head(record TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE ${rows}(rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL, case_id TEXT, state TEXT NOT NULL, title TEXT NOT NULL, due TEXT, closed INTEGER NOT NULL, seq INTEGER NOT NULL);
    CREATE TABLE ${links}("from" TEXT NOT NULL, role TEXT NOT NULL, "to" TEXT NOT NULL, PRIMARY KEY("from", role, "to")) WITHOUT ROWID;
  `);
  db.prepare('INSERT INTO temp.asof_head SELECT record, max(seq) FROM journal WHERE seq <= ? GROUP BY record').run(seq);
  db.prepare(`INSERT INTO ${rows} SELECT ${rowColumns} FROM record r JOIN temp.asof_head h ON h.record = r.id AND h.seq = r.seq`).run();
  db.prepare(`INSERT INTO ${links} SELECT l."from", l.role, l."to" FROM link l JOIN ${rows} r ON r.id = l."from"`).run();

  const changed = db.prepare<unknown[], Row & { then: number }>(`SELECT ${rowColumns}, h.seq AS "then" FROM record r JOIN temp.asof_head h ON h.record = r.id AND h.seq <> r.seq`).all();
  const entry = db.prepare<unknown[], Entry>('SELECT seq, record, kind, shape, compartment, image FROM journal WHERE seq = ?');
  const putRow = db.prepare(`INSERT INTO ${rows} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const putLink = db.prepare(`INSERT OR IGNORE INTO ${links} VALUES (?, ?, ?)`);
  for (const now of changed) {
    const stored = entry.get(now.then);
    if (!stored) continue;
    const then = columnsThen(now, stored, seals);
    putRow.run(now.rowid, now.id, now.kind, now.number, now.case_id, then.state, then.title, then.due, then.closed, now.then);
    const record = readImage(stored, seals)?.record;
    for (const link of record ? linksIn(kindOf(record.kind).fields, record.fields) : []) putLink.run(now.id, link.role, link.to);
  }
  db.exec(`
    DROP TABLE temp.asof_head;
    CREATE INDEX temp.asof_${seq}_id ON asof_${seq}(id);
    CREATE INDEX temp.asof_${seq}_kind ON asof_${seq}(kind, closed, due);
    CREATE INDEX temp.asof_${seq}_case ON asof_${seq}(case_id, kind);
    CREATE INDEX temp.asof_${seq}_due ON asof_${seq}(closed, due);
    CREATE INDEX temp.asof_link_${seq}_to ON asof_link_${seq}("to", role);
  `);
}
