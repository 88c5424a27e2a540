import type { Database } from '../vault/vault.ts';
import { lastEntry } from './changed-of.ts';
import { forgetPrepared, prepared } from './prepared.ts';

/** The table: the columns of every row as it stands, and the first and the last entry of its record. In memory, on the reader's connection only, as the tables of the past. */
export const nowTable = 'rows_now';
/** Records of one piece: some milliseconds, between which other questions are answered. */
const usualPiece = 1_000;

/**
 * What a past day is made of where nothing has changed since: the columns of today's rows, which lie spread over as many encrypted pages as the records themselves, and which entries they
 * have, which is an index of the whole journal. Read in advance, the first list of a past day need not wait for either. What has changed since it was read is read again.
 */
export interface RowsNow {
  /** Reads all of it, piece by piece. Once it is there, or was let go of, that is at its end. */
  readonly ahead: (piece?: number) => Generator<void, void>;
  /** Whether it is there; if so what was recorded since is in it. Asked in the transaction that reads from it. */
  readonly isThere: () => boolean;
  /** Lets go of it: what was closed to everybody or erased must not be left in it. */
  readonly drop: () => void;
  /** Whether there is anything to let go of. */
  readonly held: () => boolean;
}

export function rowsNow(db: Database): RowsNow {
  let stands: 'not' | 'being read' | 'whole' | 'dropped' = 'not';
  let upTo = 0;
  const columns = 'r.id, r.kind, r.number, r.case_id, r.state, r.title, r.due, r.closed, r.seq';

  function make(): void {
    db.exec(`
      CREATE TEMP TABLE ${nowTable}(
        "row" INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL, case_id TEXT, state TEXT NOT NULL, title TEXT NOT NULL, due TEXT, closed INTEGER NOT NULL,
        seq INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
      );
    `);
  }

  return {
    *ahead(piece = usualPiece) {
      if (stands !== 'not') return;
      make();
      stands = 'being read';
      // What is recorded from here on is read again when it is asked for.
      upTo = lastEntry(db);
      const bound = prepared<string>(db, 'SELECT id FROM main.record WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?').pluck();
      const read = prepared(
        db,
        `INSERT OR REPLACE INTO temp.${nowTable} SELECT r.rowid, ${columns}, g.first, g.last
         FROM (SELECT j.record, min(j.seq) AS first, max(j.seq) AS last FROM main.journal j WHERE j.record > ? AND j.record <= ? GROUP BY j.record) g CROSS JOIN main.record r ON r.id = g.record`,
      );
      for (let from = ''; ; ) {
        const to = bound.get(from, piece - 1);
        read.run(from, to ?? '\uffff');
        if (to === undefined) break;
        from = to;
        yield;
        // Dropped between two pieces, whatever the compiler has seen so far.
        if ((stands as string) === 'dropped') return;
      }
      stands = 'whole';
    },
    isThere() {
      if (stands !== 'whole') return false;
      const now = lastEntry(db);
      // The plus keeps the planner from the index of the records, which it would read whole so as to find each once.
      if (now > upTo)
        prepared(
          db,
          `INSERT OR REPLACE INTO temp.${nowTable} SELECT r.rowid, ${columns}, (SELECT min(j.seq) FROM main.journal j WHERE j.record = r.id), (SELECT max(j.seq) FROM main.journal j WHERE j.record = r.id)
           FROM (SELECT DISTINCT +record AS record FROM main.journal WHERE seq > ?) c CROSS JOIN main.record r ON r.id = c.record`,
        ).run(upTo);
      upTo = now;
      return true;
    },
    drop() {
      if (stands === 'being read' || stands === 'whole') {
        forgetPrepared(db, nowTable);
        db.exec(`DROP TABLE IF EXISTS temp.${nowTable}`);
      }
      stands = 'dropped';
    },
    held: () => stands === 'being read' || stands === 'whole',
  };
}
