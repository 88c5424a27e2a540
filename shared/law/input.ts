import { dayOf, parseDay, type Day } from '../calendar/day.ts';
import { zoneExists } from '../calendar/instant.ts';
import { parseMoment, type Moment } from '../calendar/moment.ts';
import { refuse } from '../failure/failure.ts';
import { states } from './state-packs.ts';
import { countingMethods, insideRoles, type Rule } from './rule.ts';

/** Days outside are slips of the finger, and keep every computed day within the years that can be written. */
const [earliestDay, latestDay] = [dayOf(1800, 1, 1), dayOf(2200, 12, 31)] as const;

/** Thrown by a reader; becomes `rule-input` with the name of the input. */
class Unreadable extends Error {}
const unreadable = (why: string): never => {
  throw new Unreadable(why);
};

const text = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : unreadable('is a text'));
const near = (day: Day): Day => (day >= earliestDay && day <= latestDay ? day : unreadable('is a day from the year 1800 to 2200'));
const day = (value: unknown): Day => near(parseDay(text(value)) ?? unreadable('is a day that exists, written 2026-06-18'));
const moment = (value: unknown): Moment => {
  const read = parseMoment(text(value)) ?? unreadable('is a day that exists, written 2026-06-18, or a day and hour, written 2026-06-18T16:30');
  near(read.day);
  return read;
};
const zone = (value: unknown): string => (zoneExists(text(value)) ? text(value) : unreadable('is the name of a time zone, such as America/New_York'));
const list =
  <T>(read: (value: unknown) => T) =>
  (value: unknown): readonly T[] =>
    Array.isArray(value) ? value.map(read) : unreadable('is a list');
const whole =
  (least: number) =>
  (value: unknown): number =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : unreadable(`is a whole number from ${least} to ${most}`);
const oneOf =
  <const T extends string>(...allowed: readonly T[]) =>
  (value: unknown): T =>
    allowed.find((one) => one === value) ?? unreadable(`is one of: ${allowed.join(', ')}`);
const dayOr =
  <const T extends string>(...words: readonly T[]) =>
  (value: unknown): Day | T =>
    words.find((word) => word === value) ?? day(value);
const flag = (value: unknown): boolean => (typeof value === 'boolean' ? value : unreadable('is true or false'));
const dayOrNull = (value: unknown): Day | null => (value === null ? null : day(value));
const object = (value: unknown): Readonly<Record<string, unknown>> =>
  // Proof of the cast: an object that is neither null nor an array has string keys and unknown values.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : unreadable('is a record of named values');

/** Largest number of units: 100,000 hours or days is longer than any limit in law and keeps a hostile file from counting for ever. */
const most = 100_000;
/** Longest list of days or holds. */
const longestList = 10_000;

const holds = (value: unknown): readonly { readonly start: Day; readonly end: Day }[] => {
  const found = list((one) => {
    const { start, end, ...more } = object(one);
    if (Object.keys(more).length > 0) unreadable('has start and end only');
    const hold = { start: day(start), end: day(end) };
    return hold.end < hold.start ? unreadable('a hold ends on or after the day on which it starts') : hold;
  })(value);
  return [...found].sort((a, b) => a.start - b.start);
};

/** A holiday entered by a person; a bare date, as in a worked example, is taken as declared by the President. */
const enteredHoliday = (value: unknown): { readonly date: Day; readonly by: 'president' | 'congress' | 'state' | 'court' } => {
  if (typeof value === 'string') return { date: day(value), by: 'president' };
  const { date, by, source, ...more } = object(value);
  if (Object.keys(more).length > 0) unreadable('a holiday has date, by and source only');
  if (source !== undefined) text(source);
  return { date: day(date), by: oneOf('president', 'congress', 'state', 'court')(by) };
};

const extension = (value: unknown) => {
  const { amount, unit, from, ...more } = object(value);
  if (Object.keys(more).length > 0) unreadable('has amount, unit and from only');
  return { amount: whole(1)(amount), unit: oneOf('calendar_day', 'business_day', 'working_day', 'month', 'year')(unit), from: oneOf('original_base', 'rolled_end')(from) };
};

const yearOf = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1800 && value <= 2200 ? value : unreadable('is a year from 1800 to 2200');

const readers = {
  trigger: moment,
  tz: zone,
  trigger_tz: zone,
  trigger_weekday: text,
  event: day,
  offset: whole(0),
  unit: oneOf('calendar_day', 'business_day', 'working_day', 'hour', 'month', 'year'),
  direction: oneOf('after', 'before', 'on'),
  limit: oneOf('at_least', 'not_more_than', 'event_at_least_after'),
  roll: oneOf('NONE', 'NEXT_BUSINESS_FORWARD', 'CONTINUE_SAME_DIRECTION'),
  method: oneOf(...countingMethods),
  agreement: text,
  authority: oneOf('court_order', 'agency_order'),
  court: text,
  state: oneOf(...states),
  court_tz: zone,
  user_tz: zone,
  filing: oneOf('electronic', 'paper', 'agency'),
  initiating: flag,
  our_role: oneOf(...insideRoles),
  service_method: text,
  state_holidays: list(day),
  holidays: list(enteredHoliday),
  member_state_holidays: list(day),
  inaccessible: list(day),
  holds,
  extension,
  compliance_time: moment,
  own_appeal_deadline: day,
  tolling_motion_disposed: dayOr('none', 'pending'),
  notice_received: day,
  other_qualifying_paper: dayOr('none'),
  first_designated_receipt: dayOr('same'),
  designated_period_days: whole(1),
  sent_outside_us: oneOf('yes', 'no'),
  act_at_court_office: oneOf('yes', 'no'),
  unusual_circumstances: oneOf('yes', 'no'),
  printed_expiry: day,
  court_set_expiry: moment,
  longer_period_end: day,
  related_deadline: day,
  fixed_date: moment,
  base_expiry: day,
  base_weekday: text,
  add_days: whole(0),
  events: list(day),
  years: whole(1),
  retain_until: day,
  agency_request: day,
  released: dayOrNull,
  as_of: day,
  act_done: day,
  year: yearOf,
} as const;

export type InputName = keyof typeof readers;
/** The inputs of a time limit, read: days as numbers, hours with their day. */
export type Facts = { readonly [Name in InputName]?: ReturnType<(typeof readers)[Name]> };
/** The inputs as they are stored, imported or asked, by the names of SCHEMA §4.1. Everything is checked before it is used. */
export type Input = Readonly<Record<string, unknown>>;

/** Inputs that any rule takes beside those it names. */
const always: readonly InputName[] = [
  'trigger',
  'tz',
  'trigger_tz',
  'trigger_weekday',
  'offset',
  'unit',
  'direction',
  'authority',
  'court',
  'state',
  'court_tz',
  'user_tz',
  'filing',
  'initiating',
  'our_role',
  'service_method',
  'state_holidays',
  'holidays',
  'member_state_holidays',
  'inaccessible',
  'holds',
  'extension',
  'act_done',
];
const byMethod: { readonly [Method in Rule['counting_method']]?: readonly InputName[] } = {
  UK_CPR_CLEAR_DAYS: ['event', 'limit', 'act_at_court_office'],
  CALENDAR_BENEFICIAL: ['limit'],
  RETENTION_LATEST_OF: ['events', 'years'],
  OPEN_ENDED: ['retain_until', 'agency_request', 'released', 'as_of'],
  ADD_AFTER_EXPIRY: ['base_expiry', 'base_weekday', 'add_days'],
  FIXED_DATE: ['year'],
};

/** The names of every input that `rule` takes. */
export function inputsOf(rule: Rule): readonly string[] {
  return [...new Set([...always, ...rule.inputs.map((input) => input.name), ...(byMethod[rule.counting_method] ?? [])])];
}

const takenOf = new WeakMap<Rule, ReadonlySet<string>>();
function takenBy(rule: Rule): ReadonlySet<string> {
  const known = takenOf.get(rule) ?? new Set(inputsOf(rule));
  takenOf.set(rule, known);
  return known;
}

/** Whether the engine knows an input of that name. */
export const isInputName = (name: string): name is InputName => Object.hasOwn(readers, name);

/** Reads the inputs of `rule`. Refuses `rule-input` for a name the rule does not take and for a value that is not of its type; an undefined value is one not given. */
export function readInput(rule: Rule, input: Input): Facts {
  const taken = takenBy(rule);
  const facts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    if (!isInputName(name) || !taken.has(name)) refuse({ code: 'rule-input', rule: rule.id, input: name, why: 'this rule has no such input' });
    if (Array.isArray(value) && value.length > longestList) refuse({ code: 'rule-input', rule: rule.id, input: name, why: `has at most ${longestList} entries` });
    try {
      facts[name] = readers[name](value);
    } catch (thrown) {
      if (thrown instanceof Unreadable) refuse({ code: 'rule-input', rule: rule.id, input: name, why: thrown.message });
      throw thrown;
    }
  }
  // Every value was given by the reader of its own name.
  return facts;
}

/**
 * The value of an input typed as text, as `--input name=value` gives it: numbers, true and false, and lists split at commas are read as such;
 * holds as `2026-07-20..2026-08-03`. A name that is not an input keeps its text, so that `compute` refuses it by name.
 */
export function inputFromText(name: string, typed: string): unknown {
  switch (name) {
    case 'offset':
    case 'designated_period_days':
    case 'add_days':
    case 'years':
    case 'year':
      return /^\d+$/.test(typed) ? Number(typed) : typed;
    case 'initiating':
      return typed === 'true' || typed === 'yes' ? true : typed === 'false' || typed === 'no' ? false : typed;
    case 'events':
    case 'state_holidays':
    case 'holidays':
    case 'member_state_holidays':
    case 'inaccessible':
      return typed === '' ? [] : typed.split(',').map((one) => one.trim());
    case 'holds':
      return typed === ''
        ? []
        : typed.split(',').map((one) => {
            const [start, end] = one.trim().split('..');
            return { start, end };
          });
    case 'released':
      return typed === 'none' ? null : typed;
    default:
      return typed;
  }
}
