import { parseDay } from '../../calendar/day.ts';
import { dayAfter, dueStanding, type Looking } from '../binding-hour.ts';
import type { HourOfDay } from '../date-fact.ts';

/** A deadline as a reminder needs it. */
export interface Reminding {
  readonly number: string;
  /** By which it is to be done; null where it has no date, which is raised elsewhere. */
  readonly fileBy: string | null;
  /** The hour of that day, where it has one. */
  readonly hour?: HourOfDay | null;
}
export interface Reminder {
  readonly number: string;
  /** Days left; 0 today, below 0 late, be it by an hour. */
  readonly left: number;
}

/** Days before the file-by date on which one is reminded, where nobody chose others; the day after it, while it is still open, is always one. */
export const usualLadder: readonly number[] = [7, 3, 1, 0];

/**
 * The deadlines that reached a rung of the ladder after `last`, the day on which one was reminded before, and up to today: what came due for a reminder while the
 * program was not running is told at the next start (security-ux.md U32). Where nobody was reminded before, everything between the first rung and today. Whether one is late is
 * for its hour to say where it has one, by the clocks that bind; that it is late is told on the first day that begins after it.
 */
export function remindersOn(deadlines: readonly Reminding[], at: Looking, last: string | null, ladder: readonly number[] = usualLadder): Reminder[] {
  const now = parseDay(at.today) ?? 0;
  const since = (last === null ? null : parseDay(last)) ?? -Infinity;
  const rungs = [...new Set(ladder)];
  return deadlines
    .flatMap(({ number, fileBy, hour }): Reminder[] => {
      const named = fileBy?.slice(0, 10) ?? '';
      if (parseDay(named) === null) return [];
      const stands = dueStanding(named, hour, at);
      const due = parseDay(stands.day) ?? 0;
      const days = [...rungs.map((rung) => due - rung), parseDay(dayAfter(named, hour, at.zone)) ?? 0];
      const left = due - now;
      return days.some((day) => day > since && day <= now) ? [{ number, left: stands.passed ? Math.min(left, -1) : Math.max(left, 0) }] : [];
    })
    .sort((a, b) => a.left - b.left);
}

const some = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;
const near = ({ left }: Reminder): number => Math.max(left, -1);
const when = (left: number): string => (left < 0 ? 'late' : left === 0 ? 'due today' : left === 1 ? 'due tomorrow' : `due within ${String(left)} days`);

/**
 * What a notification of the system says: how many and how near, never a title, a party or a model, because it stands over other people's windows and in the
 * system's own history. `numbers`: with the numbers of the records, for whoever chose that.
 */
export function reminderWords(reminders: readonly Reminder[], numbers: boolean): { readonly title: string; readonly body: string } {
  const groups = [...new Set(reminders.map(near))].map((left) => ({ left, all: reminders.filter((one) => near(one) === left) }));
  const lines = groups.map(({ left, all }) => (numbers ? `${all.map(({ number }) => number).join(', ')} ${when(left)}` : `${String(all.length)} ${when(left)}`));
  return { title: some(reminders.length, 'deadline', 'deadlines'), body: lines.join('; ') };
}
