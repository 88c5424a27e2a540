import type { Obligation, Order } from '../kinds/order-guards.ts';

const done = ['done', 'met_continuing'];
const working = ['open', 'in_progress'];
const groupOf = (one: Obligation) => (one.mode === 'any_of' ? one.group : undefined);

/** Obligations that still ask for work. Of an "any one of them" group every branch is open until one is done; then none is. */
export function openObligations(order: Pick<Order, 'fields'>): Obligation[] {
  const all = order.fields.obligations ?? [];
  const settled = new Set(
    all
      .filter((one) => done.includes(one.state))
      .map(groupOf)
      .filter((group) => group !== undefined),
  );
  return all.filter((one) => {
    const group = groupOf(one);
    if (group === undefined) return working.includes(one.state);
    return !settled.has(group) && (working.includes(one.state) || one.state === 'not_chosen');
  });
}
