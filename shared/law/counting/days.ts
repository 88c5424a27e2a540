import { unreachable } from '../../failure/unreachable.ts';
import { addMonths, addMonthsKeepingMonthEnd, dayText, lastDayOfMonth, type Day } from '../../calendar/day.ts';
import { dayWords } from '../../calendar/day-words.ts';
import type { Moment } from '../../calendar/moment.ts';
import { openDayAfter, openDayFrom, type Closed, type OpenDays } from '../../calendar/open-days.ts';
import type { Work } from '../work.ts';
import { courtMethods, shortBisPeriod, type World } from '../world.ts';
import { calendarOf } from './calendar-of.ts';
import { heldDays, isHeld, passHolds } from './holds.ts';
import type { Outcome, Tell } from './outcome.ts';
import { startDay } from './start-day.ts';

/** Counts days, months or years in the order of SCHEMA §5: count, roll, added days, roll, inaccessible days. Null where the start or the number is not known. */
export function countDays(work: Work, world: World, tell: Tell): Outcome | null {
  const calendar = calendarOf(work, world);
  const replaced = replacedEnd(work, tell);
  const start = startDay(work, world, calendar, replaced === null ? tell : null);
  if (replaced === null && (start === null || work.n === null)) return null;
  const from = start?.day ?? null;
  const base = replaced?.day ?? advance(work, world, calendar, from ?? 0, work.n ?? 0);
  const raw = replaced?.day ?? extended(work, world, calendar, from ?? 0, base, tell);
  if (replaced === null && from !== null) tell?.(countSentence(work, world, from, raw));
  const rolled = roll(work, world, calendar, raw, tell);
  const served = afterService(work, world, calendar, rolled, tell);
  const longer = extendedFromEnd(work, world, calendar, served.end, tell);
  const ended = longer.end;
  const end = pastInaccessible(work, calendar, ended, tell);
  const held = from === null ? 0 : heldDays(work.facts.holds ?? [], from, raw);
  if (held > 0) tell?.(`The clock stood still for ${held} ${held === 1 ? 'day' : 'days'}, which are not counted.`);
  const moment = (day: Day): Moment => ({ day, time: null });
  return {
    start: from,
    raw: moment(raw),
    end: moment(end),
    endForOtherActs: moment(ended),
    instant: null,
    strict: null,
    moves: [
      { why: 'rolled', to: rolled },
      { why: 'added', to: served.added },
      { why: 'rolled', to: served.end },
      { why: 'added', to: longer.added },
      { why: 'rolled', to: longer.end },
      { why: 'rolled', to: end },
    ],
    by: replaced?.by ?? (start === null || start.by === 'trigger' ? 'offset' : start.by),
    detail: () => ({
      raw_last_day: dayText(raw),
      base_last_day: dayText(base),
      rolled: end !== raw,
      held_days: held,
      ...(from !== null && { first_counted_day: dayText(from + work.step) }),
    }),
  };
}

/** A date printed on the document, or a longer period that was granted, in place of the count. */
function replacedEnd({ facts }: Work, tell: Tell): { day: Day; by: string } | null {
  if (facts.printed_expiry !== undefined) {
    tell?.(`The document itself says ${dayWords(facts.printed_expiry)}, which wins over any count.`);
    return { day: facts.printed_expiry, by: 'printed_expiry' };
  }
  if (facts.longer_period_end !== undefined) {
    tell?.(`A longer period was granted, to ${dayWords(facts.longer_period_end)}.`);
    return { day: facts.longer_period_end, by: 'longer_period_end' };
  }
  return null;
}

/** n units from `from` in the rule's direction, before any roll. */
export function advance(work: Work, world: World, calendar: OpenDays, from: Day, n: number): Day {
  const { rule, step } = work;
  const holds = work.facts.holds ?? [];
  switch (rule.counting_method) {
    case 'BUSINESS_DAYS':
      return rule.count_trigger_day === true ? openDayAfter(from - step, n, step, calendar, isHeld(holds)) : openDayAfter(from, n, step, calendar, isHeld(holds));
    case 'BIS766':
      return n <= shortBisPeriod && !world.bisPlain ? openDayAfter(from, n, step, calendar, isHeld(holds)) : plain(from, n, step, holds);
    case 'UK_CPR_CLEAR_DAYS':
      return n <= shortUkPeriod ? openDayAfter(from, n, step, calendar) : from + step * n;
    case 'MONTH_CORRESPONDING':
    case 'UK_MONTH':
    case 'EU_MONTH':
    case 'WINDOW':
      return passHolds(holds, from, addMonths(from, step * inMonths(rule.unit, n)));
    case 'MONTH_LAST_DAY':
      return lastDayOfMonth(from, step * inMonths(rule.unit, n));
    case 'MONTH_END_STICKY':
      return addMonthsKeepingMonthEnd(from, step * inMonths(rule.unit, n));
    default:
      return plain(from, n, step, holds);
  }
}

/** CPR 2.8(4): "5 days or less". */
export const shortUkPeriod = 5;

const plain = (from: Day, n: number, step: 1 | -1, holds: readonly { start: Day; end: Day }[]): Day => (step === 1 ? passHolds(holds, from, from + n) : from - n);

/** An extension that counts from the original base: the same counting with the larger number, or its own unit after the base. */
function extended(work: Work, world: World, calendar: OpenDays, from: Day, base: Day, tell: Tell): Day {
  const granted = work.facts.extension;
  if (granted === undefined || granted.from !== 'original_base') return base;
  const day = longerCount(work, world, calendar, from, base, granted);
  tell?.(`An extension of ${granted.amount} ${unitWords(granted.unit, granted.amount)}, counted from the original last day ${dayWords(base)}, gives ${dayWords(day)}.`);
  return day;
}

/** A day to which days were added, and where a roll then took it. */
interface Added {
  readonly added: Day;
  readonly end: Day;
}

function extendedFromEnd(work: Work, world: World, calendar: OpenDays, end: Day, tell: Tell): Added {
  const granted = work.facts.extension;
  if (granted === undefined || granted.from !== 'rolled_end') return { added: end, end };
  const day = addUnits(end, granted, calendar);
  tell?.(`An extension of ${granted.amount} ${unitWords(granted.unit, granted.amount)} from ${dayWords(end)} gives ${dayWords(day)}.`);
  return { added: day, end: roll(work, world, calendar, day, tell) };
}

type Granted = NonNullable<Work['facts']['extension']>;
const family = (unit: string): string => (unit === 'month' || unit === 'year' ? 'months' : unit === 'calendar_day' ? 'days' : 'open days');
const inMonths = (unit: string, n: number): number => (unit === 'year' ? n * 12 : n);

/** 31 October + 1 month + 1 month of extension is 31 December, not a month from 30 November. Where the units differ the extension is counted after the base. */
function longerCount(work: Work, world: World, calendar: OpenDays, from: Day, base: Day, granted: Granted): Day {
  const { rule, n } = work;
  if (family(rule.unit) !== family(granted.unit)) return addUnits(base, granted, calendar);
  if (family(rule.unit) !== 'months') return advance(work, world, calendar, from, (n ?? 0) + granted.amount);
  return advance({ ...work, rule: { ...rule, unit: 'month' } }, world, calendar, from, inMonths(rule.unit, n ?? 0) + inMonths(granted.unit, granted.amount));
}

function addUnits(day: Day, { amount, unit }: Granted, calendar: OpenDays): Day {
  switch (unit) {
    case 'calendar_day':
      return day + amount;
    case 'business_day':
    case 'working_day':
      return openDayAfter(day, amount, 1, calendar);
    case 'month':
      return addMonths(day, amount);
    case 'year':
      return addMonths(day, amount * 12);
    default:
      return unreachable(unit);
  }
}

/** Moves a closed last day as the rule says, and tells why. */
export function roll(work: Work, world: World, calendar: OpenDays, day: Day, tell: Tell): Day {
  const closed = calendar.closed(day);
  const holiday = work.rule.roll_rule === 'LEGAL_HOLIDAY_ONLY_FORWARD' ? calendar.holiday(day) : closed;
  if (holiday === null) return twoWorkingDays(work, world, calendar, day, tell);
  const to = rollTo(work, world, calendar, day);
  const kept = closedWords(holiday);
  if (to === day) tell?.(`${dayWords(day)} ${kept}; this rule does not move it.`);
  else tell?.(`${dayWords(day)} ${kept}, so the last day is ${dayWords(to)}.`);
  return twoWorkingDays(work, world, calendar, to, tell);
}

/** `is a Saturday`, `is a legal holiday (Labor Day)`, `is kept as the holiday of Independence Day`. */
export function closedWords({ why, name, instead }: Closed): string {
  if (why === 'weekend' || name.startsWith('a ')) return `is ${name}`;
  return instead ? `is kept as the holiday of ${name}` : `is a legal holiday (${name})`;
}

function rollTo(work: Work, world: World, calendar: OpenDays, day: Day): Day {
  switch (work.rule.roll_rule) {
    case 'NONE':
    case 'NEXT_BUSINESS_SAME_TIME':
      return day;
    case 'NEXT_BUSINESS_FORWARD':
    case 'COURT_OPEN_FORWARD':
    case 'LEGAL_HOLIDAY_ONLY_FORWARD':
      // Reg 1182/71 Art 3(4): no roll where the period is counted backward from a date or event.
      return work.rule.counting_method === 'EU1182_DAYS' && work.step === -1 ? day : openDayFrom(day, 1, calendar);
    case 'CONTINUE_SAME_DIRECTION':
      return openDayFrom(day, world.bisForward ? 1 : work.step, calendar);
    case 'COURT_OFFICE_ACT_ONLY':
      return work.facts.act_at_court_office === 'yes' ? openDayFrom(day, 1, calendar) : day;
    case 'BENEFICIAL':
      return openDayFrom(day, work.facts.limit === 'not_more_than' ? -1 : 1, calendar);
    default:
      return unreachable(work.rule.roll_rule);
  }
}

/** Reg 1182/71 Art 3(5): a period of two days or more has at least two working days in it. */
function twoWorkingDays(work: Work, world: World, calendar: OpenDays, day: Day, tell: Tell): Day {
  const from = work.trigger?.day;
  if (work.rule.counting_method !== 'EU1182_DAYS' || work.step === -1 || !world.twoWorkingDays || (work.n ?? 0) < 2 || from === undefined) return day;
  const second = openDayAfter(from, 2, 1, calendar);
  if (second <= day) return day;
  tell?.(`A period of two days or more includes at least two working days, so it ends on ${dayWords(second)}.`);
  return second;
}

function afterService(work: Work, world: World, calendar: OpenDays, day: Day, tell: Tell): Added {
  const { rule, facts } = work;
  const method = facts.service_method ?? '';
  const added = (rule.service_extension?.[method] ?? 0) + (world.plus3 ? (rule.service_extension_arguable?.[method] ?? 0) : 0);
  // ADD_AFTER_EXPIRY is this same step standing alone: its count is the added days.
  if (added === 0) return { added: day, end: day };
  const end = day + added;
  tell?.(`We were served by ${serviceWords[method] ?? method}, which adds ${added} days after ${dayWords(day)}: ${dayWords(end)}.`);
  return { added: end, end: roll(work, world, calendar, end, tell) };
}

const serviceWords: Readonly<Record<string, string>> = {
  mail: 'mail',
  left_with_clerk: 'leaving it with the clerk',
  other_consented: 'other means we consented to',
  not_electronic_and_not_delivered_that_day: 'means neither electronic nor delivered on the date stated',
};

/** FRCP 6(a)(3): where the clerk's office is inaccessible on the last day for filing, the first accessible day that is open; always forward. */
function pastInaccessible({ rule, facts }: Work, calendar: OpenDays, day: Day, tell: Tell): Day {
  if (facts.inaccessible === undefined || facts.inaccessible.length === 0 || !courtMethods.includes(rule.counting_method)) return day;
  const shut = new Set(facts.inaccessible);
  if (!shut.has(day)) return day;
  let found = day;
  while (shut.has(found) || calendar.closed(found) !== null) found++;
  tell?.(`The clerk's office was inaccessible on ${dayWords(day)}; the first accessible day is ${dayWords(found)}.`);
  return found;
}

function countSentence(work: Work, world: World, from: Day, raw: Day): string {
  const n = work.n ?? 0;
  const units = `${n} ${unitWords(work.rule.unit, n)}`;
  if (work.rule.counting_method === 'RELATIVE_TO_DEADLINE')
    return n === 0 ? `It follows the related date ${dayWords(from)}.` : `${units} ${work.step === 1 ? 'after' : 'before'} ${dayWords(from)} is ${dayWords(raw)}.`;
  if (work.rule.counting_method === 'ADD_AFTER_EXPIRY') return `${units} added after the base period ended on ${dayWords(from)}: ${dayWords(raw)}.`;
  const way = work.step === 1 ? 'after' : 'before';
  const skipping =
    work.rule.counting_method === 'BIS766' && n <= shortBisPeriod && !world.bisPlain
      ? ', without Saturdays, Sundays and legal holidays,'
      : work.rule.counting_method === 'UK_CPR_CLEAR_DAYS' && n <= shortUkPeriod
        ? ', without closed days,'
        : '';
  const with1 = work.rule.count_trigger_day === true ? ', the day itself counted,' : '';
  return `${units}${skipping}${with1} ${way} ${dayWords(from)}: ${dayWords(raw)}.`;
}

/** `21 days`, `1 month`, in words. */
export function unitWords(unit: string, n: number): string {
  const word = unit === 'calendar_day' ? 'day' : unit.replace('_', ' ');
  return n === 1 ? word : `${word}s`;
}
