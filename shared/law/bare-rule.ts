import { usualRoll } from './usual-roll.ts';
import { rule, type CountingMethod, type Direction, type HolidaysCalendar, type RollRule, type Rule, type Unit } from './rule.ts';

/** What a counting method needs to stand alone. */
export interface Bare {
  readonly method: CountingMethod;
  readonly offset: number | null;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly roll?: RollRule;
}

/** A counting method as a rule of no body of law: for contrasts ("plain counting would give …") and for examples that check a method alone. */
export function bareRule({ method, offset, unit, direction, roll }: Bare): Rule {
  return rule({
    id: method,
    title: method,
    trigger: { event: 'The date given', date_basis: 'date_of_event' },
    offset,
    unit,
    direction,
    counting_method: method,
    roll_rule: roll ?? usualRoll(method, direction),
    holidays_calendar: calendarOfMethod(method),
    act: 'file',
    actor: 'party',
    nature: 'our_act',
    consequence: 'validation',
    citation: method,
    text: { status: 'not_applicable', as_of: null, source: 'none' },
    notes: '',
  });
}

function calendarOfMethod(method: CountingMethod): HolidaysCalendar {
  switch (method) {
    case 'FRCP6_DAYS':
    case 'FRAP26_DAYS':
    case 'FRCP6_HOURS':
      return 'us-federal+state';
    case 'UK_CPR_CLEAR_DAYS':
    case 'UK_MONTH':
      return 'uk-ew';
    case 'EU1182_DAYS':
    case 'EU1182_HOURS':
    case 'EU_MONTH':
      return 'eu-member-state';
    default:
      return 'us-federal';
  }
}
