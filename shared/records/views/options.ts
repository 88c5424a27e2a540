import { byNumber } from '../by-number.ts';
import type { RecordOf } from '../kinds.ts';

type Decision = Pick<RecordOf<'decision'>, 'id' | 'number' | 'state' | 'fields'>;
type Criterion = Pick<RecordOf<'restore_criterion'>, 'id' | 'number' | 'state' | 'fields'>;
type Row = NonNullable<Decision['fields']['options']>[number];

export interface OptionOf {
  readonly row: Row;
  /** Number of the condition that is not negotiable and would be broken, or the principle in words: such an option is not open. */
  readonly blockedBy: string | null;
}
export interface DecisionOf {
  readonly decision: Decision;
  readonly options: readonly OptionOf[];
  /** What stands against the record of the decision, in words; empty when it is whole. */
  readonly lacks: readonly string[];
}

/** Options and decisions (domain.md §2.27), the open ones first. An option that breaks what is not negotiable is blocked, whatever its merits. */
export function optionsAndDecisions(decisions: readonly Decision[], criteria: readonly Criterion[]): DecisionOf[] {
  const firm = new Map(criteria.filter((one) => one.fields.nonNegotiable === true).map((one) => [one.id, one.number]));
  const openFirst = (one: Decision) => (one.state === 'open' || one.state === 'revisiting' ? 0 : 1);
  return [...decisions]
    .filter((one) => one.state !== 'superseded')
    .sort((a, b) => openFirst(a) - openFirst(b) || byNumber(a, b))
    .map((decision) => {
      const options = (decision.fields.options ?? []).map(
        (row): OptionOf => ({ row, blockedBy: (row.criterion === undefined ? undefined : firm.get(row.criterion)) ?? row.breaks ?? null }),
      );
      return { decision, options, lacks: lacking(decision, options) };
    });
}

function lacking({ fields, state }: Decision, options: readonly OptionOf[]): string[] {
  return [
    ...(options.length < 2 && state === 'open' ? ['Fewer than two options are recorded.'] : []),
    ...(fields.beyondClause === 'yes' && !options.some(({ row }) => row.feasible === 'no' || row.feasible === 'not_at_once')
      ? ['It goes beyond the order, and no narrower option is shown as not feasible.']
      : []),
    ...(fields.beyondClause === 'unclear' ? ['Whether it goes beyond the order is not settled.'] : []),
  ];
}
