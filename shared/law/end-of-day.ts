import { instantAt, type Instant } from '../calendar/instant.ts';
import { timeWords } from '../calendar/day-words.ts';
import { place } from './counting/start-day.ts';
import type { Outcome, Tell } from './counting/outcome.ts';
import type { Rule } from './rule.ts';
import type { Work } from './work.ts';

/** FRCP 6(a)(4)(A): "at midnight in the court's time zone" is the end of the day: 12:01 a.m. is late. */
const endOfDay = '23:59:59';

/** The last moment of the due date; null where the way of filing, the hour or the zone is not known. */
export function lastInstant(work: Work, { end, instant }: Outcome, tell: Tell): Instant | null {
  const { rule, facts, court, zone } = work;
  if (instant !== null) return instant;
  if (end.time !== null) return zone === null ? null : instantAt(end, zone);
  if (rule.end_of_day !== undefined) {
    tell?.(`The day ends at ${timeWords(rule.end_of_day.time)} (${place(rule.end_of_day.zone)}).`);
    return instantAt({ day: end.day, time: rule.end_of_day.time }, rule.end_of_day.zone);
  }
  if (facts.filing === 'electronic' && inCourt(work)) {
    const cutoff = court?.eFilingCutoff ?? null;
    if (cutoff !== null && !(cutoff.exceptInitiating && facts.initiating === true)) {
      tell?.(`Electronic filing ends at ${timeWords(cutoff.time)} (${place(cutoff.zone)}) in this court.`);
      return instantAt({ day: end.day, time: cutoff.time }, cutoff.zone);
    }
    if (zone === null) return null;
    tell?.(`The day ends at 11:59 p.m. (${place(zone)}).`);
    return instantAt({ day: end.day, time: endOfDay }, zone);
  }
  const closes = facts.filing === 'paper' ? (court?.clerkOffice?.closes ?? null) : null;
  if (closes === null || zone === null) return null;
  tell?.(`The clerk's office closes at ${timeWords(closes)} (${place(zone)}).`);
  return instantAt({ day: end.day, time: closes }, zone);
}

/** Whether the act is done in a court, whose day ends as FRCP 6(a)(4) or FRAP 26(a)(4) says. An agency's day ends when the agency says. */
export const inCourt = ({ rule, court }: Pick<Work, 'rule' | 'court'>): boolean => court !== null || ruleOfCourt(rule);

/** Whether the rule itself says that the act is done in a court. */
export function ruleOfCourt(rule: Rule): boolean {
  return rule.holidays_calendar === 'us-federal+state' || rule.counting_method === 'FRCP6_DAYS' || rule.counting_method === 'FRAP26_DAYS';
}
