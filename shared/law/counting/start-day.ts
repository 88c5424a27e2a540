import { dayWords } from '../../calendar/day-words.ts';
import type { Day } from '../../calendar/day.ts';
import { openDayAfter, type OpenDays } from '../../calendar/open-days.ts';
import type { Work } from '../work.ts';
import type { World } from '../world.ts';
import type { Tell } from './outcome.ts';

export interface Start {
  readonly day: Day;
  /** `trigger`, or the input that put another day in its place. */
  readonly by: string;
}

/** The day the time runs from in this world; null where none is given. */
export function startDay(work: Work, world: World, calendar: OpenDays, tell: Tell): Start | null {
  const { facts, rule } = work;
  const given = facts.base_expiry ?? facts.related_deadline ?? null;
  if (given !== null) return { day: given, by: facts.base_expiry === undefined ? 'related_deadline' : 'base_expiry' };
  if (typeof facts.tolling_motion_disposed === 'number') {
    tell?.(`The order on the last timely motion was entered on ${dayWords(facts.tolling_motion_disposed)}; the time runs from it.`);
    return { day: facts.tolling_motion_disposed, by: 'tolling_motion_disposed' };
  }
  if (work.trigger === null || work.eventDay === null) return null;
  const day = world.eventZone ? work.eventDay : work.trigger.day;
  if (work.trigger.day !== work.eventDay && work.zone !== null)
    tell?.(`Where it happened it was ${dayWords(work.eventDay)}; in ${place(work.zone)} it was ${dayWords(work.trigger.day)}, and that date governs.`);
  tell?.(`Counted from ${dayWords(day)}: ${lowered(rule.trigger.event)}.`);
  const other = facts.other_qualifying_paper;
  if (typeof other === 'number' && other < day) {
    tell?.(`Another qualifying paper came first, on ${dayWords(other)}; the time runs from it.`);
    return { day: other, by: 'other_qualifying_paper' };
  }
  if (typeof facts.first_designated_receipt === 'number') {
    // 5 USC 552(a)(6)(A): not later than ten days after first receipt by any component designated to receive requests.
    const latest = world.tenWorking ? openDayAfter(facts.first_designated_receipt, 10, 1, calendar) : facts.first_designated_receipt + 10;
    if (latest < day) {
      tell?.(`The clock starts ten days after first receipt at the latest: ${dayWords(latest)}.`);
      return { day: latest, by: 'first_designated_receipt' };
    }
  }
  return { day, by: 'trigger' };
}

/** The city of a zone, for sentences. */
export const place = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** The words of a rule's event inside a sentence: its first letter small, unless the word is a name. */
function lowered(event: string): string {
  return /^[A-Z][a-z]/.test(event) && !/^(VSD|OEE|BIS|TDO|Under|Rule)/.test(event) ? event.charAt(0).toLowerCase() + event.slice(1) : event;
}
