import { addMonths, dateExists, dayOf, dayText } from '../../calendar/day.ts';
import { dayWords, momentWords } from '../../calendar/day-words.ts';
import { openDayAfter, openDayFrom } from '../../calendar/open-days.ts';
import type { Work } from '../work.ts';
import type { World } from '../world.ts';
import { calendarOf } from './calendar-of.ts';
import { fixedAt } from './combine.ts';
import { advance, shortUkPeriod, unitWords } from './days.ts';
import type { NoDate, Outcome, Tell } from './outcome.ts';

/** A fixed date, or a month and day of a year: no counting, no roll. Null where neither is known. */
export function fixedDate({ rule, facts }: Work, tell: Tell): Outcome | null {
  if (facts.fixed_date !== undefined) {
    tell?.(`The paper itself names ${momentWords(facts.fixed_date)}; a date that is named never moves.`);
    return fixedAt({ start: null }, facts.fixed_date, 'fixed_date');
  }
  const [month, day] = typeof rule.offset === 'string' ? rule.offset.split('-').map(Number) : [];
  if (facts.year === undefined || month === undefined || day === undefined || !dateExists(facts.year, month, day)) return null;
  const date = dayOf(facts.year, month, day);
  tell?.(`Every year on the same date: ${dayWords(date)}. It does not move.`);
  return fixedAt({ start: null }, { day: date, time: null }, 'year');
}

/** Due when it happens. */
export function immediate({ trigger, start }: Work, tell: Tell): Outcome | null {
  if (trigger === null) return null;
  tell?.(`Due at once: ${momentWords(trigger)}.`);
  return { ...fixedAt({ start: trigger.day }, trigger, 'trigger'), instant: start };
}

/** n years from the latest of several events: a floor, never a date to destroy by. */
export function retention(work: Work, tell: Tell): Outcome | null {
  const named = work.facts.events ?? [];
  const events = named.length > 0 || work.trigger === null ? named : [work.trigger.day];
  if (events.length === 0 || work.n === null) return null;
  const last = Math.max(...events);
  const floor = addMonths(last, work.n * 12);
  tell?.(`The latest of the events is ${dayWords(last)}; ${work.n} ${unitWords('year', work.n)} from it is ${dayWords(floor)}. Keep at least until then.`);
  const outcome = fixedAt({ start: last }, { day: floor, time: null }, named.length === 0 ? 'trigger' : 'events');
  return { ...outcome, detail: () => ({ rolled: false, retain_until: dayText(floor) }) };
}

/** A duty to keep that ends only with a written release (15 CFR 762.6(b)). */
export function openEnded({ facts, trigger }: Work, tell: Tell): NoDate {
  const requested = facts.agency_request ?? trigger?.day;
  if (requested !== undefined) tell?.(`An agency asked for the records on ${dayWords(requested)}.`);
  const released = facts.released ?? null;
  tell?.(released === null ? 'No written authorization of that agency is recorded: nothing may be destroyed.' : `The agency released them in writing on ${dayWords(released)}.`);
  const floorPassed = facts.as_of !== undefined && facts.retain_until !== undefined && facts.as_of > facts.retain_until;
  if (facts.retain_until !== undefined) tell?.(`The retention floor is ${dayWords(facts.retain_until)}.`);
  return {
    none: released === null ? 'the duty runs until the agency releases it in writing' : 'the release is recorded; the retention floor and legal holds are checked separately',
    detail: facts.as_of === undefined ? {} : { disposable: released !== null && released <= facts.as_of && floorPassed },
  };
}

/** A span looked back over: checks data, no alarm. */
export function window(work: Work, world: World, tell: Tell): NoDate | null {
  if (work.trigger === null || work.n === null) return null;
  const from = advance(work, world, calendarOf(work, world), work.trigger.day, work.n);
  const [first, last] = from < work.trigger.day ? [from, work.trigger.day] : [work.trigger.day, from];
  tell?.(`The period looked at runs from ${dayWords(first)} to ${dayWords(last)}.`);
  return { none: 'a period that is looked back over has no last day to act', detail: { window_from: dayText(first), window_to: dayText(last) } };
}

/** Day 1 is the first full business day after the trigger (15 CFR part 923). */
export function nextFullBusinessDay(work: Work, world: World, tell: Tell): NoDate | null {
  if (work.trigger === null) return null;
  const first = openDayFrom(work.trigger.day + 1, 1, calendarOf(work, world));
  tell?.(`Day 1 is the first full business day after ${dayWords(work.trigger.day)}: ${dayWords(first)}.`);
  return { none: 'only the first day is known: the number of days is not given', detail: { day_one: dayText(first) } };
}

/**
 * CPR 2.8 where the period meets an event: before an event n clear days are skipped (closed days too when n is 5 or less) and the answer is the
 * day before them; an event "at least n days after" comes at the earliest on trigger + n + 1. Null where the date or the number is not known.
 */
export function clearDays(work: Work, world: World, tell: Tell): Outcome | null {
  const { facts, n } = work;
  if (n === null) return null;
  const calendar = calendarOf(work, world);
  if (facts.event !== undefined) {
    const firstClear = n <= shortUkPeriod ? openDayAfter(facts.event, n, -1, calendar) : facts.event - n;
    const day = firstClear - 1;
    tell?.(
      `${n} clear ${unitWords('day', n)} before ${dayWords(facts.event)}${n <= shortUkPeriod ? ', without closed days,' : ''} begin on ${dayWords(firstClear)}; the answer is the day before them, ${dayWords(day)}.`,
    );
    const outcome = fixedAt({ start: facts.event }, { day, time: null }, 'offset');
    return facts.limit === 'not_more_than' ? { ...outcome, detail: () => ({ rolled: false, earliest_date: dayText(day) }) } : outcome;
  }
  if (work.trigger === null) return null;
  const clear = n <= shortUkPeriod ? openDayAfter(work.trigger.day, n, 1, calendar) : work.trigger.day + n;
  const day = clear + 1;
  tell?.(`At least ${n} clear ${unitWords('day', n)} after ${dayWords(work.trigger.day)} end on ${dayWords(clear)}; the event may be on ${dayWords(day)} at the earliest.`);
  const outcome = fixedAt({ start: work.trigger.day }, { day, time: null }, 'offset');
  return { ...outcome, detail: () => ({ rolled: false, earliest_event_date: dayText(day) }) };
}
