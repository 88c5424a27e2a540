import { instantAt, momentAt, type Instant } from '../../calendar/instant.ts';
import { dayWords, momentWords } from '../../calendar/day-words.ts';
import type { Moment } from '../../calendar/moment.ts';
import { dayText } from '../../calendar/day.ts';
import { openDayAfter, openDayFrom } from '../../calendar/open-days.ts';
import type { Work } from '../work.ts';
import type { World } from '../world.ts';
import { calendarOf } from './calendar-of.ts';
import { closedWords } from './days.ts';
import type { Outcome, Tell } from './outcome.ts';
import { place } from './start-day.ts';

const hourMs = 3_600_000;

/** Counts elapsed hours: clock changes shift the wall time (FRCP 6(a)(2), Reg 1182/71 Art 3(1)). Null where the hour, the zone or the number is not known. */
export function countHours(work: Work, world: World, tell: Tell): Outcome | null {
  const { rule, n, start, zone, trigger } = work;
  if (start === null || zone === null || n === null || trigger === null || trigger.time === null) return null;
  const direction = work.step;
  tell?.(`Counted from ${momentWords(trigger)} (${place(zone)}).`);
  let from: Instant = start;
  if (rule.counting_method === 'EU1182_HOURS') {
    // The hour during which the event occurs is not counted: the count begins with the next full hour on the clock of the place.
    const { hour } = splitTime(trigger.time);
    from = instantAt({ day: trigger.day, time: `${hour}:00` }, zone) + hourMs;
    tell?.(`The hour of the event is not counted; counting begins at ${momentWords(momentAt(from, zone))}.`);
  }
  const rawInstant = from + direction * n * hourMs;
  const raw = momentAt(rawInstant, zone);
  tell?.(`${n} ${n === 1 ? 'hour' : 'hours'} ${direction === 1 ? 'later' : 'earlier'}: ${momentWords(raw)}.`);
  const rolled = rollHours(work, world, raw, tell);
  const end = pastInaccessible(work, world, rolled, tell);
  const same = end.day === raw.day && end.time === raw.time;
  return {
    start: trigger.day,
    raw,
    end,
    endForOtherActs: rolled,
    instant: same ? rawInstant : instantAt(end, zone),
    strict: momentAt(start + direction * n * hourMs, zone),
    moves: end.day === raw.day ? [] : [{ why: 'rolled', to: end.day }],
    by: 'offset',
    detail: () => ({ raw_last_day: dayText(raw.day), rolled: !same }),
  };
}

function rollHours(work: Work, world: World, raw: Moment, tell: Tell): Moment {
  const calendar = calendarOf(work, world);
  if (work.rule.roll_rule === 'NEXT_BUSINESS_SAME_TIME') {
    const closed = calendar.closed(raw.day);
    if (closed === null) return raw;
    const day = openDayFrom(raw.day, 1, calendar);
    tell?.(`${dayWords(raw.day)} ${closedWords(closed)}, so the period runs to the same hour of ${dayWords(day)}.`);
    return { day, time: raw.time };
  }
  if (work.rule.counting_method === 'EU1182_HOURS' && world.twoWorkingDays && work.trigger !== null && (work.n ?? 0) >= 48) {
    // Art 3(5), general knowledge: at least two working days are touched by a period of two days or more.
    const second = openDayAfter(work.trigger.day - 1, 2, 1, calendar);
    if (second > raw.day) {
      tell?.(`A period of two days or more includes at least two working days, so it runs to the same hour of ${dayWords(second)}.`);
      return { day: second, time: raw.time };
    }
  }
  return raw;
}

/** FRCP 6(a)(3)(B): inaccessible during the last hour: the same time on the first accessible open day. */
function pastInaccessible(work: Work, world: World, moment: Moment, tell: Tell): Moment {
  const shut = new Set(work.facts.inaccessible ?? []);
  if (work.rule.counting_method !== 'FRCP6_HOURS' || !shut.has(moment.day)) return moment;
  const calendar = calendarOf(work, world);
  let day = moment.day;
  while (shut.has(day) || calendar.closed(day) !== null) day++;
  tell?.(`The clerk's office was inaccessible on ${dayWords(moment.day)}; the same hour of the first accessible day is ${dayWords(day)}.`);
  return { day, time: moment.time };
}

function splitTime(time: string): { hour: string; minute: string } {
  const [hour = '00', minute = '00'] = time.split(':');
  return { hour, minute };
}
