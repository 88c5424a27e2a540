import type { Database } from 'better-sqlite3-multiple-ciphers';
import type { FieldFilter } from '../../shared/records/field-filter.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import { inRequestOrder, requestCounts, requestLine, type RequestLine, type RequestSort } from '../../shared/records/views/request-order.ts';
import { changedOf, lastEntry } from './changed-of.ts';
import { filter } from './list.ts';
import { namesOf } from './names.ts';
import { prepared } from './prepared.ts';
import { isShell, type Row } from './row.ts';
import { rowColumns, type Source } from './source.ts';

export interface RequestsQuestion {
  readonly caseId?: string | undefined;
  readonly fields?: readonly FieldFilter[] | undefined;
  readonly closed?: boolean | undefined;
  readonly sort: readonly RequestSort[];
  /** The day from which what is owed is counted. */
  readonly today: string;
}
export interface RequestsFound {
  /** In the order that is asked for, those asked by us before those asked of us. */
  readonly numbers: string[];
  readonly counts: ReturnType<typeof requestCounts>;
}

/** Requests whose bodies are read in one piece: some milliseconds, between which other questions are answered. */
const piece = 60;
const kind = 'evidence_request';

/** What was read of requests already, by rowid, and the entry up to which it is known to be true. */
interface Known {
  readonly of: string;
  /** Null for a request whose content is closed: lists that ask for fields leave it out. */
  readonly lines: Map<number, RequestLine | null>;
  upTo: number;
}

/**
 * The requests of one open vault as a list needs them. Who asked, what is owed and since when stand in the records' bodies only; what was read of them is kept in
 * memory and read again where its record has changed since, so that a list of thousands reads them once.
 */
export interface RequestLines {
  /** Finds a list, with room for other questions between its steps. */
  readonly find: (source: Source, question: RequestsQuestion) => Generator<void, RequestsFound>;
  /** Reads every request that was not read yet. */
  readonly ahead: (source: Source) => Generator<void, void>;
}

export function requestLines(): RequestLines {
  let live: Known | null = null;
  let past: Known | null = null;

  /** What is known now of this reading: nothing that has been changed since it was read. */
  function known(source: Source): Known {
    const { db } = source;
    const now = lastEntry(db);
    if (source.record !== 'record') {
      // Of the past nothing changes but what may be shown of it: after any entry it is read again.
      const of = `${source.record} ${now}`;
      return (past = past?.of === of ? past : { of, lines: new Map(), upTo: now });
    }
    live ??= { of: source.record, lines: new Map(), upTo: now };
    if (changedOf(db, [kind], live.upTo)) for (const row of changedRows(db, live.upTo)) live.lines.delete(row);
    live.upTo = now;
    return live;
  }

  /** Reads those of `rows` that are not known, piece by piece; gives all of them once nothing has changed under it. */
  function* linesOf(source: Source, rowsNow: () => readonly number[]): Generator<void, RequestLine[]> {
    for (;;) {
      const rows = rowsNow();
      const { lines } = known(source);
      const missing = rows.filter((row) => !lines.has(row));
      if (missing.length === 0) return rows.flatMap((row) => lines.get(row) ?? []);
      for (let at = 0; at < missing.length; at += piece) {
        // Another may have read them meanwhile, or they may have changed.
        const wanted = missing.slice(at, at + piece).filter((row) => !known(source).lines.has(row));
        read(source, wanted, known(source).lines);
        yield;
      }
    }
  }

  return {
    *find(source, { sort, today, ...question }) {
      const found = yield* linesOf(source, () => rowsOf(source, question));
      const names = new Map<string, string>();
      const nameOf = (party: string): string => {
        const name = names.get(party) ?? namesOf(source, [party])[0]?.title ?? '';
        names.set(party, name);
        return name;
      };
      return { numbers: inRequestOrder(found, sort, today, nameOf).map(({ number }) => number), counts: requestCounts(found, today) };
    },
    *ahead(source) {
      yield* linesOf(source, () => rowsOf(source, {}));
    },
  };
}

/** The rowids of the requests, oldest first. */
function rowsOf(source: Source, { caseId, fields, closed }: Pick<RequestsQuestion, 'caseId' | 'fields' | 'closed'>): readonly number[] {
  source.prepare(caseId === undefined ? 'all' : [caseId]);
  const { where, values } = filter(source, { kind, caseId, fields, closed });
  return prepared<number>(source.db, `SELECT r.rowid FROM ${source.record} r WHERE ${where} ORDER BY +r.rowid`)
    .pluck()
    .all(...values);
}

const changedRows = (db: Database, since: number): readonly number[] =>
  prepared<number>(db, 'SELECT r.rowid FROM record r WHERE r.id IN (SELECT j.record FROM journal j WHERE j.seq > ? AND j.kind = ?)').pluck().all(since, kind);

/** Reads these rows into `lines`. */
function read(source: Source, rows: readonly number[], lines: Known['lines']): void {
  const sql = `SELECT ${rowColumns}, ${source.body} AS body FROM ${source.record} r WHERE r.rowid IN (SELECT value FROM json_each(?))`;
  for (const row of prepared<Row & { readonly body: unknown }>(source.db, sql).all(JSON.stringify(rows))) {
    const record = source.open(row, row.body);
    // Proof of the cast: rows of a kind hold what that kind's own schema parsed, and a closed one has no fields.
    lines.set(row.rowid, isShell(record) || Object.keys(record.fields).length === 0 ? null : requestLine(record as unknown as RecordOf<typeof kind>));
  }
}
