import type { Order } from '../kinds/order-guards.ts';
import type { ScopeRuleRecord } from '../kinds/scope-rule.ts';

/** What hangs on a clause that an amendment changes. */
export interface ChangeEffect {
  readonly clause: string;
  readonly change: 'replaces' | 'adds' | 'removes';
  readonly by: string;
  readonly rules: readonly string[];
  /** Numbers of obligations drawn from the clause, and ids of the time limits they name. */
  readonly obligations: readonly string[];
  readonly deadlines: readonly string[];
}

/** What each change of an order touches: the rules on whom it reaches, the obligations drawn from the clause and the time limits that run for them. */
export function changeEffects(order: Order, amendments: readonly Order[], rules: readonly ScopeRuleRecord[]): ChangeEffect[] {
  return amendments.flatMap((amendment) =>
    (amendment.fields.clauses ?? [])
      .filter((clause) => clause.changedOrder === order.id && clause.change !== undefined)
      .map((clause): ChangeEffect => {
        const changed = clause.changedClause ?? clause.number;
        const obligations = [
          ...(order.fields.obligations ?? []).filter((one) => one.clause === changed),
          ...(amendment.fields.obligations ?? []).filter((one) => one.clause === clause.number),
        ];
        return {
          clause: changed,
          change: clause.change ?? 'replaces',
          by: amendment.number,
          rules: rules
            .filter(({ fields }) => (fields.order === order.id && fields.clause === changed) || (fields.order === amendment.id && fields.clause === clause.number))
            .map(({ number }) => number),
          obligations: obligations.map(({ number }) => number),
          deadlines: obligations.flatMap(({ due }) => (due === undefined ? [] : [due])),
        };
      }),
  );
}
