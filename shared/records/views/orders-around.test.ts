import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Order } from '../kinds/order-guards.ts';
import { ordersAround } from './orders-around.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const relation = fc.record({ relation: fc.constantFrom('amends', 'revokes', 'stays'), order: fc.constantFrom(...ids) });
const clause = fc.record({ number: fc.constant('1'), changedOrder: fc.constantFrom(...ids, undefined), change: fc.constantFrom('replaces', undefined) });
const orders = fc
  .shuffledSubarray(ids)
  .chain((listed) =>
    fc.tuple(
      ...listed.map((id) =>
        fc
          .record({ relations: fc.array(relation, { maxLength: 3 }), clauses: fc.array(clause, { maxLength: 2 }) })
          .map((fields) => ({ id, number: id, state: 'in_force', fields }) as unknown as Order),
      ),
    ),
  )
  .map((listed): readonly Order[] => listed);

const amends = (one: Order, other: Order): boolean =>
  (one.fields.clauses ?? []).some((each) => each.changedOrder === other.id && each.change !== undefined) ||
  (one.fields.relations ?? []).some((each) => each.relation === 'amends' && each.order === other.id);
/** As it is said: from each order to the first in the list that it amends and that was not passed, until there is none. */
function rootOf(order: Order, all: readonly Order[]): Order {
  const seen = new Set([order.id]);
  let at = order;
  for (;;) {
    const next = all.find((other) => !seen.has(other.id) && amends(at, other));
    if (next === undefined) return at;
    seen.add(next.id);
    at = next;
  }
}

test('of any orders, circles among them, each leads to the same root as going from one to the next does', () => {
  fc.assert(
    fc.property(orders, (all) => {
      const around = ordersAround(all);
      for (const order of all) {
        expect(around.root(order).id).toBe(rootOf(order, all).id);
        expect(around.amending(order).map(({ id }) => id)).toEqual(all.filter((other) => other.id !== order.id && rootOf(other, all).id === order.id).map(({ id }) => id));
      }
    }),
  );
});

test('whatever names an order in a clause or a relation is found, in the order of the list', () => {
  fc.assert(
    fc.property(orders, (all) => {
      const around = ordersAround(all);
      for (const order of all)
        expect(around.naming(order).map(({ id }) => id)).toEqual(
          all
            .filter(
              ({ id, fields }) =>
                id !== order.id && [...(fields.clauses ?? []).map((one) => one.changedOrder), ...(fields.relations ?? []).map((one) => one.order)].includes(order.id),
            )
            .map(({ id }) => id),
        );
    }),
  );
});
