import { byNumber } from '../../../shared/records/by-number.ts';
import { holidayOn } from '../../../shared/calendar/holidays.ts';
import { parseDay } from '../../../shared/calendar/day.ts';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { dueStanding, type Looking } from '../../../shared/records/binding-hour.ts';
import { isStopped } from '../../../shared/records/kinds/deadline-dates.ts';
import { kinds } from '../../../shared/records/kinds.ts';
import { addDays, dayWords, monthAndYear } from '../../words/dates.ts';
import { docket } from '../../words/docket.ts';
import { hourStrikes } from './hour-line.ts';
import type { GridGroup } from '../../ui/grid-lines.ts';

export type DocketGroup = 'overdue' | 'today' | 'awaited' | 'week' | 'later' | 'stopped' | 'undated';

/** Requests we sent: what the other side owes ages in a column of its own; it is never one of our overdue items. */
const theirs = Object.entries(kinds.evidence_request.fields.direction.options ?? {})
  .filter(([direction]) => !direction.startsWith('from_') && direction !== 'internal')
  .map(([, words]) => words);

/** Whether it is for us to act: somebody else's lateness is not ours. */
export function isOurs(row: SlimRow): boolean {
  if (row.kind === 'evidence_request') return !theirs.includes(row.shown?.['direction'] ?? '');
  return row.shown?.['side'] !== 'Theirs';
}

/** Kinds that stand on the docket without a date, because their date is what is missing. */
const wantsDate = ['deadline'];

/** What the docket shows of the open records: all that has a day, and the deadlines that have none. */
export const onDocket = (row: SlimRow): boolean => !row.closed && (row.due !== null || wantsDate.includes(row.kind));

/** The last day of the week that begins today; reckoned once for all rows. */
function weekEnd(today: string): string {
  if (week.today !== today) week = { today, end: addDays(today, 7) };
  return week.end;
}
let week = { today: '', end: '' };

/**
 * The group of a row, by its file-by date and its hour: one whose hour has passed is overdue although the day goes on, and one whose hour has not struck where it counts is
 * still to be done today. Days are compared as texts, whose order is that of the days: a docket of thousands asks for each of its rows.
 */
export function groupOf(row: SlimRow, at: Looking): DocketGroup {
  if (row.due === null) return 'undated';
  if (isStopped(row)) return 'stopped';
  const { passed, day } = dueStanding(row.due, row.hour, at);
  if (passed) return isOurs(row) ? 'overdue' : 'awaited';
  return day <= at.today ? 'today' : day <= weekEnd(at.today) ? 'week' : 'later';
}

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
  const [week, month] = [addDays(at.today, 7), addDays(at.today, 30)];
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

/** Beyond this many lines "Later" is cut by month, so that a long list keeps its sense of place. */
const longLater = 30;

/** The docket's groups with what each says of its limit, and which one a row is in. */
export function docketGroups(rows: readonly SlimRow[], at: Looking): { readonly groups: readonly GridGroup[]; readonly keyOf: (row: SlimRow) => string } {
  const { today } = at;
  const later = rows.filter((row) => groupOf(row, at) === 'later');
  const byMonth = later.length > longLater;
  const months = [...new Set(later.map((row) => row.due?.slice(0, 7) ?? ''))].sort();
  const groups: GridGroup[] = [
    { key: 'overdue', title: docket.overdue },
    { key: 'today', title: docket.today, note: dayWords(today, 'short', today) },
    { key: 'awaited', title: docket.awaited, note: docket.awaitedNote },
    { key: 'week', title: docket.week, note: weekNote(today) },
    ...(byMonth
      ? months.map((month, i) => ({ key: month, title: i === 0 ? docket.laterIn(monthAndYear(`${month}-01`)) : monthAndYear(`${month}-01`) }))
      : [{ key: 'later', title: docket.later }]),
    { key: 'stopped', title: docket.stopped, note: docket.stoppedNote },
    { key: 'undated', title: docket.undated },
  ];
  return {
    groups,
    keyOf: (row) => {
      const group = groupOf(row, at);
      return byMonth && group === 'later' ? (row.due?.slice(0, 7) ?? 'undated') : group;
    },
  };
}

/** `to Thu 25 Jun; Fri 19 Jun is a federal holiday`. */
function weekNote(today: string): string {
  const holidays = [1, 2, 3, 4, 5, 6, 7]
    .map((n) => addDays(today, n))
    .filter((text) => {
      const day = parseDay(text);
      return day !== null && holidayOn('us-federal', day) !== null;
    });
  return [docket.to(dayWords(addDays(today, 7), 'short', today)), ...holidays.map((text) => docket.holiday(dayWords(text, 'short', today)))].join('; ');
}
