import { instantText, momentAt } from '../calendar/instant.ts';
import { compareMoments, laterMoment, momentText, type Moment } from '../calendar/moment.ts';
import { dayText } from '../calendar/day.ts';
import { momentWords, dayWords } from '../calendar/day-words.ts';
import { unsettledBetween } from '../calendar/holidays.ts';
import { openDayFrom } from '../calendar/open-days.ts';
import type { Answer, Detail, Reading } from './answer.ts';
import { assumptionsOf, textAsOf } from './assumptions.ts';
import { countedDays } from './counted-days.ts';
import { count } from './counting/count.ts';
import type { NoDate, Outcome, Tell } from './counting/outcome.ts';
import { lastInstant } from './end-of-day.ts';
import { readInput, type Input } from './input.ts';
import { shippedLaw, withClosures, type LawBook } from './law-book.ts';
import { missingOf } from './missing.ts';
import { natureOf } from './nature.ts';
import type { Nature, Rule } from './rule.ts';
import { businessDaysOf, safeDate, type Counted } from './safe.ts';
import { workOf, type Work } from './work.ts';
import { openPoints, prevailing, worldsOf, type OpenPoint } from './world.ts';

export interface Asked {
  /** Whether to give every counted day, for a calendar on screen; left out when many dates are computed or an answer is stored. */
  readonly countedDays?: boolean;
  /** Courts and closures to go by; those that are shipped when left out. */
  readonly law?: Pick<LawBook, 'courts' | 'closures'>;
}

/**
 * Computes the time limit `rule` from `input`, named as in SCHEMA §4.1. Where a needed input is not given `due` is null, with `missing` and
 * `reason`; a date is never guessed. Refuses `rule-input` for an input the rule does not take, one that is not of its type, or one that contradicts
 * the rule. Pure: no clock, no zone of this machine, no locale.
 */
export function compute(rule: Rule, input: Input, asked: Asked = {}): Answer {
  const law = asked.law ?? shippedLaw;
  const work = workOf(rule, withClosures(rule, readInput(rule, input), law), law.courts);
  const nature = natureOf(work);
  const missing = missingOf(work);
  if (missing !== null && !missing.safeStands) return undated(work, nature, missing.names, missing.reason, {}, []);
  const steps: string[] = [];
  const tell: Tell = (sentence) => {
    // "at 4:30 p.m." at the end of a sentence has one point.
    steps.push(sentence.replace(/\.m\.\.$/, '.m.'));
  };
  const first = count(work, prevailing, tell);
  if (first === null) throw new Error(`${rule.id}: nothing is missing and yet there is no date`);
  if (isNoDate(first)) return undated(work, nature, [], sentence(first.none), first.detail, steps);
  const points = openPoints(work).filter((point) => point.reading !== 'observed_friday' || fridayNear(first));
  const counted: Counted[] = worldsOf(points).map((world) => {
    const outcome = world === prevailing ? first : count(work, world, null);
    if (outcome === null || isNoDate(outcome)) throw new Error(`${rule.id}: a date in one reading and none in another`);
    return { world, outcome };
  });
  const strict = rule.unsettled?.includes('strictly_before') === true;
  const safe = safeDate(work, nature, counted, strict);
  if (missing !== null) {
    const lone = undated(work, nature, missing.names, missing.reason, {}, steps);
    if (safe !== null) tell(`${momentWords(safe)} is safe whatever the missing fact turns out to be.`);
    return { ...lone, safe: safe === null ? null : momentText(safe) };
  }
  return dated(work, nature, { first, counted, points, safe, strict, steps, tell }, asked.countedDays ?? true);
}

interface Found {
  readonly first: Outcome;
  /** The prevailing world first; the world of point i alone at place 2^i. */
  readonly counted: readonly Counted[];
  readonly points: readonly OpenPoint[];
  readonly safe: Moment | null;
  readonly strict: boolean;
  readonly steps: readonly string[];
  readonly tell: Tell;
}

function dated(work: Work, nature: Nature, found: Found, withDays: boolean): Answer {
  const { first, counted, safe, strict, tell } = found;
  const due = first.end;
  const latest = counted.map(({ outcome }) => outcome.end).reduce(laterMoment);
  const instant = lastInstant(work, first, tell);
  const follow = nature === 'their_act' ? openDayFrom(latest.day + 1, 1, businessDaysOf(work)) : null;
  const readings = readingsOf(found, safe);
  tellEnd(nature, { due, safe, latest, follow, strict }, tell);
  const { facts, zone } = work;
  const detail: Detail = {
    ...first.detail(),
    controlled_by: first.by,
    ...(instant !== null && zone !== null && { due_local_court: momentText(momentAt(instant, zone, true)) }),
    ...(instant !== null && facts.user_tz !== undefined && { due_local_user: momentText(momentAt(instant, facts.user_tz, true)) }),
    ...(facts.act_done !== undefined && { act_timely: strict ? compareMoments({ day: facts.act_done, time: null }, due) < 0 : facts.act_done <= due.day }),
  };
  return {
    ...plain(work, nature),
    due: momentText(due),
    strictly_before: strict,
    dueInstant: instant === null ? null : instantText(instant),
    safe: safe === null ? null : momentText(safe),
    latest: momentText(latest),
    follow_up: follow === null ? null : dayText(follow),
    readings,
    steps: found.steps,
    missing: [],
    reason: null,
    detail,
    countedDays: withDays ? countedDays(work, first) : [],
  };
}

function undated(work: Work, nature: Nature, missing: readonly string[], reason: string, detail: Detail, steps: readonly string[]): Answer {
  return {
    ...plain(work, nature),
    due: null,
    strictly_before: false,
    dueInstant: null,
    safe: null,
    latest: null,
    follow_up: null,
    readings: [],
    steps,
    missing,
    reason,
    detail,
    countedDays: [],
  };
}

function plain(work: Work, nature: Nature): Pick<Answer, 'zone' | 'assumptions' | 'citation' | 'textAsOf' | 'consequence' | 'nature'> {
  const { citation, consequence } = work.rule;
  return { zone: work.zone, assumptions: assumptionsOf(work, nature), citation, textAsOf: textAsOf(work.rule), consequence, nature };
}

function readingsOf({ first, counted, points, safe, strict }: Found, safeOrNull: Moment | null): readonly Reading[] {
  const due = momentText(first.end);
  const readings: Reading[] = [];
  points.forEach(({ reading }, place) => {
    const other = counted[2 ** place];
    if (other === undefined) throw new Error('a point without its world');
    const date = momentText(other.outcome.end);
    if (date !== due) readings.push({ reading, date, prevailing: due });
  });
  if (strict && safeOrNull !== null && safe !== null) readings.push({ reading: 'strictly_before', date: momentText(safe), prevailing: due });
  return readings;
}

interface Ends {
  readonly due: Moment;
  readonly safe: Moment | null;
  readonly latest: Moment;
  readonly follow: number | null;
  readonly strict: boolean;
}

function tellEnd(nature: Nature, { due, safe, latest, follow, strict }: Ends, tell: Tell): void {
  if (strict) tell?.(`The text says "before": ${momentWords(due)} is the moment not to be reached.`);
  if (follow !== null) tell?.(`This is somebody else's time; follow up on ${dayWords(follow)}.`);
  if (safe !== null && compareMoments(safe, due) !== 0) tell?.(`${planWords[nature]} ${momentWords(safe)}, the conservative date.`);
  if (compareMoments(latest, due) > 0) tell?.(`${momentWords(latest)} can be argued for; nothing is planned on it.`);
}

const planWords: Readonly<Record<Nature, string>> = {
  our_act: 'Plan for',
  their_act: 'Expect it by',
  expiry_protecting_us: 'Rely on the protection only until',
  expiry_burdening_us: 'Stay bound until',
  retention_floor: 'Keep at least until',
  exposure_end: 'Count with it until',
  earliest_permitted: 'Not before',
};

/** Farther from the counted days than any other reading moves a date: eleven days at the most, for a short BIS period over New Year. */
const marginDays = 30;

/** Whether a Friday kept for a Saturday holiday lies near enough to bear on the date; counting twice is left out where none does. */
function fridayNear({ start, raw, end }: Outcome): boolean {
  const days = [start ?? raw.day, raw.day, end.day];
  return unsettledBetween('us-federal', Math.min(...days) - marginDays, Math.max(...days) + marginDays);
}

const isNoDate = (outcome: Outcome | NoDate): outcome is NoDate => 'none' in outcome;
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
