import type { Database } from 'better-sqlite3-multiple-ciphers';
import { linksIn, type Link } from '../../shared/records/links.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { readImage, type StoredImage } from './journal-image.ts';
import { prepared } from './prepared.ts';
import { columnsOf, kindOf, type Columns, type Row, type Seals } from './row.ts';

/** State of a record of which we know that it was there, and whose content of that day was erased since. */
export const erasedState = 'erased';
/** State of a record that is sequestered today, whatever it was on that day. */
export const sequesteredState = 'sequestered';
/** State of a record whose content of that day is sealed for the person at work: the journal keeps the state inside. */
export const sealedState = 'sealed';

interface Entry extends StoredImage {
  readonly seq: number;
  readonly verb: string;
}

/** A record as an entry left it: its columns, its links, and the record itself where it can be read. */
export interface Then {
  readonly seq: number;
  readonly columns: Columns;
  readonly links: readonly Link[];
  readonly record: AnyRecord | null;
}

const entryColumns = 'seq, kind, shape, compartment, image, verb';

/**
 * What the record of row `now` was at entry `seq` or, where that one erased something, at the entry before it. Number, kind and case never
 * change; of content that cannot be read nothing else is said.
 */
export function entryThen(db: Database, now: Columns, seq: number, seals: Seals): Then | undefined {
  const at = prepared<Entry>(db, `SELECT ${entryColumns} FROM journal WHERE seq = ?`).get(seq);
  const entry = at?.verb === 'erased' ? lastImage(db, now.id, seq) : at;
  if (!entry) return undefined;
  // Asked of today's row: a past that was filled before says nothing of what has been closed since.
  const closed = prepared<{ closed: number }>(db, 'SELECT closed FROM main.record WHERE id = ?').get(now.id)?.closed === 3;
  const record = closed ? null : (readImage(entry, seals)?.record ?? null);
  if (record) {
    const kind = kindOf(record.kind);
    return { seq: entry.seq, columns: columnsOf(record, kind), links: linksIn(kind.fields, record.fields), record };
  }
  return {
    seq: entry.seq,
    columns: { ...now, state: closed ? sequesteredState : entry.image === null ? erasedState : sealedState, title: '', due: null, closed: 1 },
    links: [],
    record,
  };
}

/** The columns of an entry `j` by which many images are read at once, beside its kind. */
export const imageColumns = 'j.shape, j.compartment, CASE WHEN j.compartment IS NULL THEN CAST(j.image AS TEXT) ELSE j.image END AS image, j.verb';

/** Reads the images of many entries of which each row's content is open now; null for the others, of which `entryThen` says what may be said. */
export function openImages(db: Database, seals: Seals): (row: number, entry: StoredImage & { readonly verb: string }) => AnyRecord | null {
  const sequestered = new Set(prepared<number>(db, 'SELECT rowid FROM main.record WHERE closed = 3').pluck().all());
  return (row, entry) => (entry.verb !== 'erased' && !sequestered.has(row) ? (readImage(entry, seals)?.record ?? null) : null);
}

/** As `entryThen`, for the last entry of the record up to `seq`. */
export function recordThen(db: Database, now: Row, seq: number, seals: Seals): Then | undefined {
  const last = lastImage(db, now.id, seq);
  return last && entryThen(db, now, last.seq, seals);
}

function lastImage(db: Database, id: string, seq: number): Entry | undefined {
  return prepared<Entry>(db, `SELECT ${entryColumns} FROM journal WHERE record = ? AND seq <= ? AND verb <> 'erased' ORDER BY seq DESC LIMIT 1`).get(id, seq);
}
