import { dayText, isWeekend, parseDay, weekdayOf, type Day } from '../calendar/day.ts';
import { holidaysOfYear } from '../calendar/holidays.ts';
import { Refused } from '../failure/failure.ts';
import type { Answer } from './answer.ts';
import { bareRule } from './bare-rule.ts';
import { compute } from './compute.ts';
import type { Example } from './example.ts';
import type { Input } from './input.ts';
import { countingMethods, rollRules, type CountingMethod, type Direction, type Rule, type Unit } from './rule.ts';
import { ruleNamed } from './rules.ts';

/** A field of an example that the engine gives otherwise, or that it does not know. */
export interface Difference {
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const fieldsOfExample = ['id', 'kind', 'source_quality', 'rule_id', 'counting_method', 'input', 'expected', 'explanation', 'source'];

/** Compares each field the example expects; an empty list means it holds. A field that SCHEMA §4 does not know is a difference, never ignored. */
export function checkExample(example: Example): readonly Difference[] {
  const strange = Object.keys(example).filter((field) => !fieldsOfExample.includes(field));
  if (strange.length > 0) return strange.map((field) => ({ field, expected: 'a field of SCHEMA §4', actual: 'unknown field' }));
  let known: Known;
  try {
    known = knownOf(example);
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
    return [{ field: 'input', expected: 'inputs the rule takes', actual: thrown.failure }];
  }
  // An example that expects nothing would pass whatever is computed.
  if (Object.keys(example.expected).length === 0) return [{ field: 'expected', expected: 'a field to compare', actual: 'none' }];
  const differences: Difference[] = [];
  for (const [field, expected] of Object.entries(example.expected)) {
    const actual = Object.hasOwn(known, field) ? known[field] : { unknown: field };
    const given = typeof actual === 'function' ? actual() : actual;
    if (JSON.stringify(given) !== JSON.stringify(expected)) differences.push({ field, expected, actual: given });
  }
  return differences;
}

type Known = { readonly [field: string]: unknown };

function knownOf(example: Example): Known {
  const { input, counting_method: method } = example;
  if (method === 'US_FEDERAL_OBSERVED') {
    takesOnly(example, ['year']);
    return observedIn(input['year']);
  }
  if (example.rule_id === null && input['property'] === 'min_calendar_span_days') {
    takesOnly(example, ['property', 'offset', 'unit', 'direction', 'trigger_from', 'trigger_to']);
    return { min_calendar_span_days: () => smallestSpan(method, input) };
  }
  const { rule, rest } = ruleOf(example, method);
  const answer = compute(rule, rest, { countedDays: false });
  const due = answer.due === null ? null : parseDay(answer.due.slice(0, 10));
  const contrast = (by: CountingMethod) => () => contrastOf(by, rule, rest);
  return {
    ...namesOfDetail,
    ...answer.detail,
    ...datesOf(answer),
    weekday: due === null ? null : weekdayOf(due),
    days_before: () => {
      const start = parseDay(String(input['trigger']).slice(0, 10));
      return due === null || start === null ? null : start - due;
    },
    plain_calendar_would_be: contrast('PLAIN_CALENDAR'),
    frcp_would_be: contrast('FRCP6_DAYS'),
  };
}

/** What is asked without a rule has no reader that would refuse an input: an unknown one is refused here, never ignored. */
function takesOnly({ id, input }: Example, names: readonly string[]): void {
  const strange = Object.keys(input).find((name) => !names.includes(name));
  if (strange !== undefined) throw new Refused({ code: 'rule-input', rule: id, input: strange, why: `takes ${names.join(', ')} only` });
}

/** Fields an answer may lack: an example that expects one of them then fails by its value, not as an unknown field. */
const namesOfDetail: { readonly [Name in keyof Required<Answer['detail']>]: undefined } = {
  raw_last_day: undefined,
  base_last_day: undefined,
  controlled_by: undefined,
  rolled: undefined,
  held_days: undefined,
  first_counted_day: undefined,
  day_one: undefined,
  due_local_court: undefined,
  safe_local_court: undefined,
  due_local_user: undefined,
  earliest_event_date: undefined,
  earliest_date: undefined,
  window_from: undefined,
  window_to: undefined,
  act_timely: undefined,
  retain_until: undefined,
  disposable: undefined,
};

function datesOf({ due, dueInstant, safe, latest, follow_up, strictly_before, missing }: Answer): Known {
  return { due, dueInstant, safe, latest, follow_up, strictly_before, missing };
}

/** The rule an example is about; for a method alone a rule of that method, whose number, unit and roll the input gives. */
function ruleOf(example: Example, method: CountingMethod): { rule: Rule; rest: Input } {
  if (example.rule_id !== null) {
    const rule = ruleNamed(example.rule_id);
    if (rule === undefined) throw new Refused({ code: 'rule-unknown', rule: example.rule_id });
    if (rule.counting_method !== method) throw new Refused({ code: 'rule-input', rule: rule.id, input: 'counting_method', why: `the rule counts by ${rule.counting_method}` });
    return { rule, rest: example.input };
  }
  if (!countingMethods.includes(method)) throw new Refused({ code: 'rule-input', rule: example.id, input: 'counting_method', why: 'no such method' });
  const { roll, ...rest } = example.input;
  const rolls = roll === undefined ? undefined : rollRules.find((one) => one === roll);
  if (roll !== undefined && rolls === undefined) throw new Refused({ code: 'rule-input', rule: example.id, input: 'roll', why: `is one of: ${rollRules.join(', ')}` });
  const rule = bareRule({
    method,
    offset: typeof rest['offset'] === 'number' ? rest['offset'] : null,
    // Proof of the casts: `compute` reads unit and direction again and refuses any word that is not one of theirs.
    unit: (rest['unit'] ?? 'calendar_day') as Unit,
    direction: (rest['direction'] ?? 'after') as Direction,
    ...(rolls !== undefined && { roll: rolls }),
  });
  return { rule, rest };
}

function contrastOf(method: CountingMethod, rule: Rule, { trigger, offset, direction }: Input): string | null {
  const units = typeof offset === 'number' ? offset : typeof rule.offset === 'number' ? rule.offset : null;
  return compute(bareRule({ method, offset: units, unit: 'calendar_day', direction: rule.direction }), { trigger, direction }, { countedDays: false }).due;
}

/** The weekdays kept as federal holidays, and those of them kept for a Saturday. */
function observedIn(year: unknown): Known {
  if (typeof year !== 'number') return {};
  const kept = [...holidaysOfYear('us-federal', year)].filter(([day]) => !isWeekend(day));
  const texts = (days: readonly (readonly [Day, unknown])[]) => days.map(([day]) => dayText(day));
  return { observed: texts(kept), unsettled: texts(kept.filter(([, holiday]) => !holiday.settled)) };
}

function smallestSpan(method: CountingMethod, input: Input): number {
  const rule = bareRule({ method, offset: Number(input['offset']), unit: 'calendar_day', direction: 'after' });
  const [first, last] = [parseDay(String(input['trigger_from'])), parseDay(String(input['trigger_to']))];
  if (first === null || last === null) return Number.NaN;
  let smallest = Infinity;
  for (let day = first; day <= last; day++) {
    const due = parseDay(compute(rule, { trigger: dayText(day) }, { countedDays: false }).due ?? '');
    if (due !== null) smallest = Math.min(smallest, due - day);
  }
  return smallest;
}
