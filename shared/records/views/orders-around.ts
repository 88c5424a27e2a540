import type { Order } from '../kinds/order-guards.ts';

/** How the orders of a list hang together. */
export interface OrdersAround {
  readonly byId: ReadonlyMap<string, Order>;
  /** The order that one amends, at the end of the chain: an amendment of an amendment leads to the first. A circle stops where it began. */
  readonly root: (order: Order) => Order;
  /** Those whose chain ends at an order, without itself, in the order of the list. */
  readonly amending: (root: Order) => readonly Order[];
  /** Those that name an order in their clauses or relations, without itself, in the order of the list. */
  readonly naming: (order: Order) => readonly Order[];
}

/** Ids of the orders that one amends. */
const amended = ({ fields }: Order): readonly string[] => [
  ...(fields.clauses ?? []).flatMap(({ changedOrder, change }) => (changedOrder !== undefined && change !== undefined ? [changedOrder] : [])),
  ...(fields.relations ?? []).flatMap(({ relation, order }) => (relation === 'amends' && order !== undefined ? [order] : [])),
];
const named = ({ fields }: Order): ReadonlySet<string | undefined> =>
  new Set([...(fields.clauses ?? []).map(({ changedOrder }) => changedOrder), ...(fields.relations ?? []).map(({ order }) => order)]);

const known = new WeakMap<readonly Order[], OrdersAround>();

/** Found once for a list, whatever is asked of it: each of a thousand orders asks for all that name it. */
export function ordersAround(orders: readonly Order[]): OrdersAround {
  const found = known.get(orders) ?? made(orders);
  known.set(orders, found);
  return found;
}

function made(orders: readonly Order[]): OrdersAround {
  const places = new Map(orders.map((order, place) => [order.id, place]));
  const root = (order: Order): Order => {
    const seen = new Set([order.id]);
    let at = order;
    for (;;) {
      // The first in the list, where one amends several.
      const next = amended(at)
        .filter((id) => !seen.has(id))
        .flatMap((id) => places.get(id) ?? [])
        .sort((a, b) => a - b)
        .flatMap((place) => orders[place] ?? [])[0];
      if (next === undefined) return at;
      seen.add(next.id);
      at = next;
    }
  };
  const amending = new Map<string, Order[]>();
  const naming = new Map<string, Order[]>();
  const add = (to: Map<string, Order[]>, id: string, order: Order): void => {
    if (id === order.id) return;
    const there = to.get(id);
    if (there) there.push(order);
    else to.set(id, [order]);
  };
  for (const order of orders) {
    add(amending, root(order).id, order);
    for (const id of named(order)) if (id !== undefined) add(naming, id, order);
  }
  return { byId: new Map(orders.map((order) => [order.id, order])), root, amending: ({ id }) => amending.get(id) ?? [], naming: ({ id }) => naming.get(id) ?? [] };
}
