import { dayText, isWeekend, parseDay, weekdayOf, weekdays, type Weekday } from '../../calendar/day.ts';
import { dueStanding, type Looking } from '../binding-hour.ts';
import type { HourOfDay } from '../date-fact.ts';
import { holidayOn } from '../../calendar/holidays.ts';

/** A deadline as its load is counted: its file-by date with its hour where it has one, and whether it is for us to act. */
export interface LoadLine {
  readonly due: string | null;
  readonly hour?: HourOfDay | null | undefined;
  readonly ours: boolean;
  /** By what it is named among those of its day. */
  readonly number?: string;
}
export interface LoadDay {
  readonly day: string;
  /** What we must do by that day. */
  readonly ours: number;
  /** What that is, by number; of lines without one nothing. */
  readonly numbers: readonly string[];
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
  /** What others owe and whose time is past, by its hour: never our lateness. */
  readonly awaited: number;
  readonly later: number;
  readonly undated: number;
}

/** A year and the week that is begun: yearly reports and reviews are among what is due. */
export const weeksShown = 53;

/** How many deadlines fall on each day of the coming weeks, by file-by date, in weeks from `weekStart` on; what is late by its hour, later or has no date is counted beside it. */
export function loadOf(lines: readonly LoadLine[], at: Looking, weekStart: Weekday, shown = weeksShown): Load {
  const now = parseDay(at.today) ?? 0;
  const first = now - ((weekdays.indexOf(weekdayOf(now)) - weekdays.indexOf(weekStart) + 7) % 7);
  const end = first + shown * 7;
  const ours = new Map<number, number>();
  const theirs = new Map<number, number>();
  const named = new Map<number, string[]>();
  const counts = { late: 0, awaited: 0, later: 0, undated: 0 };
  for (const { due, hour, ours: mine, number } of lines) {
    const { day, passed } = dayOf(due, hour, at, now);
    if (day === null) counts.undated++;
    else if (passed) counts[mine ? 'late' : 'awaited']++;
    else if (day >= end) counts.later++;
    else if (day >= now) {
      (mine ? ours : theirs).set(day, ((mine ? ours : theirs).get(day) ?? 0) + 1);
      if (mine && number !== undefined) named.set(day, [...(named.get(day) ?? []), number]);
    }
  }
  const weeks = Array.from({ length: shown }, (_, at): LoadWeek => {
    const start = first + at * 7;
    const days = Array.from({ length: 7 }, (_day, i): LoadDay => {
      const day = start + i;
      const holiday = holidayOn('us-federal', day);
      return {
        day: dayText(day),
        ours: ours.get(day) ?? 0,
        numbers: named.get(day) ?? [],
        holiday: holiday?.name ?? null,
        off: isWeekend(day) || holiday !== null,
        past: day < now,
      };
    });
    const sum = (of: ReadonlyMap<number, number>): number => days.reduce((all, _one, i) => all + (of.get(start + i) ?? 0), 0);
    return { start: dayText(start), days, ours: sum(ours), theirs: sum(theirs) };
  });
  const busiest = weeks.reduce<LoadWeek | null>((most, week) => (week.ours > (most?.ours ?? 0) ? week : most), null);
  return { weeks, most: Math.max(0, ...ours.values()), busiest, ...counts };
}

/** The day on which a line stands, and whether its time is past there; null where it has none. What is not past where it counts is still to be done today. */
export function dayOf(
  due: string | null,
  hour: HourOfDay | null | undefined,
  at: Looking,
  now = parseDay(at.today) ?? 0,
): { readonly day: number | null; readonly passed: boolean } {
  if (due === null) return { day: null, passed: false };
  const { day, passed } = dueStanding(due.slice(0, 10), hour, at);
  const named = parseDay(day);
  return { day: named !== null && !passed ? Math.max(named, now) : named, passed };
}

/** One of five steps of the ink, by the share of the fullest day: the figure in the square says how many. */
export const shade = (count: number, most: number): number => (count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 4)));
