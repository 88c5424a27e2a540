import { dayText, isWeekend, parseDay, weekdayOf, weekdays, type Weekday } from '../../calendar/day.ts';
import { dueStanding, type Looking } from '../binding-hour.ts';
import type { HourOfDay } from '../date-fact.ts';
import { holidayOn } from '../../calendar/holidays.ts';

/** A deadline as its load is counted: its file-by date with its hour where it has one, and whether it is for us to act. */
export interface LoadLine {
  readonly due: string | null;
  readonly hour?: HourOfDay | null | undefined;
  readonly ours: boolean;
}
export interface LoadDay {
  readonly day: string;
  /** What we must do by that day. */
  readonly ours: number;
  readonly holiday: string | null;
  readonly off: boolean;
  readonly past: boolean;
}
export interface LoadWeek {
  /** Its first day. */
  readonly start: string;
  readonly days: readonly LoadDay[];
  readonly ours: number;
  /** What somebody else owes in that week: followed up, never our load. */
  readonly theirs: number;
}
export interface Load {
  readonly weeks: readonly LoadWeek[];
  /** The most that falls on one day; 0 where nothing does. */
  readonly most: number;
  readonly busiest: LoadWeek | null;
  readonly late: number;
  readonly later: number;
  readonly undated: number;
}

/** Two quarters: what a person can still plan. */
export const weeksShown = 26;

/** How many deadlines fall on each day of the coming weeks, by file-by date, in weeks from `weekStart` on; what is late by its hour, later or has no date is counted beside it. */
export function loadOf(lines: readonly LoadLine[], at: Looking, weekStart: Weekday, shown = weeksShown): Load {
  const now = parseDay(at.today) ?? 0;
  const first = now - ((weekdays.indexOf(weekdayOf(now)) - weekdays.indexOf(weekStart) + 7) % 7);
  const end = first + shown * 7;
  const ours = new Map<number, number>();
  const theirs = new Map<number, number>();
  const counts = { late: 0, later: 0, undated: 0 };
  for (const { due, hour, ours: mine } of lines) {
    const stands = due === null ? null : dueStanding(due.slice(0, 10), hour, at);
    const named = stands === null ? null : parseDay(stands.day);
    // What is not past where it counts is still to be done today.
    const day = named !== null && stands?.passed === false ? Math.max(named, now) : named;
    if (day === null) counts.undated++;
    else if (mine && stands?.passed === true) counts.late++;
    else if (day >= end) counts.later++;
    else if (day >= now) (mine ? ours : theirs).set(day, ((mine ? ours : theirs).get(day) ?? 0) + 1);
  }
  const weeks = Array.from({ length: shown }, (_, at): LoadWeek => {
    const start = first + at * 7;
    const days = Array.from({ length: 7 }, (_day, i): LoadDay => {
      const day = start + i;
      const holiday = holidayOn('us-federal', day);
      return { day: dayText(day), ours: ours.get(day) ?? 0, holiday: holiday?.name ?? null, off: isWeekend(day) || holiday !== null, past: day < now };
    });
    const sum = (of: ReadonlyMap<number, number>): number => days.reduce((all, _one, i) => all + (of.get(start + i) ?? 0), 0);
    return { start: dayText(start), days, ours: sum(ours), theirs: sum(theirs) };
  });
  const busiest = weeks.reduce<LoadWeek | null>((most, week) => (week.ours > (most?.ours ?? 0) ? week : most), null);
  return { weeks, most: Math.max(0, ...ours.values()), busiest, ...counts };
}

/** One of five steps of the ink, by the share of the fullest day: the figure in the square says how many. */
export const shade = (count: number, most: number): number => (count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 4)));
