import type { SlimRow } from '../../shared/contract/slim-row.ts';
import { unreachable } from '../../shared/failure/unreachable.ts';
import type { FieldFilter } from '../../shared/records/field-filter.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { filter } from './list.ts';
import { prepared } from './prepared.ts';
import { slimRow } from './slim-row.ts';
import type { Source } from './source.ts';

export interface NumbersQuestion {
  readonly kind: string;
  readonly caseId?: string | undefined;
  readonly states?: readonly string[] | undefined;
  readonly closed?: boolean | undefined;
  /** Words that number or title must hold, in any order and case. */
  readonly text?: string | undefined;
  readonly fields?: readonly FieldFilter[] | undefined;
  readonly sort: 'due' | 'number' | 'title' | 'state';
  readonly down: boolean;
}

/** The age of a row is its rowid, and numbers are given by age. What has no day comes last, whichever way the days run. */
function order(sort: NumbersQuestion['sort'], down: boolean): string {
  const way = down ? ' DESC' : '';
  switch (sort) {
    case 'due':
      return `r.due IS NULL, r.due${way}, r.rowid${way}`;
    case 'number':
      return `r.rowid${way}`;
    case 'title':
      return `r.title COLLATE NOCASE${way}, r.rowid${way}`;
    case 'state':
      return `r.state${way}, r.rowid${way}`;
    default:
      return unreachable(sort);
  }
}

/**
 * The numbers of a list in its order, removed records left out. No body is read, and without `text` and an order by title no row either: the rows are
 * taken from one index and their numbers from another, which for 100,000 records costs a third of what reading the rows does.
 */
export function numbers(source: Source, question: NumbersQuestion): string[] {
  source.prepare(question.caseId === undefined ? 'all' : [question.caseId]);
  const { where, values } = filter(source, question);
  const by = order(question.sort, question.down);
  const wanted = question.text?.toLowerCase().split(/\s+/u).filter(Boolean) ?? [];
  if (wanted.length > 0 || source.record !== 'record') {
    const rows = prepared<{ number: string; title: string }>(source.db, `SELECT r.number, r.title FROM ${source.record} r WHERE ${where} ORDER BY ${by}`).all(...values);
    return rows.filter(({ number, title }) => holds(`${number} ${title}`, wanted)).map(({ number }) => number);
  }
  const prefix = kindNamed(question.kind)?.prefix ?? '';
  const named = new Map(prepared<[number, string]>(source.db, 'SELECT n.rowid, n.number FROM record n WHERE n.number >= ? AND n.number < ?').raw().all(`${prefix}-`, `${prefix}.`));
  return prepared<number>(source.db, `SELECT r.rowid FROM record r WHERE ${where} ORDER BY ${by}`)
    .pluck()
    .all(...values)
    .flatMap((row) => named.get(row) ?? []);
}

function holds(text: string, words: readonly string[]): boolean {
  const low = text.toLowerCase();
  return words.every((word) => low.includes(word));
}

/** The rows of these numbers; of removed ones and of those that were not there yet, none. */
export function rowsOf(source: Source, wanted: readonly string[], columns?: readonly string[]): SlimRow[] {
  return wanted.flatMap((number) => {
    const row = source.find('number', number);
    return row === undefined || row.closed >= 2 ? [] : [slimRow(source, row, row.body, columns)];
  });
}
