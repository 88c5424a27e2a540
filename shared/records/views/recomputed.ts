import { Refused, type Failure } from '../../failure/failure.ts';
import type { FactAnswer } from '../../law/from-fact.ts';
import { computeFromFact } from '../../law/from-fact.ts';
import { ruleIn, type LawBook } from '../../law/law-book.ts';
import type { Json } from '../json.ts';
import type { Deadline } from '../kinds/deadline.ts';
import { zoneOf } from '../kinds/deadline-dates.ts';

/** The dates of an answer, as they are compared and shown side by side. */
export interface Dates {
  readonly due: string | null;
  readonly safe: string | null;
  readonly latest: string | null;
  readonly followUp: string | null;
  /** Where a whole day ends before midnight: its last moment, `2026-11-30T17:00:00`. */
  readonly ends: string | null;
  /** Whose clocks its hours are by; null where nobody said, or where there is no hour. */
  readonly zone: string | null;
}

/** What a time limit comes to when it is counted again. */
export type Recomputed =
  | { readonly to: 'same' }
  /** The dates differ from those recorded. */
  | { readonly to: 'moved'; readonly before: Dates; readonly after: Dates; readonly answer: FactAnswer }
  /** It can't be counted any more: the rule is switched off, or an input no longer fits it. */
  | { readonly to: 'stuck'; readonly before: Dates; readonly failure: Failure };

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

/** The dates of an answer that is recorded. */
export function recordedDates({ fields }: Pick<Deadline, 'fields'>): Dates {
  const { answer = {} } = fields;
  const detail = answer['detail'];
  // Proof of the cast: an object of JSON that is neither null nor a list has named values.
  const court = typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? text((detail as Readonly<Record<string, Json>>)['due_local_court']) : null;
  return dates({ due: text(answer['due']), safe: text(answer['safe']), latest: text(answer['latest']), followUp: text(answer['follow_up']) }, court, zoneOf(fields));
}

/** Midnight ends every day and says nothing; the zone of whole days is nobody's news. */
function dates(days: Omit<Dates, 'ends' | 'zone'>, court: string | null, zone: string | null): Dates {
  const ends = court === null || court.includes('T23:59') || days.due?.includes('T') === true ? null : court;
  const hours = ends !== null || Object.values(days).some((one) => one?.includes('T') === true);
  return { ...days, ends, zone: hours ? zone : null };
}

/** Whether no date moves and only whose clocks its hours are by, or when its day ends, is said otherwise or for the first time. */
export const sameDays = (a: Dates, b: Dates): boolean => a.due === b.due && a.safe === b.safe && a.latest === b.latest && a.followUp === b.followUp;

/**
 * Counts a deadline again by the law of `book`. Null for one that no rule gave: it was entered by hand, or nothing was ever computed. Only the
 * dates are compared, with their hours and whose clocks those are by: another wording of a step is no change that anybody has to approve.
 */
export function recomputed({ fields }: Deadline, book: LawBook): Recomputed | null {
  const { ruleId, answer, inputs, method } = fields;
  if (method !== 'rule' || ruleId === undefined || answer === undefined) return null;
  const before = recordedDates({ fields });
  const rule = ruleIn(book, ruleId);
  if (rule === undefined) return { to: 'stuck', before, failure: { code: 'rule-unknown', rule: ruleId } };
  const { trigger, ...others } = inputs ?? {};
  try {
    const found = computeFromFact(rule, factOf(fields, trigger), others, { countedDays: false, law: book });
    const days = { due: found.due, safe: found.safe, latest: found.latest, followUp: found.follow_up };
    const after = dates(days, found.detail.due_local_court ?? null, found.zone);
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
