import { daysAfter } from '../../../shared/calendar/day.ts';
import { monthAndYear } from '../../../shared/calendar/day-words.ts';
import { byNumber } from '../../../shared/records/by-number.ts';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { dueStanding, type Looking } from '../../../shared/records/binding-hour.ts';
import { isStopped } from '../../../shared/records/kinds/deadline-dates.ts';
import { docketNotes, docketTitles, groupOf, holidaysAhead, isOurs, monthsOfLater, type DocketGroup } from '../../../shared/records/views/docket-groups.ts';
import { dayWords } from '../../words/dates.ts';
import { ownZone } from '../../words/hours.ts';
import { hourStrikes } from './hour-line.ts';
import type { GridGroup } from '../../ui/grid-lines.ts';

/** Kinds that stand on the docket without a date, because their date is what is missing. */
const wantsDate = ['deadline'];

/** What the docket shows of the open records: all that has a day, and the deadlines that have none. */
export const onDocket = (row: SlimRow): boolean => !row.closed && (row.due !== null || wantsDate.includes(row.kind));

/** How much of the docket is pressing; what others are to do is counted apart and never as ours. */
export interface Standing {
  readonly overdue: number;
  /** Due from today to the seventh day from it, and to the thirtieth: the first are among the second. */
  readonly week: number;
  readonly month: number;
  /** What others are to do, late or not. */
  readonly others: number;
}

/** Counts the rows of the docket by their file-by dates and hours; of what does not run none is near or past. */
export function standingOf(rows: readonly SlimRow[], at: Looking): Standing {
  const [week, month] = [daysAfter(at.today, 7), daysAfter(at.today, 30)];
  const count = { overdue: 0, week: 0, month: 0, others: 0 };
  for (const row of rows) {
    if (!isOurs(row)) count.others++;
    else if (row.due !== null && !isStopped(row)) {
      const { passed, day } = dueStanding(row.due, row.hour, at);
      if (passed) count.overdue++;
      else {
        if (day <= week) count.week++;
        if (day <= month) count.month++;
      }
    }
  }
  return count;
}

/** Sorted by day, then by hour, then by number as a person counts; what has no hour comes after what has one, what has no day last of all. */
export function byDue(a: SlimRow, b: SlimRow): number {
  if (a.due !== b.due) return a.due === null ? 1 : b.due === null ? -1 : a.due < b.due ? -1 : 1;
  if (a.hour !== undefined || b.hour !== undefined) {
    const [first, second] = [hourStrikes(a), hourStrikes(b)];
    if (first !== second) return first < second ? -1 : 1;
  }
  return byNumber(a, b);
}

/**
 * These rows by `byDue`. Whoever comes back to the docket finds it sorted where its rows are the same ones: one that changed is another, and hours strike by the clock one looks at.
 */
export function dueInOrder(rows: readonly SlimRow[]): readonly SlimRow[] {
  const zone = ownZone();
  const same = sorted.zone === zone && sorted.rows.length === rows.length && rows.every((row, i) => row === sorted.rows[i]);
  if (!same) sorted = { zone, rows, inOrder: rows.toSorted(byDue) };
  return sorted.inOrder;
}
let sorted: { readonly zone: string; readonly rows: readonly SlimRow[]; readonly inOrder: readonly SlimRow[] } = { zone: '', rows: [], inOrder: [] };

/** The docket's groups with what each says of its limit, and which one a row is in. */
export function docketGroups(rows: readonly SlimRow[], at: Looking): { readonly groups: readonly GridGroup[]; readonly keyOf: (row: SlimRow) => string } {
  const { today } = at;
  const months = monthsOfLater(rows, at);
  const group = (key: DocketGroup, note?: string): GridGroup => ({ key, title: docketTitles[key], ...(note !== undefined && { note }) });
  const groups: GridGroup[] = [
    group('overdue'),
    group('today', dayWords(today, 'short', today)),
    group('awaited', docketNotes.awaited),
    group('week', weekNote(today)),
    ...(months?.map((month, i) => ({ key: month, title: i === 0 ? docketNotes.laterIn(monthAndYear(`${month}-01`)) : monthAndYear(`${month}-01`) })) ?? [group('later')]),
    group('stopped', docketNotes.stopped),
    group('undated'),
  ];
  return {
    groups,
    keyOf: (row) => {
      const key = groupOf(row, at);
      return months !== null && key === 'later' ? (row.due?.slice(0, 7) ?? 'undated') : key;
    },
  };
}

/** `to Thu 25 Jun; Fri 19 Jun is a federal holiday`. */
const weekNote = (today: string): string =>
  [docketNotes.to(dayWords(daysAfter(today, 7), 'short', today)), ...holidaysAhead(today).map((text) => docketNotes.holiday(dayWords(text, 'short', today)))].join('; ');
