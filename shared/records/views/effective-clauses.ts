import { byNumber } from '../by-number.ts';
import { earliestDay, latestDay } from '../date-fact.ts';
import type { Order } from '../kinds/order-guards.ts';

export type Clause = NonNullable<Order['fields']['clauses']>[number];
export interface EffectiveClause {
  readonly number: string;
  readonly clause: Clause;
  /** Id of the order whose words they are. */
  readonly from: string;
  /** The words before the last change, with the order they stood in; for a comparison. */
  readonly before: { readonly clause: Clause; readonly from: string } | null;
  readonly removed: boolean;
  /** On the day asked about it is not settled whether the last change had taken effect. */
  readonly uncertain: boolean;
}
export interface EffectiveOrder {
  readonly clauses: readonly EffectiveClause[];
  /** Amendments whose effective day is not known at all, by number: they are not in the text above. */
  readonly unplaced: readonly string[];
}

const changesTo = (order: Order, amendment: Order) => (amendment.fields.clauses ?? []).filter((clause) => clause.changedOrder === order.id && clause.change !== undefined);

/**
 * The clauses of an order as they stand on a day: amendments folded in by the day on which each takes effect, not by when it reached us, so
 * that a backdated one finds its place. An amendment whose day is a range or disputed counts from the earliest day and is marked.
 */
export function effectiveClauses(order: Order, others: readonly Order[], day: string): EffectiveOrder {
  const amendments = others.filter((other) => other.state !== 'draft' && changesTo(order, other).length > 0);
  const placed = amendments
    .flatMap((amendment) => {
      const effective = amendment.fields.effective ?? amendment.fields.received;
      const from = effective === undefined ? null : earliestDay(effective);
      const settled = effective === undefined ? null : latestDay(effective);
      return from === null ? [] : [{ amendment, from, settled }];
    })
    .filter((one) => one.from <= day)
    .sort((a, b) => (a.from === b.from ? byNumber(a.amendment, b.amendment) : a.from < b.from ? -1 : 1));
  let clauses: EffectiveClause[] = (order.fields.clauses ?? []).map((clause) => ({
    number: clause.number,
    clause,
    from: order.id,
    before: null,
    removed: false,
    uncertain: false,
  }));
  for (const { amendment, settled } of placed) {
    const uncertain = settled === null || settled > day;
    for (const change of changesTo(order, amendment)) {
      const number = change.changedClause ?? change.number;
      const old = clauses.find((one) => one.number === number);
      const now = {
        number,
        clause: change,
        from: amendment.id,
        before: old === undefined ? null : { clause: old.clause, from: old.from },
        removed: change.change === 'removes',
        uncertain,
      };
      clauses = old === undefined || change.change === 'adds' ? [...clauses, { ...now, before: null }] : clauses.map((one) => (one === old ? now : one));
    }
  }
  const unplaced = amendments.filter((one) => {
    const effective = one.fields.effective ?? one.fields.received;
    return effective === undefined || earliestDay(effective) === null;
  });
  return { clauses, unplaced: unplaced.map((one) => one.number) };
}
