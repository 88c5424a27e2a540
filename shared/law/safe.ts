import { unreachable } from '../failure/unreachable.ts';
import type { Day } from '../calendar/day.ts';
import { compareMoments, earlierMoment, laterMoment, type Moment } from '../calendar/moment.ts';
import { openDayFrom, openDays, type OpenDays } from '../calendar/open-days.ts';
import { calendarOf } from './counting/calendar-of.ts';
import type { Outcome } from './counting/outcome.ts';
import type { Act, CountingMethod, Nature, Rule } from './rule.ts';
import type { Work } from './work.ts';
import { prevailing, type World } from './world.ts';

/** A date and the world that gives it. */
export interface Counted {
  readonly world: World;
  readonly outcome: Outcome;
}

const rolling: readonly CountingMethod[] = ['FRCP6_DAYS', 'FRAP26_DAYS', 'FRCP6_HOURS', 'BIS766', 'ADD_AFTER_EXPIRY'];
/** Whether a safe date may use the forward roll (SCHEMA §6): of the courts, of part 766, and of months that roll to a business day. Elsewhere it is taken from the un-rolled day. */
const rollsSafely = ({ counting_method, roll_rule }: Rule): boolean =>
  rolling.includes(counting_method) || (counting_method === 'MONTH_CORRESPONDING' && roll_rule === 'NEXT_BUSINESS_FORWARD');
const european: readonly CountingMethod[] = ['EU1182_DAYS', 'EU1182_HOURS', 'EU_MONTH'];
/** Acts that need somebody's open office. */
const needsOffice: readonly Act[] = ['file', 'serve', 'file_and_serve', 'serve_and_file', 'be_received', 'respond', 'meet', 'any', 'modifier'];
const files: readonly Act[] = ['file', 'file_and_serve', 'serve_and_file', 'any'];

/** The conservative date for this nature: SCHEMA §6. Null for what somebody else must do. `strict`: the act must come before the date. */
export function safeDate(work: Work, nature: Nature, counted: readonly Counted[], strict: boolean): Moment | null {
  switch (nature) {
    case 'their_act':
      return null;
    case 'expiry_protecting_us':
      return counted.map(({ outcome }) => withHour(work, outcome)).reduce(earlierMoment);
    case 'expiry_burdening_us':
    case 'retention_floor':
    case 'exposure_end':
    case 'earliest_permitted':
      // An arguable day or extension never makes the safe date later, not even here.
      return counted
        .filter(({ world }) => !world.arguable && !world.plus3 && (!world.stateEntered || !hasOther(counted, world)))
        .map(({ outcome }) => outcome.end)
        .reduce(laterMoment);
    case 'our_act':
      return ourAct(work, counted, strict);
    default:
      return unreachable(nature);
  }
}

/** Whether the same facts were also counted without the state holidays that counsel entered. */
const hasOther = (counted: readonly Counted[], world: World): boolean => counted.some((other) => other.world.stateEntered !== world.stateEntered);

/** A protection ends un-rolled, at the hour at which it began, if that is known. */
function withHour(work: Work, { raw, by }: Outcome): Moment {
  const countedFromTrigger = by === 'offset';
  return raw.time === null && countedFromTrigger && work.trigger?.time != null ? { day: raw.day, time: work.trigger.time } : raw;
}

function ourAct(work: Work, counted: readonly Counted[], strict: boolean): Moment {
  const { rule } = work;
  const method = rule.counting_method;
  const earliest = counted.map(({ outcome }) => candidate(work, outcome)).reduce(earlierMoment);
  const offices = officesOf(work);
  if (strict) return { day: openDayFrom(earliest.day - 1, -1, offices), time: null };
  if (rollsSafely(rule) || european.includes(method) || method === 'IMMEDIATE' || !needsOffice.includes(rule.act) || offices.closed(earliest.day) === null) return earliest;
  const open: Day = openDayFrom(earliest.day, -1, offices);
  const start = work.trigger?.day ?? null;
  // Where no office opens between trigger and last day there is no earlier day to name: a date before the event would be absurd.
  return start !== null && work.step === 1 && open < start ? earliest : { day: open, time: null };
}

function candidate(work: Work, outcome: Outcome): Moment {
  const method = work.rule.counting_method;
  if (method === 'EU1182_HOURS' && outcome.strict !== null) return earlierMoment(outcome.strict, outcome.end);
  if (!rollsSafely(work.rule)) return compareMoments(outcome.raw, outcome.end) <= 0 ? outcome.raw : outcome.end;
  return files.includes(work.rule.act) ? outcome.end : outcome.endForOtherActs;
}

/** Days on which somebody can be asked: a text without a calendar of its own counts every day, but nobody answers on a federal holiday. */
export function businessDaysOf(work: Work): OpenDays {
  return work.rule.holidays_calendar === 'none' ? openDays({ packs: ['us-federal'], unsettled: true }) : calendarOf({ ...work, step: 1 }, prevailing);
}

/** Days on which offices are open, for a date on which somebody must be there: every day that may be a holiday counts as one. Federal holidays where the rule has no calendar. */
function officesOf(work: Work): OpenDays {
  if (work.rule.holidays_calendar === 'none') return openDays({ packs: ['us-federal'], unsettled: true });
  return calendarOf(work, { ...prevailing, arguable: true });
}
