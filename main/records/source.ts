import type { Database } from 'better-sqlite3-multiple-ciphers';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Signatures } from '../../shared/records/signatures.ts';
import type { Scope } from './past-tables.ts';
import type { Row } from './row.ts';

/**
 * Where a reading reads: the live tables on one of the two connections, or the tables of a past instant (`as-known-on.ts`). The
 * questions are the same SQL with other names in it, so "as known on" cannot answer by other rules than today.
 */
export interface Source {
  readonly db: Database;
  /** Names of the tables `record` and `link`, and of the expression that gives what `open` needs to read the record behind a row. */
  readonly record: string;
  readonly link: string;
  readonly body: string;
  readonly open: (row: Row, body: unknown) => AnyRecord;
  /** One record by id or by number, without the tables of the past having to be built. */
  readonly find: (column: 'id' | 'number', value: string) => (Row & { readonly body: unknown }) | undefined;
  /** The highest entry that this reading knows. */
  readonly seq: () => number;
  /** Who signed what: the keys are today's, whatever day is read. */
  readonly signatures: Signatures;
  /** The full-text indexes that a search asks, brought up to date. */
  readonly indexes: () => readonly Index[];
  /** Builds what a question about more than one record reads, where it has to be built: the records of these cases, or all. */
  readonly prepare: (scope: Scope) => void;
  /** As `prepare`, with their links: whoever reads `link` asks for it first. */
  readonly prepareLinks: (scope: Scope) => void;
}

/** One full-text index, whose rows have the rowids of their records, and which of the records it speaks for. */
export interface Index {
  readonly fts: string;
  /** The table whose rowids those are; null for all that it holds. */
  readonly rows: string | null;
}

/** The columns of a row under the name `r`, as every question selects them. */
export const rowColumns = 'r.rowid, r.id, r.kind, r.number, r.case_id, r.state, r.title, r.due, r.closed, r.seq';
