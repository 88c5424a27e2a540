import { byNumber } from '../by-number.ts';
import { parseDay } from '../../calendar/day.ts';
import { latestDay } from '../date-fact.ts';
import type { Obligation, Order } from '../kinds/order-guards.ts';
import { kinds } from '../kinds.ts';
import { openObligations } from './open-obligations.ts';

/** States of an obligation in which nothing more is asked of us. */
export const dutiesDone: readonly string[] = ['done', 'met_continuing', 'not_chosen', 'waived', 'not_applicable'];

/** An obligation of ours that is still open, and for how long: since its order is known to be in force, or was received. */
export interface OpenDuty {
  /** `ORD-002 OB-3`. */
  readonly number: string;
  readonly order: Order;
  readonly duty: Obligation;
  /** Null where no day is known from which to count. */
  readonly days: number | null;
}

/** The open obligations of orders that still bind, the longest open first; those whose age is not known come last. */
export function openDuties(orders: readonly Order[], today: string): readonly OpenDuty[] {
  const now = parseDay(today) ?? 0;
  return orders
    .filter((order) => Object.entries(kinds.order.states).some(([state, { closed = false }]: [string, { closed?: boolean }]) => state === order.state && !closed))
    .flatMap((order) => {
      const since = sinceWhen(order);
      return openObligations(order).map((duty) => ({ number: `${order.number} ${duty.number}`, order, duty, days: since === null || since > now ? null : now - since }));
    })
    .sort((a, b) => (b.days ?? -1) - (a.days ?? -1) || byNumber(a, b));
}

/** The later of the days on which it took effect and came to us: nobody owes before both. */
function sinceWhen({ fields }: Order): number | null {
  const days = [fields.effective, fields.received].flatMap((fact) => {
    const day = fact === undefined ? null : latestDay(fact);
    return day === null ? [] : [parseDay(day) ?? 0];
  });
  return days.length === 0 ? null : Math.max(...days);
}
