import { unreachable } from '../failure/unreachable.ts';
import { dayWords } from '../calendar/day-words.ts';
import { parseDay } from '../calendar/day.ts';
import type { Answer } from './answer.ts';
import { compute, type Asked } from './compute.ts';
import type { Input } from './input.ts';
import type { Rule } from './rule.ts';

interface At {
  readonly day: string;
  readonly time?: string | undefined;
  readonly zone?: string | undefined;
}

/** A date as a record knows it; the date facts of `shared/records` fit it. */
export type TriggerFact =
  | ({ readonly certainty: 'exact' | 'approximate'; readonly reason?: string | undefined } & At)
  | { readonly certainty: 'range'; readonly earliest?: string | undefined; readonly latest?: string | undefined; readonly reason?: string | undefined }
  | { readonly certainty: 'unknown'; readonly reason?: string | undefined }
  | { readonly certainty: 'disputed'; readonly readings: readonly (At & { readonly saidBy: string })[]; readonly reason?: string | undefined };

/** What one of the dates the fact allows leads to. */
export interface Branch {
  /** Whose date, or `the earliest day` of a range. */
  readonly from: string;
  readonly trigger: string;
  readonly due: string | null;
  readonly safe: string | null;
}

/** An answer from a fact that may not be exact; `branches` is empty where it is. */
export interface FactAnswer extends Answer {
  readonly branches: readonly Branch[];
}

/**
 * Computes `rule` from a trigger that may be approximate, a range, disputed or unknown. Where the dates it allows lead to different last days,
 * `due` is null with `reason`, `missing` names the trigger, `branches` gives each; `safe` is the cautious one of them and `latest` the last,
 * and both are null where a bound is not known. Never a guess. Refuses as `compute` does.
 */
export function computeFromFact(rule: Rule, fact: TriggerFact, input: Input, asked: Asked = {}): FactAnswer {
  switch (fact.certainty) {
    case 'exact':
      return { ...compute(rule, { ...input, ...triggerOf(fact) }, asked), branches: [] };
    case 'approximate': {
      const found = undecided(rule, input, asked, [{ from: 'the approximate date', at: fact }], `The date is known only approximately (about ${words(fact)})`, fact.reason, {
        low: true,
        high: false,
      });
      return {
        ...found,
        assumptions: [...found.assumptions, { input: 'trigger', text: 'The true day may be earlier than the approximate one: the safe date is no better than it.' }],
      };
    }
    case 'disputed':
      return undecided(
        rule,
        input,
        asked,
        fact.readings.map((reading) => ({ from: reading.saidBy, at: reading })),
        'The date is disputed',
        fact.reason,
        { low: true, high: true },
      );
    case 'range': {
      const ends = [
        ...(fact.earliest === undefined ? [] : [{ from: 'the earliest day', at: { day: fact.earliest } }]),
        ...(fact.latest === undefined ? [] : [{ from: 'the latest day', at: { day: fact.latest } }]),
      ];
      const between =
        fact.earliest === undefined
          ? fact.latest === undefined
            ? 'without bounds'
            : `not after ${words({ day: fact.latest })}`
          : fact.latest === undefined
            ? `not before ${words({ day: fact.earliest })}`
            : `between ${words({ day: fact.earliest })} and ${words({ day: fact.latest })}`;
      return undecided(rule, input, asked, ends, `The date is known only as a range, ${between}`, fact.reason, {
        low: fact.earliest !== undefined,
        high: fact.latest !== undefined,
      });
    }
    case 'unknown':
      return undecided(rule, input, asked, [], 'The date is unknown', fact.reason, { low: false, high: false });
    default:
      return unreachable(fact);
  }
}

/** Which bounds of the trigger are known; an unknown one leaves the date on its side unknown. */
interface Bounds {
  readonly low: boolean;
  readonly high: boolean;
}

function undecided(rule: Rule, input: Input, asked: Asked, ends: readonly { from: string; at: At }[], what: string, why: string | undefined, bounds: Bounds): FactAnswer {
  const without = { ...asked, countedDays: false };
  const found = ends.map(({ from, at }) => ({ from, at, answer: compute(rule, { ...input, ...triggerOf(at) }, without) }));
  const branches = found.map(({ from, at, answer }) => ({ from, trigger: at.time === undefined ? at.day : `${at.day}T${at.time}`, due: answer.due, safe: answer.safe }));
  const first = found[0]?.answer;
  // Every input but the trigger is asked for in the same way, so that what else is missing is still said.
  const base = first ?? compute(rule, withoutTrigger(input), without);
  const agreed = bounds.low && bounds.high && first !== undefined && first.due !== null && branches.every((branch) => branch.due === first.due && branch.safe === first.safe);
  if (agreed) return { ...first, steps: [`${what}, but every date it allows leads to the same last day.`, ...first.steps], branches };
  const safes = branches.flatMap((branch) => (branch.safe === null ? [] : [branch.safe])).sort((one, other) => (lastly(one) < lastly(other) ? -1 : 1));
  const lates = found.flatMap(({ answer }) => (answer.latest === null ? [] : [answer.latest])).sort();
  const later = laterIsSafe.includes(base.nature);
  const safe = safes.length < found.length || !(later ? bounds.high : bounds.low) ? null : ((later ? safes.at(-1) : safes[0]) ?? null);
  return {
    ...base,
    due: null,
    dueInstant: null,
    follow_up: null,
    readings: [],
    detail: closing(safe, found),
    countedDays: [],
    safe,
    latest: bounds.high ? (lates.at(-1) ?? null) : null,
    missing: base.missing.includes('trigger') ? base.missing : ['trigger', ...base.missing],
    reason: `${what}${why === undefined ? '' : ` (${why})`}: no last day is stated until it is settled.`,
    steps: branches.map(
      (branch) =>
        `Counted from ${branch.trigger} (${branch.from}): ${branch.due === null ? 'no date' : `due ${branch.due}`}${branch.safe === null ? '' : `, safe ${branch.safe}`}.`,
    ),
    branches,
  };
}

/** A whole day ends after every hour in it. */
const lastly = (moment: string): string => (moment.length > 10 ? moment : `${moment}T24`);

/** The hour at which the safe day ends in the court, as the branch that gives that day says: a closing hour binds, whichever date turns out to be true. */
function closing(safe: string | null, found: readonly { readonly answer: Answer }[]): Answer['detail'] {
  if (safe === null || safe.length > 10) return {};
  const ends = found.flatMap(({ answer }) => (answer.safe === safe && answer.detail.due_local_court !== undefined ? [answer.detail.due_local_court.slice(10)] : [])).sort()[0];
  return ends === undefined ? {} : { safe_local_court: `${safe}${ends}` };
}

/** Natures whose cautious date is the later one. */
const laterIsSafe: readonly Answer['nature'][] = ['expiry_burdening_us', 'retention_floor', 'exposure_end', 'earliest_permitted'];

function triggerOf({ day, time, zone }: At): Input {
  return time === undefined ? { trigger: day } : { trigger: `${day}T${time}`, ...(zone !== undefined && { trigger_tz: zone }) };
}

function withoutTrigger(input: Input): Input {
  const { trigger: _trigger, trigger_tz: _zone, trigger_weekday: _weekday, ...others } = input;
  return others;
}

function words({ day }: { readonly day: string }): string {
  const number = parseDay(day);
  return number === null ? day : dayWords(number);
}
