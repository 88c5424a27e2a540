import type { RestoreCriterion } from '../kinds/restore-criterion.ts';

export type Heading = RestoreCriterion['fields']['heading'];
export interface GateCondition {
  readonly id: string;
  readonly number: string;
  readonly says: string;
  readonly state: string;
  readonly open: boolean;
  readonly nonNegotiable: boolean;
  readonly proof: readonly string[];
}
export interface Gate {
  readonly headings: readonly { readonly heading: Heading; readonly label: string; readonly conditions: readonly GateCondition[] }[];
  /** Every condition is met, or waived where it may be. Never so where none is recorded. */
  readonly mayReturn: boolean;
  /** Numbers of the conditions it waits for. */
  readonly waitsFor: readonly string[];
}

const labels: Readonly<Record<Heading, string>> = { law: 'Law', technical: 'Technical', own: 'Our own' };

/** The gate before the return of access: each condition under Law, Technical or Our own, and whether access may return. */
export function gate(criteria: readonly Pick<RestoreCriterion, 'id' | 'number' | 'state' | 'fields'>[]): Gate {
  const conditions = criteria.map(({ id, number, state, fields }) => {
    const nonNegotiable = fields.nonNegotiable === true;
    // A waiver of what is not negotiable came from elsewhere, an import perhaps: it opens nothing.
    const open = !(state === 'met' || (state === 'waived' && !nonNegotiable));
    return { heading: fields.heading, condition: { id, number, says: fields.text, state, open, nonNegotiable, proof: fields.proof ?? [] } };
  });
  // Proof of the cast: `labels` has the choices of the field as its names.
  const headings = (Object.keys(labels) as Heading[])
    .map((heading) => ({ heading, label: labels[heading], conditions: conditions.filter((one) => one.heading === heading).map((one) => one.condition) }))
    .filter((one) => one.conditions.length > 0);
  const waitsFor = conditions.filter((one) => one.condition.open).map((one) => one.condition.number);
  return { headings, mayReturn: criteria.length > 0 && waitsFor.length === 0, waitsFor };
}
