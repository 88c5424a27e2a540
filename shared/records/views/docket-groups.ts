import { daysAfter, parseDay } from '../../calendar/day.ts';
import { holidayOn } from '../../calendar/holidays.ts';
import { dueStanding, type Looking } from '../binding-hour.ts';
import type { HourOfDay } from '../date-fact.ts';
import { isStopped } from '../kinds/deadline-dates.ts';
import { kinds } from '../kinds.ts';

export type DocketGroup = 'overdue' | 'today' | 'awaited' | 'week' | 'later' | 'stopped' | 'undated';

/** What the docket calls its groups, in the window and on paper. */
export const docketTitles: Readonly<Record<DocketGroup, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  awaited: 'Awaited from others',
  week: 'Next 7 days',
  later: 'Later',
  stopped: 'Not running',
  undated: 'No date yet',
};
export const docketNotes = {
  awaited: 'time to ask',
  stopped: 'dates as recorded before',
  laterIn: (month: string) => `Later in ${month}`,
  to: (day: string) => `to ${day}`,
  holiday: (day: string) => `${day} is a federal holiday`,
} as const;

/** What of a line says in which group it stands. */
export interface Grouped {
  readonly kind: string;
  readonly state: string;
  readonly due: string | null;
  readonly hour?: HourOfDay | undefined;
  readonly shown?: Readonly<Record<string, string>> | undefined;
}

/** Requests we sent: what the other side owes ages in a column of its own; it is never one of our overdue items. */
const theirs = Object.entries(kinds.evidence_request.fields.direction.options ?? {})
  .filter(([direction]) => !direction.startsWith('from_') && direction !== 'internal')
  .map(([, words]) => words);

/** Whether it is for us to act: somebody else's lateness is not ours. */
export function isOurs(row: Grouped): boolean {
  if (row.kind === 'evidence_request') return !theirs.includes(row.shown?.['direction'] ?? '');
  return row.shown?.['side'] !== 'Theirs';
}

/** The last day of the week that begins today; reckoned once for all rows. */
function weekEnd(today: string): string {
  if (week.today !== today) week = { today, end: daysAfter(today, 7) };
  return week.end;
}
let week = { today: '', end: '' };

/**
 * The group of a row, by its file-by date and its hour: one whose hour has passed is overdue although the day goes on, and one whose hour has not struck where it counts is
 * still to be done today. Days are compared as texts, whose order is that of the days: a docket of thousands asks for each of its rows.
 */
export function groupOf(row: Grouped, at: Looking): DocketGroup {
  if (row.due === null) return 'undated';
  if (isStopped(row)) return 'stopped';
  const { passed, day } = dueStanding(row.due, row.hour, at);
  if (passed) return isOurs(row) ? 'overdue' : 'awaited';
  return day <= at.today ? 'today' : day <= weekEnd(at.today) ? 'week' : 'later';
}

/** Beyond this many lines "Later" is cut by month, so that a long list keeps its sense of place. */
const longLater = 30;

/** The months by which "Later" is cut, in their order; null where it is short enough to stand whole. */
export function monthsOfLater(rows: readonly Grouped[], at: Looking): readonly string[] | null {
  const later = rows.filter((row) => groupOf(row, at) === 'later');
  return later.length > longLater ? [...new Set(later.map((row) => row.due?.slice(0, 7) ?? ''))].sort() : null;
}

/** Under which heading a row of a list by days stands: a group whose day says nothing, or its own day. */
export function dayOfAgenda(row: Grouped, at: Looking): string {
  const group = groupOf(row, at);
  return row.due === null || group === 'overdue' || group === 'awaited' || group === 'stopped' ? group : group === 'today' ? at.today : row.due;
}

/** The federal holidays of the seven days from tomorrow. */
export const holidaysAhead = (today: string): readonly string[] =>
  [1, 2, 3, 4, 5, 6, 7]
    .map((n) => daysAfter(today, n))
    .filter((text) => {
      const day = parseDay(text);
      return day !== null && holidayOn('us-federal', day) !== null;
    });
