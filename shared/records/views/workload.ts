import { dayText, parseDay, weekdayOf, weekdays, type Weekday } from '../../calendar/day.ts';
import type { Looking } from '../binding-hour.ts';
import type { HourOfDay } from '../date-fact.ts';
import { dayOf } from './deadline-load.ts';

/** Work of ours as it is shared out: with whom it is, and the day by which it is to be done. */
export interface WorkLine {
  readonly number: string;
  /** Whom it is with; null where nobody has it. */
  readonly owner: string | null;
  readonly due: string | null;
  readonly hour?: HourOfDay | null | undefined;
}
/** What one person has, by number: late, in each week shown, after them, without a date. */
export interface PersonsWork {
  /** Null for what nobody has. */
  readonly owner: string | null;
  readonly late: readonly string[];
  readonly weeks: readonly (readonly string[])[];
  readonly later: readonly string[];
  readonly undated: readonly string[];
  readonly all: readonly string[];
}
export interface Workload {
  /** First days of the weeks, `YYYY-MM-DD`. */
  readonly weeks: readonly string[];
  /** Whoever has most comes first; what nobody has comes last. */
  readonly people: readonly PersonsWork[];
}

/** So many weeks can be shared out anew; beyond them it is one figure. */
export const workWeeks = 8;

/** Who has what in the weeks from `weekStart` on. A name counts as the same however it is spaced and written in capitals; it is shown as it was first written. */
export function workloadOf(lines: readonly WorkLine[], at: Looking, weekStart: Weekday, shown = workWeeks): Workload {
  const now = parseDay(at.today) ?? 0;
  const first = now - ((weekdays.indexOf(weekdayOf(now)) - weekdays.indexOf(weekStart) + 7) % 7);
  const byPerson = new Map<string, { owner: string | null; late: string[]; weeks: string[][]; later: string[]; undated: string[]; all: string[] }>();
  for (const { number, owner, due, hour } of lines) {
    const name = owner === null ? '' : owner.trim().replaceAll(/\s+/g, ' ');
    const key = name.toLowerCase();
    const person = byPerson.get(key) ?? { owner: name === '' ? null : name, late: [], weeks: Array.from({ length: shown }, () => []), later: [], undated: [], all: [] };
    byPerson.set(key, person);
    const { day, passed } = dayOf(due, hour, at, now);
    const week = day === null ? -1 : Math.floor((day - first) / 7);
    (day === null ? person.undated : passed || week < 0 ? person.late : (person.weeks[week] ?? person.later)).push(number);
    person.all.push(number);
  }
  const people = [...byPerson.values()].sort(
    (a, b) => Number(a.owner === null) - Number(b.owner === null) || b.all.length - a.all.length || ((a.owner ?? '') < (b.owner ?? '') ? -1 : 1),
  );
  return { weeks: Array.from({ length: shown }, (_, i) => dayText(first + i * 7)), people };
}
