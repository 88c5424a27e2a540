import { ruleNamed } from '../../law/rules.ts';
import type { Look } from '../kind.ts';
import type { Unit } from '../../law/rule.ts';
import { unitsOfMethod } from '../../law/units-of-method.ts';
import { unitWords } from './rule-words.ts';
import type { TimeLimitRule } from './time-limit-rule.ts';

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

export function whoConfirms({ fields }: TimeLimitRule): string[] {
  return fields.confirmation === undefined ? ['Who confirms the rule, and on which day, is not recorded.'] : [];
}

/** What counsel confirmed is what counts: another number under the same confirmation would be a date nobody stands behind. */
export function confirmedStands(record: TimeLimitRule, _look: Look, before?: TimeLimitRule): string[] {
  if (before === undefined || before.state !== 'confirmed' || record.state !== 'confirmed') return [];
  return JSON.stringify(before.fields) === JSON.stringify(record.fields) ? [] : ['A confirmed rule is taken back to “not confirmed” before it is changed.'];
}
