import { clockChange, earliestAt, momentAt, type Instant } from '../calendar/instant.ts';
import { weekdayOf, type Day } from '../calendar/day.ts';
import { dayWords } from '../calendar/day-words.ts';
import type { Moment } from '../calendar/moment.ts';
import { refuse } from '../failure/failure.ts';
import type { CourtProfile } from './court.ts';
import type { Facts } from './input.ts';
import { usualRoll } from './usual-roll.ts';
import { outsideRoles, type Rule } from './rule.ts';
import { unitsOfMethod } from './units-of-method.ts';

/** One time limit ready to be counted: the rule as this case has it, its facts, its court, zone and trigger. */
export interface Work {
  /** With the method, unit and roll of the clause where the rule leaves them to it. */
  readonly rule: Rule;
  readonly facts: Facts;
  /** Units to count; null where nothing gives the number. */
  readonly n: number | null;
  readonly step: 1 | -1;
  readonly court: CourtProfile | null;
  /** The zone whose days count; null where nothing says which. */
  readonly zone: string | null;
  /** True where `zone` was assumed and not given. */
  readonly zoneAssumed: boolean;
  /** The trigger in the governing zone. */
  readonly trigger: Moment | null;
  /** The trigger's date where it happened; differs from `trigger` only across zones. */
  readonly eventDay: Day | null;
  /** The zone whose clocks showed its hour; null where nothing says which. */
  readonly eventZone: string | null;
  /** Whether those clocks never showed that hour, or showed it twice: then the earliest instant that it may be is counted from. */
  readonly clockChange: 'skipped' | 'twice' | null;
  /** The trigger as an instant, where it has an hour and a zone and the date depends on it: hours are counted, or zones crossed. */
  readonly start: Instant | null;
}

/** Notices of appeal and the motions about them are filed with the district clerk, whose day governs (FRAP 26(a)(4)(A)). */
const filedWithDistrictClerk = (rule: Rule) => rule.id.startsWith('frap.4.');

const byTheHour: readonly Rule['counting_method'][] = ['FRCP6_HOURS', 'ELAPSED_HOURS', 'EU1182_HOURS'];

/** Joins rule and facts. Refuses `rule-input` where a value contradicts the rule. */
export function workOf(stated: Rule, facts: Facts, courts: readonly CourtProfile[]): Work {
  const refused = (input: string, why: string): never => refuse({ code: 'rule-input', rule: stated.id, input, why });
  const rule = asStated(stated, facts, refused);
  const found =
    facts.court === undefined
      ? null
      : (courts.find((profile) => profile.id === facts.court) ?? refused('court', `no profile of that court; known: ${courts.map((c) => c.id).join(', ')}`));
  checkAgainstRule(rule, stated, facts, found, refused);
  const court = found?.kind === 'circuit' && filedWithDistrictClerk(rule) ? null : found;
  const given = court?.zone ?? facts.court_tz ?? facts.tz ?? null;
  // Where no court counts them, hours run where the event happened unless another zone is given.
  const zone = given ?? assumedZone(rule) ?? (rule.counting_method === 'EU1182_HOURS' ? (facts.trigger_tz ?? null) : null);
  const own = facts.trigger_tz ?? facts.tz ?? zone;
  const trigger = facts.trigger ?? null;
  const crosses = own !== null && zone !== null && own !== zone;
  // Days in one zone are counted without instants, which are the dearest part of a date.
  const start = trigger?.time != null && own !== null && (crosses || byTheHour.includes(rule.counting_method)) ? earliestAt(trigger, own) : null;
  return {
    rule,
    facts,
    n: unitsOf(rule, facts),
    step: rule.direction === 'before' ? -1 : 1,
    court,
    zone,
    zoneAssumed: given === null && zone !== null,
    trigger: start !== null && crosses ? momentAt(start, zone) : trigger,
    eventDay: trigger?.day ?? null,
    eventZone: own,
    clockChange: start !== null && trigger !== null && own !== null ? clockChange(trigger, own) : null,
    start,
  };
}

/** A clause's own unit and method in place of the rule's, with the roll that method has. */
function asStated(rule: Rule, facts: Facts, refused: (input: string, why: string) => never): Rule {
  if (rule.counting_method !== 'AS_STATED' || facts.method === undefined) return rule;
  const unit = facts.unit ?? rule.unit;
  if (!ofClauses.includes(facts.method)) return refused('method', 'a clause is counted in days, business days, hours, months or years');
  return { ...rule, counting_method: facts.method, unit, roll_rule: usualRoll(facts.method, rule.direction) };
}

/** Methods a clause may state. */
const ofClauses: readonly Rule['counting_method'][] = [
  'PLAIN_CALENDAR',
  'CALENDAR_ROLL_FORWARD',
  'BUSINESS_DAYS',
  'FRCP6_DAYS',
  'ELAPSED_HOURS',
  'MONTH_CORRESPONDING',
  'MONTH_END_STICKY',
];

function checkAgainstRule(rule: Rule, stated: Rule, facts: Facts, court: CourtProfile | null, refused: (input: string, why: string) => never): void {
  const open = new Set(stated.inputs.map((input) => input.name));
  const units = unitsOfMethod[rule.counting_method];
  if (units !== undefined && !units.includes(rule.unit)) refused('unit', `${rule.counting_method} counts in ${units.join(' or ')}`);
  if (typeof stated.offset === 'number' && facts.offset !== undefined && facts.offset !== stated.offset) refused('offset', `the rule says ${stated.offset}`);
  if (!open.has('unit') && facts.unit !== undefined && facts.unit !== rule.unit && rule.unit !== 'open_ended') refused('unit', `the rule counts in ${rule.unit}`);
  if (facts.direction !== undefined && facts.direction !== rule.direction && facts.event === undefined && rule.counting_method !== 'RETENTION_LATEST_OF')
    refused('direction', `the rule counts ${rule.direction}`);
  if (facts.holds !== undefined && facts.holds.length > 0 && !outsideRoles.some((role) => role === rule.actor)) refused('holds', 'only a clock of the government can be stopped');
  if (facts.designated_period_days !== undefined && typeof stated.offset === 'number' && facts.designated_period_days < stated.offset) {
    refused('designated_period_days', `at least ${stated.offset}`);
  }
  if (typeof stated.offset === 'number' && facts.years !== undefined && facts.years !== stated.offset) refused('years', `the rule says ${stated.offset}`);
  const monthly = (unit: string) => unit === 'month' || unit === 'year';
  if (monthly(rule.unit) && (facts.offset ?? facts.years ?? 0) > mostYears) refused(facts.offset === undefined ? 'years' : 'offset', `is at most ${mostYears}`);
  if (facts.extension !== undefined && monthly(facts.extension.unit) && facts.extension.amount > mostYears) refused('extension', `is at most ${mostYears}`);
  if (facts.add_days !== undefined && stated.offset !== null && facts.add_days !== stated.offset) refused('add_days', `the rule adds ${stated.offset}`);
  checkWeekday('trigger_weekday', facts.trigger_weekday, facts.trigger?.day, refused);
  checkWeekday('base_weekday', facts.base_weekday, facts.base_expiry, refused);
  if (facts.event !== undefined && facts.trigger !== undefined) refused('event', 'a period runs from a trigger or back from an event, not both');
  if (facts.service_method !== undefined) checkService(rule, facts.service_method, refused);
  if (stated.id.startsWith('court.order.') && facts.authority === 'agency_order')
    refused('authority', 'this rule is for orders of a court; an agency order is generic.agency-order');
  if (stated.id.startsWith('generic.agency-order.') && facts.authority === 'court_order')
    refused('authority', 'this rule is for orders of an agency; a court order is court.order');
  if (facts.state !== undefined && court?.kind === 'district' && court.state !== facts.state) refused('state', `the court given is in ${court.state}`);
  if (facts.court !== undefined && facts.court_tz !== undefined) refused('court_tz', 'the court given has its own zone');
}

/** Most months or years that are counted: longer than any limit in law, and within the years that can be written. */
const mostYears = 1200;

/** The weekday a paper gives beside a date must be that date's: a slip in either is found here. */
function checkWeekday(input: string, stated: string | undefined, day: Day | undefined, refused: (input: string, why: string) => never): void {
  if (stated === undefined || day === undefined) return;
  const actual = weekdayOf(day);
  if (stated.slice(0, 3).toLowerCase() !== actual.toLowerCase()) refused(input, `${dayWords(day)} is not a ${stated}`);
}

/** Ways of service that any rule understands; a rule that adds days for some of them takes only its own. */
const waysOfService = ['mail', 'left_with_clerk', 'other_consented', 'electronic', 'personal', 'not_electronic_and_not_delivered_that_day', 'delivered_on_stated_date'];

function checkService(rule: Rule, method: string, refused: (input: string, why: string) => never): void {
  const own = rule.service_extension ?? rule.service_extension_arguable;
  const known = own === undefined || own === null ? waysOfService : Object.keys(own);
  if (!known.includes(method)) refused('service_method', `is one of: ${known.join(', ')}`);
}

function unitsOf(rule: Rule, facts: Facts): number | null {
  if (facts.designated_period_days !== undefined) return facts.designated_period_days;
  // FRCP 4(d)(3): 90 days where the request went to a defendant outside any judicial district of the United States.
  if (facts.sent_outside_us === 'yes') return 90;
  const n = typeof rule.offset === 'number' ? rule.offset : (facts.offset ?? facts.years ?? facts.add_days ?? null);
  // 5 USC 552(a)(6)(B)(i): unusual circumstances add no more than ten working days.
  return n !== null && facts.unusual_circumstances === 'yes' ? n + 10 : n;
}

/** Washington, D.C., for the agencies, London for England and Wales; a court's zone is never assumed. */
export function assumedZone(rule: Rule): string | null {
  if (rule.end_of_day !== undefined) return rule.end_of_day.zone;
  switch (rule.holidays_calendar) {
    case 'us-federal':
      return 'America/New_York';
    case 'uk-ew':
      return 'Europe/London';
    default:
      return null;
  }
}
