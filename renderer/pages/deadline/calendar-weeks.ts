import { addMonths, dateOf, dayOf, dayText, daysInMonth, isWeekend, parseDay, weekdayOf } from '../../../shared/calendar/day.ts';
import { holidayOn } from '../../../shared/calendar/holidays.ts';
import { daysIntoWeek } from '../../words/writing.ts';

export interface CalendarDay {
  readonly text: string;
  readonly number: number;
  /** Whether it belongs to the month that is shown; days around it fill its first and last week. */
  readonly inMonth: boolean;
  /** Weekend or federal holiday. */
  readonly off: boolean;
  readonly holiday: string | null;
}

/** The weeks, from the person's first day on, that hold the month of `day` (`YYYY-MM-DD`), or only the week of `day`. */
export function weeksOf(day: string, as: 'month' | 'week'): readonly (readonly CalendarDay[])[] {
  const at = parseDay(day) ?? 0;
  const { year, month } = dateOf(at);
  const first = as === 'week' ? at : dayOf(year, month, 1);
  const last = as === 'week' ? at : dayOf(year, month, daysInMonth(year, month));
  const start = first - daysIntoWeek(weekdayOf(first));
  const count = Math.ceil((last - start + 1) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, i) => {
      const one = start + week * 7 + i;
      const holiday = holidayOn('us-federal', one);
      const date = dateOf(one);
      return { text: dayText(one), number: date.day, inMonth: as === 'week' || date.month === month, off: isWeekend(one) || holiday !== null, holiday: holiday?.name ?? null };
    }),
  );
}

/** The same day of the week or month before or after. */
export function moved(day: string, as: 'month' | 'week', by: 1 | -1): string {
  const at = parseDay(day) ?? 0;
  return dayText(as === 'week' ? at + 7 * by : addMonths(at, by));
}
