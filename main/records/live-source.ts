import type { Database } from 'better-sqlite3-multiple-ciphers';
import { lastEntry } from './changed-of.ts';
import { prepared } from './prepared.ts';
import { recordOf, type Row, type Seals } from './row.ts';
import { signaturesIn } from './signatures.ts';
import { rowColumns, type Index, type Source } from './source.ts';

const liveIndexes: readonly Index[] = [{ fts: 'fts', rows: null }];

/** The records as they stand now, seen through `db`: the reader, or the writer inside its transaction, which sees its own work. */
export function liveSource(db: Database, seals: Seals): Source {
  return {
    db,
    record: 'record',
    link: 'link',
    body: 'r.body',
    // Proof of the cast: the body column holds text or, for sealed kinds, bytes (row.ts).
    open: (row, body) => recordOf(row, body as string | Uint8Array, seals),
    find: (column, value) => prepared<Row & { body: unknown }>(db, `SELECT ${rowColumns}, r.body FROM record r WHERE r.${column} = ?`).get(value),
    seq: () => lastEntry(db),
    signatures: signaturesIn(db, seals),
    indexes: () => liveIndexes,
    prepare: () => undefined,
    prepareLinks: () => undefined,
  };
}
