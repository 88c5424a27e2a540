import { unreachable } from '../../shared/failure/unreachable.ts';
import type { SlimRow } from '../../shared/contract/contract.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { FieldFilter } from '../../shared/records/field-filter.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { rowsFitting } from './field-rows.ts';
import { page, type Run } from './keyset.ts';
import { prepared } from './prepared.ts';
import type { Row } from './row.ts';
import { slimBody, slimRow } from './slim-row.ts';
import type { Source } from './source.ts';

export interface ListQuestion {
  readonly kind?: string | undefined;
  readonly caseId?: string | undefined;
  readonly states?: readonly string[] | undefined;
  readonly closed?: boolean | undefined;
  readonly sort?: 'due' | 'number' | 'changed' | 'title' | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
  /** Fields to show; those that the kind shows where it is left out. */
  readonly columns?: readonly string[] | undefined;
  /** What their fields must say; with `kind` only. */
  readonly fields?: readonly FieldFilter[] | undefined;
}
export interface Listed {
  readonly rows: SlimRow[];
  readonly total: number;
  readonly next: string | null;
}

export interface Where {
  readonly where: string;
  readonly values: readonly (string | number)[];
}

/** Which records the question names, for the table of records under the name `r`. Removed ones are none of them. */
export function filter(source: Source, question: Pick<ListQuestion, 'kind' | 'caseId' | 'states' | 'closed' | 'fields'> & { readonly sort?: string | undefined }): Where {
  const where = filterRows(question);
  const { kind, fields } = question;
  if (fields === undefined || fields.length === 0) return where;
  const of = kindNamed(kind ?? '') ?? refuse({ code: 'misuse', why: kind === undefined ? 'name the kind whose fields are asked for' : 'there is no such kind of record' });
  return { where: 'r.rowid IN (SELECT value FROM json_each(?))', values: [JSON.stringify(rowsFitting(source, where, of, fields))] };
}

function filterRows(question: Pick<ListQuestion, 'kind' | 'caseId' | 'states' | 'closed'> & { readonly sort?: string | undefined }): Where {
  const { kind, caseId, states, closed } = question;
  // The plus keeps the planner from the index over open and closed where another is better (that of the case, of the kinds) or none is (titles have no index).
  const over = caseId !== undefined || (kind === undefined && (question.sort === 'title' || question.sort === 'number')) ? '+r.closed' : 'r.closed';
  const parts = [
    { where: closed === undefined ? `${over} < 2` : `${over} = ${closed ? 1 : 0}`, values: [] },
    ...(kind === undefined ? [] : [{ where: 'r.kind = ?', values: [kind] }]),
    ...(caseId === undefined ? [] : [{ where: 'r.case_id = ?', values: [caseId] }]),
    ...(states === undefined ? [] : [{ where: `r.state IN (${states.map(() => '?').join(', ')})`, values: states }]),
  ];
  return { where: parts.map((part) => part.where).join(' AND '), values: parts.flatMap((part) => part.values) };
}

/** Rows that are sorted in memory sooner than looked for in the journal. */
const mostSorted = 5_000;

/** The order of a list as runs. Age of a row is its rowid; numbers of a kind are given by age, so both sort alike. */
function runs(sort: NonNullable<ListQuestion['sort']>, { where, values }: Where, byJournal: boolean): Run[] {
  switch (sort) {
    case 'due':
      return [
        { where: `${where} AND r.due IS NOT NULL`, values, keys: ['r.due', 'r.rowid'], keysOf: (row) => [row.due ?? '', row.rowid] },
        { where: `${where} AND r.due IS NULL`, values, keys: ['r.rowid'], down: true, keysOf: (row) => [row.rowid] },
      ];
    case 'number':
      return [{ where, values, keys: ['r.kind', 'r.rowid'], keysOf: (row) => [row.kind, row.rowid] }];
    case 'changed':
      // No index over the last entries: it would cost two pages at every commit. Few rows are sorted; many are met one after the other in the journal.
      return [
        byJournal
          ? {
              where,
              values,
              along: { from: 'journal j CROSS JOIN record r ON r.id = j.record AND r.seq = j.seq', keys: ['j.seq'] },
              keys: ['r.seq'],
              down: true,
              keysOf: (row: Row) => [row.seq],
            }
          : { where, values, keys: ['r.seq'], down: true, keysOf: (row: Row) => [row.seq] },
      ];
    case 'title':
      return [{ where, values, keys: ['r.title COLLATE NOCASE', 'r.rowid'], keysOf: (row) => [row.title, row.rowid] }];
    default:
      return unreachable(sort);
  }
}

/**
 * A page of the records that the question names, removed ones left out, with how many there are in all. Refuses `question-malformed` on
 * an `after` that is not of this list.
 */
export function list(source: Source, question: ListQuestion, sorted = mostSorted): Listed {
  source.prepare(question.caseId === undefined ? 'all' : [question.caseId]);
  const where = filter(source, question);
  const total = prepared<{ total: number }>(source.db, `SELECT count(*) AS total FROM ${source.record} r WHERE ${where.where}`).get(...where.values)?.total ?? 0;
  const order = runs(question.sort ?? 'due', where, source.record === 'record' && total > sorted);
  const { rows, next } = page(source, order, slimBody(source.body, question.columns?.length ? question.kind : undefined), question.limit ?? 200, question.after);
  return { rows: rows.map((row) => slimRow(source, row, row.body, question.columns)), total, next };
}

/** How many records there are of each kind in each state, removed ones left out. */
export function counts(source: Source, caseId?: string): { kind: string; state: string; closed: boolean; count: number }[] {
  source.prepare(caseId === undefined ? 'all' : [caseId]);
  const where = caseId === undefined ? '' : ' AND r.case_id = ?';
  const sql = `SELECT r.kind, r.state, r.closed, count(*) AS count FROM ${source.record} r WHERE r.closed < 2${where} GROUP BY r.kind, r.state, r.closed`;
  return prepared<{ kind: string; state: string; closed: number; count: number }>(source.db, sql)
    .all(...(caseId === undefined ? [] : [caseId]))
    .map((row) => ({ ...row, closed: row.closed === 1 }));
}
