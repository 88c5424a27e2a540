import { dayWords, momentWords } from '../../calendar/day-words.ts';
import { compareMoments, type Moment } from '../../calendar/moment.ts';
import type { Work } from '../work.ts';
import type { World } from '../world.ts';
import { countDays } from './days.ts';
import type { Outcome, Tell } from './outcome.ts';

/** FRAP 4(a)(6)(B): within 14 days after the moving party receives notice. */
const daysAfterNotice = 14;

/** Joins the count with the other date a rule names: "before the earlier of", "whichever period ends later". */
export function combine(work: Work, world: World, counted: Outcome, tell: Tell): Outcome {
  const { facts } = work;
  if (facts.court_set_expiry !== undefined) {
    tell?.(`The court itself set ${momentWords(facts.court_set_expiry)}, which wins over any count and does not move.`);
    return fixedAt(counted, facts.court_set_expiry, 'court_set_expiry');
  }
  if (facts.compliance_time !== undefined && compareMoments(facts.compliance_time, counted.end) < 0) {
    tell?.(`The subpoena is to be complied with by ${momentWords(facts.compliance_time)}, which is earlier than ${momentWords(counted.end)}.`);
    return fixedAt(counted, facts.compliance_time, 'compliance_time');
  }
  if (facts.own_appeal_deadline !== undefined) {
    const own: Moment = { day: facts.own_appeal_deadline, time: null };
    if (compareMoments(own, counted.end) > 0) {
      tell?.(`Our own appeal period ends later, on ${dayWords(own.day)}, and the later of the two counts.`);
      return fixedAt(counted, own, 'own_appeal_deadline');
    }
  }
  if (facts.notice_received !== undefined) {
    const { notice_received: day, ...others } = facts;
    const after = countDays({ ...work, facts: { ...others, trigger: { day, time: null } }, trigger: { day, time: null }, eventDay: day, n: daysAfterNotice }, world, null);
    if (after !== null && compareMoments(after.end, counted.end) < 0) {
      tell?.(`Notice was received on ${dayWords(day)}; ${daysAfterNotice} days after it is ${dayWords(after.end.day)}, which is earlier.`);
      return { ...after, by: 'notice_received' };
    }
  }
  return counted;
}

/** A date that somebody set: not counted, not moved. */
export function fixedAt(counted: Pick<Outcome, 'start'>, at: Moment, by: string): Outcome {
  return { start: counted.start, raw: at, end: at, endForOtherActs: at, instant: null, strict: null, moves: [], by, detail: () => ({ rolled: false }) };
}
