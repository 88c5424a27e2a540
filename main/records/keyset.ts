import { refuse } from '../../shared/failure/failure.ts';
import { prepared } from './prepared.ts';
import type { Row } from './row.ts';
import { rowColumns, type Source } from './source.ts';

type Value = string | number;

/**
 * One stretch of a list in the order of `keys`. A list is one or more runs, one after the other: dated rows, then the undated. Each
 * run is a range of an index, so page 500 costs what page 1 costs (an OFFSET of 50,000 cost 50 ms where this costs 0.3).
 */
export interface Run {
  readonly where: string;
  readonly values: readonly Value[];
  readonly keys: readonly string[];
  readonly down?: true;
  /** Where the rows are looked for, and by which keys, when it is not the table of records itself. */
  readonly along?: { readonly from: string; readonly keys: readonly string[] };
  readonly keysOf: (row: Row) => Value[];
}

/** A place in a list: the run, and the keys of the last row given. */
type Cursor = readonly [run: number, ...keys: Value[]];

export const written = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Reads a cursor that came back from outside. Refuses `question-malformed` when it is not one of this list's. */
function read(after: string, runs: readonly Run[]): Cursor {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    if (Array.isArray(cursor)) {
      const [run, ...keys]: unknown[] = cursor;
      const known = typeof run === 'number' ? runs[run] : undefined;
      // Proof of the cast: the run exists and each key is text or a number, as many as the run has.
      if (known && keys.length === known.keys.length && keys.every((key) => typeof key === 'string' || typeof key === 'number')) return cursor as unknown as Cursor;
    }
  } catch {
    // Falls through to the same refusal: not JSON is not a cursor either.
  }
  return refuse({ code: 'question-malformed', operation: 'list', field: 'after', why: 'not a place in this list' });
}

/** Up to `limit` rows after `after`, in the order of the runs, each with its body expression's value; `next` is null at the end. */
export function page(source: Source, runs: readonly Run[], bodyExpression: string, limit: number, after?: string): { rows: (Row & { body: unknown })[]; next: string | null } {
  const [from, ...keys] = after === undefined ? [0] : read(after, runs);
  const rows: (Row & { body: unknown })[] = [];
  let place: Cursor | undefined;
  for (let at = from; at < runs.length; at++) {
    const run = runs[at];
    if (!run) break;
    const resumed = at === from && keys.length > 0;
    const keysThere = run.along?.keys ?? run.keys;
    const beyond = resumed ? ` AND (${keysThere.join(', ')}) ${run.down ? '<' : '>'} (${keysThere.map(() => '?').join(', ')})` : '';
    const order = (by: readonly string[]) => by.map((key) => `${key}${run.down ? ' DESC' : ''}`).join(', ');
    // First which rows, from indexes where they suffice, then the rows: sorting whole rows would read the bodies of all that are not wanted.
    const which = `SELECT r.rowid FROM ${run.along?.from ?? `${source.record} r`} WHERE ${run.where}${beyond} ORDER BY ${order(keysThere)} LIMIT ?`;
    const sql = `SELECT ${rowColumns}, ${bodyExpression} AS body FROM ${source.record} r WHERE r.rowid IN (${which}) ORDER BY ${order(run.keys)}`;
    // One row more than wanted tells whether there is a next page.
    for (const row of prepared<Row & { body: unknown }>(source.db, sql).iterate(...run.values, ...(resumed ? keys : []), limit - rows.length + 1)) {
      if (rows.length === limit) return { rows, next: place ? written(place) : null };
      rows.push(row);
      place = [at, ...run.keysOf(row)];
    }
  }
  return { rows, next: null };
}
