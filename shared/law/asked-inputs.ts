import type { Rule } from './rule.ts';
import { ruleOfCourt } from './end-of-day.ts';
import { assumedZone } from './work.ts';

/** An input that a person is asked for, as a rule's own inputs are stated. */
export interface AskedInput {
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
  /** It gives the zone without which no date is counted; another input may give it as well. */
  readonly givesZone: boolean;
}

const byTheHour: readonly Rule['counting_method'][] = ['FRCP6_HOURS', 'ELAPSED_HOURS', 'EU1182_HOURS', 'FIXED_DATE'];

/**
 * What a person is asked for beside the inputs that the rule itself names: the court whose zone, holidays and closing hour count and how the paper is filed, where a
 * court's day ends the time; the zone that the order names, where hours are counted outside a court. Without them an hour would be nobody's.
 */
export function askedInputs(rule: Rule): readonly AskedInput[] {
  const named = new Set<string>(rule.inputs.map(({ name }) => name));
  // Hours of the Union run where the event happened; a date that an order fixes stands as it is.
  const givesZone = (rule.counting_method === 'FRCP6_HOURS' || rule.counting_method === 'ELAPSED_HOURS') && assumedZone(rule) === null;
  const besides: readonly AskedInput[] = ruleOfCourt(rule)
    ? [
        { name: 'court', meaning: 'its zone, its holidays and the hour at which its day ends count', required: false, givesZone },
        { name: 'court_tz', meaning: 'where the court is not among them, the zone of its clocks', required: false, givesZone },
        { name: 'filing', meaning: 'the hour at which the last day ends depends on it', required: false, givesZone: false },
      ]
    : byTheHour.includes(rule.counting_method)
      ? [{ name: 'tz', meaning: 'the zone that the order or the authority goes by', required: false, givesZone }]
      : [];
  return [...rule.inputs.map(({ name, meaning, required }) => ({ name, meaning, required, givesZone: false })), ...besides.filter(({ name }) => !named.has(name))];
}
