import type { CountingMethod } from './rule.ts';
import type { Work } from './work.ts';

/** What is needed and not given: names of inputs, and why in one sentence. Null where nothing is. */
export interface Missing {
  readonly names: readonly string[];
  readonly reason: string;
  /** A conservative date can be given all the same (`if_missing` of the rule says so). */
  readonly safeStands: boolean;
}

/**
 * Required inputs whose absence leaves a safe date: the later of two periods is at least the one we know (FRAP 4(a)(3)); a request designates at
 * least the rule's own number of days (15 CFR 766.9(b)).
 */
const safeWithout = ['own_appeal_deadline', 'designated_period_days'];

export function missingOf(work: Work): Missing | null {
  const { rule, facts } = work;
  if (facts.tolling_motion_disposed === 'pending') {
    return {
      names: ['tolling_motion_disposed'],
      reason: 'The time is not running while the motion is pending: it starts when the order on the motion is entered.',
      safeStands: false,
    };
  }
  const given = (name: string) => Object.hasOwn(facts, name);
  const names: string[] = rule.inputs.filter((input) => input.required && !given(input.name)).map((input) => input.name);
  const start = missingStart(work) ?? missingNumber(work);
  if (start !== null && !names.includes(start.name)) names.push(start.name);
  if (names.length === 0) return null;
  const meaning = (name: string) => rule.inputs.find((input) => input.name === name)?.meaning ?? start?.why ?? name;
  return { names, reason: `Not known: ${names.map(meaning).join('; ')}.`, safeStands: start === null && names.every((name) => safeWithout.includes(name)) };
}

function missingStart(work: Work): { name: string; why: string } | null {
  const { rule, facts, trigger, start, zone } = work;
  const event = rule.trigger.event === '' ? 'the date the time runs from' : `the date of: ${rule.trigger.event}`;
  switch (rule.counting_method) {
    case 'FRCP6_HOURS':
    case 'ELAPSED_HOURS':
    case 'EU1182_HOURS':
      if (trigger === null) return { name: 'trigger', why: `${event}, with its hour` };
      if (trigger.time === null) return { name: 'trigger', why: `the hour of: ${rule.trigger.event}; a period in hours runs from a moment` };
      return start === null || zone === null ? { name: 'tz', why: 'the time zone in which the hours are counted' } : null;
    case 'OPEN_ENDED':
      return null;
    case 'RELATIVE_TO_DEADLINE':
      return facts.related_deadline === undefined && trigger === null ? { name: 'related_deadline', why: 'the date this one follows' } : null;
    case 'FIXED_DATE':
      if (facts.fixed_date !== undefined) return null;
      if (typeof rule.offset !== 'string') return { name: 'fixed_date', why: 'the date that is named' };
      return facts.year === undefined ? { name: 'year', why: 'the calendar year' } : null;
    case 'AS_STATED':
      // `workOf` puts the clause's own method in its place where one is given.
      return { name: 'method', why: 'how the clause counts' };
    case 'RETENTION_LATEST_OF':
      return facts.events === undefined || facts.events.length === 0 ? (trigger === null ? { name: 'events', why: 'the events of which the latest counts' } : null) : null;
    case 'ADD_AFTER_EXPIRY':
      return facts.base_expiry === undefined && trigger === null ? { name: 'base_expiry', why: 'the end of the base period, its roll included' } : null;
    default:
      if (facts.printed_expiry !== undefined || facts.longer_period_end !== undefined || facts.court_set_expiry !== undefined) return null;
      return trigger === null && facts.event === undefined && typeof facts.tolling_motion_disposed !== 'number' ? { name: 'trigger', why: event } : null;
  }
}

/** Methods that give a date without a number of units. */
const unnumbered: readonly CountingMethod[] = ['FIXED_DATE', 'IMMEDIATE', 'OPEN_ENDED', 'START_NEXT_FULL_BUSINESS_DAY'];

/** A rule that leaves its number to an input, or a rule entered without one, gives no date until it has it. */
function missingNumber({ rule, facts, n }: Work): { name: string; why: string } | null {
  const named = facts.printed_expiry !== undefined || facts.longer_period_end !== undefined || facts.court_set_expiry !== undefined;
  if (n !== null || named || unnumbered.includes(rule.counting_method)) return null;
  const name = rule.counting_method === 'RETENTION_LATEST_OF' ? 'years' : rule.counting_method === 'ADD_AFTER_EXPIRY' ? 'add_days' : 'offset';
  return { name, why: `the number of units to count (${rule.unit})` };
}
