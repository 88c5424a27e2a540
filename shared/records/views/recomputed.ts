import { Refused, type Failure } from '../../failure/failure.ts';
import type { FactAnswer } from '../../law/from-fact.ts';
import { computeFromFact } from '../../law/from-fact.ts';
import { ruleIn, type LawBook } from '../../law/law-book.ts';
import type { Json } from '../json.ts';
import type { Deadline } from '../kinds/deadline.ts';

/** The dates of an answer, as they are compared and shown side by side. */
export interface Dates {
  readonly due: string | null;
  readonly safe: string | null;
  readonly latest: string | null;
  readonly followUp: string | null;
}

/** What a time limit comes to when it is counted again. */
export type Recomputed =
  | { readonly to: 'same' }
  /** The dates differ from those recorded. */
  | { readonly to: 'moved'; readonly before: Dates; readonly after: Dates; readonly answer: FactAnswer }
  /** It can't be counted any more: the rule is switched off, or an input no longer fits it. */
  | { readonly to: 'stuck'; readonly before: Dates; readonly failure: Failure };

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
const datesOf = (answer: Readonly<Record<string, Json>>): Dates => ({
  due: text(answer['due']),
  safe: text(answer['safe']),
  latest: text(answer['latest']),
  followUp: text(answer['follow_up']),
});

/**
 * Counts a deadline again by the law of `book`. Null for one that no rule gave: it was entered by hand, or nothing was ever computed. Only the
 * dates are compared: another wording of a step is no change that anybody has to approve.
 */
export function recomputed({ fields }: Deadline, book: LawBook): Recomputed | null {
  const { ruleId, answer, inputs, method } = fields;
  if (method !== 'rule' || ruleId === undefined || answer === undefined) return null;
  const before = datesOf(answer);
  const rule = ruleIn(book, ruleId);
  if (rule === undefined) return { to: 'stuck', before, failure: { code: 'rule-unknown', rule: ruleId } };
  const { trigger, ...others } = inputs ?? {};
  try {
    const found = computeFromFact(rule, factOf(fields, trigger), others, { countedDays: false, law: book });
    const after: Dates = { due: found.due, safe: found.safe, latest: found.latest, followUp: found.follow_up };
    return JSON.stringify(before) === JSON.stringify(after) ? { to: 'same' } : { to: 'moved', before, after, answer: found };
  } catch (thrown) {
    if (thrown instanceof Refused) return { to: 'stuck', before, failure: thrown.failure };
    throw thrown;
  }
}

/** The date that starts the time: as it is known where it is recorded, else the day that was counted from. */
function factOf({ trigger }: Deadline['fields'], counted: Json | undefined) {
  const value = trigger?.value;
  const [day, time] = typeof counted === 'string' ? counted.split('T') : [];
  // An exact day was typed once more beside the rule, with its hour where it has one.
  if (value === undefined || (value.certainty === 'exact' && value.time === undefined && value.day === day))
    return day === undefined ? ({ certainty: 'unknown' } as const) : ({ certainty: 'exact', day, ...(time !== undefined && { time }) } as const);
  return value;
}
