import type { Rule } from './rule.ts';
import { ruleOfCourt } from './end-of-day.ts';

/** An input that a person is asked for, as a rule's own inputs are stated. */
export interface AskedInput {
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
}

const byTheHour: readonly Rule['counting_method'][] = ['FRCP6_HOURS', 'ELAPSED_HOURS', 'EU1182_HOURS', 'FIXED_DATE'];

/**
 * What a person is asked for beside the inputs that the rule itself names: the court whose zone, holidays and closing hour count and how the paper is filed, where a
 * court's day ends the time; the zone that the order names, where hours are counted outside a court. Without them an hour would be nobody's.
 */
export function askedInputs(rule: Rule): readonly AskedInput[] {
  const named = new Set<string>(rule.inputs.map(({ name }) => name));
  const besides: readonly AskedInput[] = ruleOfCourt(rule)
    ? [
        { name: 'court', meaning: 'its zone, its holidays and the hour at which its day ends count', required: false },
        { name: 'court_tz', meaning: 'where the court is not among them, the zone of its clocks', required: false },
        { name: 'filing', meaning: 'the hour at which the last day ends depends on it', required: false },
      ]
    : byTheHour.includes(rule.counting_method)
      ? [{ name: 'tz', meaning: 'the zone that the order or the authority goes by', required: false }]
      : [];
  return [...rule.inputs.map(({ name, meaning, required }) => ({ name, meaning, required })), ...besides.filter(({ name }) => !named.has(name))];
}
