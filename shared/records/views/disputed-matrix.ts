import type { RecordOf } from '../kinds.ts';
import { doubtOf, type Doubt } from '../parts/attribution.ts';

type Fields = RecordOf<'assertion'>['fields'];
type Assertion = Pick<RecordOf<'assertion'>, 'id' | 'number' | 'state'> & {
  readonly fields: Pick<Fields, 'statement' | 'positions' | 'assessments' | 'excludedFromFacts' | 'attribution'>;
};
type Position = NonNullable<Assertion['fields']['positions']>[number];
type Assessment = NonNullable<Assertion['fields']['assessments']>[number];

export interface DisputedCell {
  readonly party: string;
  /** Every position of this party, in the order in which they are recorded: what it said first does not vanish when it says something else. */
  readonly positions: readonly Position[];
  /** Every assessment by this party; they are never merged. */
  readonly assessments: readonly Assessment[];
}
export interface DisputedRow extends Doubt {
  readonly assertion: Assertion;
  readonly cells: readonly DisputedCell[];
  /** One affirms what another denies or qualifies, or assessors give severities that are not the same. */
  readonly disputed: boolean;
  /** No party is recorded as speaking for the other view: a paper on the issue would have one side only. */
  readonly oneSided: boolean;
  readonly excluded: boolean;
}
export interface DisputedMatrix {
  /** The parties that take a position or assess, those who do most often first. */
  readonly parties: readonly string[];
  readonly rows: readonly DisputedRow[];
}

/** Disputed issues (domain.md §2.6): assertion × party with the assessments by assessor. Resolved ones are left out. */
export function disputedMatrix(assertions: readonly Assertion[]): DisputedMatrix {
  const open = assertions.filter((one) => one.state !== 'resolved');
  const count = new Map<string, number>();
  for (const { fields } of open) {
    const here = new Set([...(fields.positions ?? []).map((one) => one.by), ...(fields.assessments ?? []).map((one) => one.assessor)]);
    for (const party of here) count.set(party, (count.get(party) ?? 0) + 1);
  }
  const parties = [...count].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([party]) => party);
  return { parties, rows: open.map((assertion) => rowOf(assertion, parties)) };
}

function rowOf(assertion: Assertion, parties: readonly string[]): DisputedRow {
  const positions = assertion.fields.positions ?? [];
  const assessments = assertion.fields.assessments ?? [];
  const affirmed = positions.some((one) => one.stance === 'affirms');
  const against = positions.some((one) => one.stance === 'denies' || one.stance === 'qualifies');
  const severities = new Set(assessments.map((one) => (one.severity ?? '').trim().toLowerCase()));
  return {
    assertion,
    cells: parties.map((party) => ({
      party,
      positions: positions.filter((one) => one.by === party),
      assessments: assessments.filter((one) => one.assessor === party),
    })),
    disputed: (affirmed && against) || severities.size > 1,
    oneSided: positions.length > 0 && !(affirmed && against),
    ...doubtOf(assertion.fields.attribution),
    excluded: assertion.fields.excludedFromFacts === true,
  };
}

type Comparator = Pick<RecordOf<'comparator'>, 'id' | 'number' | 'state' | 'fields'>;
type Search = Pick<RecordOf<'search_record'>, 'id' | 'number' | 'state' | 'fields'>;

/** What was compared and what was searched for on an issue. What was set aside, repeated since or overtaken is left out; what is only named stays, with its state. */
export function besideIssue(assertion: string, comparators: readonly Comparator[], searches: readonly Search[]): { comparators: Comparator[]; searches: Search[] } {
  return {
    comparators: comparators.filter((one) => one.state !== 'set_aside' && (one.fields.assertions ?? []).includes(assertion)),
    searches: searches.filter((one) => one.state === 'current' && (one.fields.assertions ?? []).includes(assertion)),
  };
}
