import { dayText, type Day } from '../calendar/day.ts';
import type { CountedDay } from './answer.ts';
import { calendarOf } from './counting/calendar-of.ts';
import { shortUkPeriod } from './counting/days.ts';
import { isHeld } from './counting/holds.ts';
import type { Outcome } from './counting/outcome.ts';
import type { Work } from './work.ts';
import { prevailing, shortBisPeriod } from './world.ts';

/** A calendar on the wall shows a year and a little; of a longer period only trigger, last day counted and moves are given. */
const longestShown = 430;

/** Every day from the trigger to the due date and the part it plays, in the order of counting. Empty where nothing was counted. */
export function countedDays(work: Work, outcome: Outcome): readonly CountedDay[] {
  const { start, raw, end, moves } = outcome;
  if (start === null || notCounted.includes(outcome.by)) return [];
  const { rule, facts, step } = work;
  const calendar = calendarOf(work, prevailing);
  const held = isHeld(facts.holds ?? []);
  const shut = new Set(facts.inaccessible ?? []);
  const days = new Map<Day, CountedDay>();
  const put = (day: Day, role: CountedDay['role'], n: number | null) => {
    const name = calendar.closed(day)?.name ?? (shut.has(day) ? 'office inaccessible' : undefined);
    days.set(day, { day: dayText(day), role, ...(n !== null && { n }), ...(name !== undefined && { name }) });
  };
  const numbered = rule.unit === 'calendar_day' || rule.unit === 'business_day' || rule.unit === 'working_day';
  const skips = (day: Day) => skipsClosed(work) && calendar.closed(day) !== null;
  let n = rule.count_trigger_day === true && !skips(start) ? 1 : 0;
  put(start, 'trigger', n === 1 ? 1 : null);
  const shown = Math.abs(raw.day - start) <= longestShown;
  for (let day = start + step; step === 1 ? day <= raw.day : day >= raw.day; day += step) {
    const role = held(day) ? 'held' : skips(day) ? 'skipped' : 'counted';
    if (role === 'counted') n++;
    if (shown || day === raw.day) put(day, role, numbered && role === 'counted' ? n : null);
  }
  let at = raw.day;
  for (const { why, to } of moves) {
    const way = to > at ? 1 : -1;
    // A day already counted keeps its number: a backward count may come forward again to an accessible day.
    for (let day = at; day !== to; ) {
      day += way;
      if (!days.has(day)) put(day, why, null);
    }
    at = to;
  }
  // Clear days end the day before the answer, which has no number of its own.
  const number = days.get(end.day)?.n;
  put(end.day, 'last', number === undefined || isClearDay(work) ? null : number);
  return [...days.values()];
}

const notCounted = ['printed_expiry', 'longer_period_end', 'court_set_expiry', 'own_appeal_deadline', 'fixed_date', 'year', 'events'];
const isClearDay = ({ rule, facts }: Work) => rule.counting_method === 'UK_CPR_CLEAR_DAYS' && (facts.event !== undefined || facts.limit === 'event_at_least_after');

function skipsClosed({ rule, n }: Work): boolean {
  switch (rule.counting_method) {
    case 'BUSINESS_DAYS':
      return true;
    case 'BIS766':
      return (n ?? 0) <= shortBisPeriod;
    case 'UK_CPR_CLEAR_DAYS':
      return (n ?? 0) <= shortUkPeriod;
    default:
      return false;
  }
}
