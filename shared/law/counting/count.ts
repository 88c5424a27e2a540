import type { Work } from '../work.ts';
import type { World } from '../world.ts';
import { combine, fixedAt } from './combine.ts';
import { countDays } from './days.ts';
import { countHours } from './hours.ts';
import { clearDays, fixedDate, immediate, nextFullBusinessDay, openEnded, retention, window } from './other.ts';
import type { NoDate, Outcome, Tell } from './outcome.ts';

/** Counts one limit in one world, by the rule's method. Null where a needed fact is not given. */
export function count(work: Work, world: World, tell: Tell): Outcome | NoDate | null {
  switch (work.rule.counting_method) {
    case 'FRCP6_HOURS':
    case 'ELAPSED_HOURS':
    case 'EU1182_HOURS':
      return countHours(work, world, tell);
    case 'FIXED_DATE':
      return fixedDate(work, tell);
    case 'IMMEDIATE':
      return immediate(work, tell);
    case 'RETENTION_LATEST_OF':
      return retention(work, tell);
    case 'OPEN_ENDED':
      return openEnded(work, tell);
    case 'WINDOW':
      return window(work, world, tell);
    case 'START_NEXT_FULL_BUSINESS_DAY':
      return nextFullBusinessDay(work, world, tell);
    case 'AS_STATED':
      // The clause has not said how it counts; workOf puts the clause's own method here when it has.
      return null;
    case 'UK_CPR_CLEAR_DAYS':
      return work.facts.event !== undefined || work.facts.limit === 'event_at_least_after' ? clearDays(work, world, tell) : countDays(work, world, tell);
    default: {
      const counted = countDays(work, world, tell);
      if (counted !== null) return combine(work, world, counted, tell);
      // A date the court set stands without any count.
      return work.facts.court_set_expiry === undefined ? null : combine(work, world, fixedAt({ start: null }, work.facts.court_set_expiry, 'court_set_expiry'), tell);
    }
  }
}
