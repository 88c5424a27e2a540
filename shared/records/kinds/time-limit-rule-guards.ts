import { ruleNamed } from '../../law/rules.ts';
import type { ApprovalRule } from '../approval-rule.ts';
import { reviewOf, unsigned } from '../approvals.ts';
import { sameValue } from '../diff.ts';
import type { Look } from '../kind.ts';
import type { Unit } from '../../law/rule.ts';
import { unitsOfMethod } from '../../law/units-of-method.ts';
import { unitWords } from './rule-words.ts';
import type { TimeLimitRule, ruleFields } from './time-limit-rule.ts';

const wordsOf = (unit: Unit): string => (Object.entries(unitWords).find(([name]) => name === unit)?.[1] ?? unit).toLowerCase();

/** What a rule of one's own must say, because nothing shipped says it. */
const needed = {
  title: 'its title',
  citation: 'its citation',
  event: 'what starts the time',
  count: 'the number of units',
  unit: 'the unit',
  method: 'the counting method',
  nature: 'what kind of date it gives',
} as const;

/** A rule that is not shipped says all that counting needs; a number of units is at least one. */
export function ruleIsWhole({ fields }: TimeLimitRule): string[] {
  const short = fields.count !== undefined && (fields.count < 0 || fields.count > 100_000) ? ['The number of units is from 0 to 100,000.'] : [];
  const kept = ruleNamed(fields.ruleId);
  const [method, unit] = [fields.method ?? kept?.counting_method, fields.unit ?? kept?.unit];
  const units = method === undefined ? undefined : unitsOfMethod[method];
  // "14 business days" by a method of calendar days would be a date two weekends too early, with nothing to show for it.
  if (units !== undefined && unit !== undefined && !units.includes(unit)) short.push(`${method} counts in ${units.map(wordsOf).join(' or ')}, not in ${wordsOf(unit)}.`);
  const month = fields.textAsOf !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(fields.textAsOf) ? ['The month of the text is written 2026-11.'] : [];
  if (ruleNamed(fields.ruleId) !== undefined) return [...short, ...month];
  const missing = Object.entries(needed).flatMap(([name, words]) => (fields[name as keyof typeof needed] === undefined ? [words] : []));
  return [...short, ...month, ...(missing.length === 0 ? [] : [`No rule ${fields.ruleId} is shipped, so this one must say ${missing.join(', ')}.`])];
}

/** A signature vouches for everything that counting goes by, and for the text that was read. */
export const ruleApprovals: ApprovalRule<typeof ruleFields> = {
  what: 'confirmation of this time-limit rule',
  roles: { approver: 'Confirm the rule', second_reviewer: 'Confirm as second reviewer' },
  covers: [
    ...(['ruleId', 'title', 'citation', 'event', 'dateBasis', 'count', 'unit', 'direction', 'method', 'roll', 'calendar', 'act', 'actor', 'nature'] as const),
    ...(['mustBeReceived', 'consequence', 'effectiveFrom', 'effectiveTo', 'textAsOf', 'checkedOn', 'source'] as const),
  ],
  typed: ({ confirmation }) => ({ by: confirmation?.by }),
};

/** Counsel confirms a rule with their own key; a typed name does only for somebody who has none in this vault (domain.md §7 U4). */
export function whoConfirms(record: TimeLimitRule, look: Look, before?: TimeLimitRule): string[] {
  const { by, stale } = reviewOf(record, ruleApprovals, look);
  if (by === null) return [stale ? 'It was changed after it was signed: whoever confirms it signs it as it stands now.' : 'Nobody has signed that the rule is confirmed.'];
  return before === undefined ? [] : unsigned([by], look);
}

const sameCounting = (one: TimeLimitRule, other: TimeLimitRule): boolean => ruleApprovals.covers.every((name) => sameValue(one.fields[name], other.fields[name]));

/**
 * What counsel confirmed is what counts: another number under the same confirmation would be a date nobody stands behind. A signature falls by itself
 * when what it covers changes; a typed one has to be taken out or typed anew.
 */
export function confirmedStands(record: TimeLimitRule, _look: Look, before?: TimeLimitRule): string[] {
  if (before === undefined || sameCounting(before, record)) return [];
  if (before.state === 'confirmed' && record.state === 'confirmed') return ['A confirmed rule is taken back to “not confirmed” before it is changed.'];
  const typed = record.fields.confirmation;
  return typed !== undefined && sameValue(typed, before.fields.confirmation) ? [`${typed.by} confirmed other words than these: take the confirmation out, or enter it anew.`] : [];
}
