import type { SlimRow } from '../../shared/contract/contract.ts';
import { page, type Run } from './keyset.ts';
import { prepared } from './prepared.ts';
import { notSealed, ofSealed, slimBody, slimRow } from './slim-row.ts';
import type { Source } from './source.ts';

/** Most rows that a window keeps (design, "Window"); what is beyond stays in the vault and is paged from there. */
export const mostKept = 20_000;
/** The first page is what a docket shows at once; the pages after it fill in behind the paint. */
const firstPage = 500;
const laterPage = 2_000;

export interface WorkingSet {
  readonly rows: SlimRow[];
  readonly next: string | null;
  readonly seq: number;
  /** Rows beyond the limit, which lists show as "n more in the vault". Known from the first page on. */
  readonly more: number;
}

/** What everything else hangs on: kept before other undated records, because without a case nothing can be entered, and without an order nothing explained. */
const frames = "'case', 'restricted_model', 'order', 'conflict_of_duties', 'filing'";
/** What the docket shows without a date: a time limit whose day is not known, what others owe, work that waits. Left out, it would look as if there were none. */
const waiting = "'deadline', 'evidence_request', 'remediation_step'";

const dated = (where: string, values: readonly string[]): Run => ({
  where: `${where} AND r.due IS NOT NULL`,
  values,
  keys: ['r.due', 'r.rowid'],
  keysOf: (row) => [row.due ?? '', row.rowid],
});
const undated = (where: string, values: readonly string[]): Run => ({ where: `${where} AND r.due IS NULL`, values, keys: ['r.rowid'], down: true, keysOf: (row) => [row.rowid] });
const byDue = (where: string, values: readonly string[]): Run[] => [dated(where, values), undated(where, values)];

/**
 * A page of what a window keeps: the open items of every case and the whole of the open case, the next due first, then what
 * all else hangs on, what waits without a day, and the other undated, newest first. Sealed kinds are never in it. `after` is the `next` of the page before.
 */
export function workingSet(source: Source, question: { readonly caseId: string | null; readonly after?: string | undefined }): WorkingSet {
  source.prepare('all');
  const { caseId, after } = question;
  const [given, place] = after === undefined ? [0, undefined] : split(after);
  const open = `r.closed = 0${notSealed}`;
  const closedHere = { where: `+r.closed = 1 AND r.case_id = ?${notSealed}`, values: caseId === null ? [] : [caseId] };
  const runs = [
    dated(open, []),
    undated(`${open} AND r.kind IN (${frames})`, []),
    undated(`${open} AND r.kind IN (${waiting})`, []),
    undated(`${open} AND r.kind NOT IN (${frames}, ${waiting})`, []),
    ...(caseId === null ? [] : byDue(closedHere.where, closedHere.values)),
  ];

  const { rows, next } = page(source, runs, slimBody(source.body), Math.max(0, Math.min(given === 0 ? firstPage : laterPage, mostKept - given)), place);
  const count = (where: string, values: readonly string[] = []) =>
    prepared<{ n: number }>(source.db, `SELECT count(*) AS n FROM ${source.record} r WHERE ${where}`).get(...values)?.n ?? 0;
  // Indexes alone count what is open and take off the sealed; asking each open row for its kind would read them all.
  const all = count('r.closed = 0') - count(`r.closed = 0 AND ${ofSealed}`) + (caseId === null ? 0 : count(closedHere.where, closedHere.values));
  const sofar = given + rows.length;
  return {
    rows: rows.map((row) => slimRow(source, row, row.body)),
    next: next === null || sofar >= mostKept ? null : `${sofar}.${next}`,
    seq: source.seq(),
    more: Math.max(0, all - mostKept),
  };
}

/** A cursor of the working set carries how many rows it has given already. A count that is no number ends the set at once. */
function split(after: string): [given: number, place: string] {
  const dot = after.indexOf('.');
  const given = Number(after.slice(0, dot));
  return [Number.isInteger(given) && given >= 0 ? given : mostKept, after.slice(dot + 1)];
}
