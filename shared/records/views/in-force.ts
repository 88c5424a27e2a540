import { all, type Truth } from '../../law/scope/truth.ts';
import { earliestDay, latestDay, type DateFact } from '../date-fact.ts';
import type { Order } from '../kinds/order-guards.ts';

const ended = ['expired', 'revoked', 'superseded', 'vacated'];
const halted = ['stayed', 'suspended'];
/** States in which somebody has said that it binds. What is only reported or spoken is treated as binding (domain.md §2.2). */
const binds = ['unconfirmed', 'in_force', 'amended', 'partially_stayed', 'complied'];
const ending: Readonly<Record<string, readonly string[]>> = { revoked: ['revokes'], superseded: ['supersedes'], stayed: ['stays'], suspended: ['stays'] };

/** Whether a day is on or after a dated fact; null where the fact allows both. */
function since(fact: DateFact | undefined, day: string): Truth {
  if (fact === undefined || fact.certainty === 'unknown' || fact.certainty === 'approximate') return null;
  const [first, last] = [earliestDay(fact), latestDay(fact)];
  if (first !== null && day < first) return false;
  return last !== null && day >= last ? true : null;
}

/** From when the orders that ended or halted this one took effect, as far as that is recorded. */
function endedSince(order: Order, others: readonly Order[], day: string): Truth {
  const by = others.filter((other) => (other.fields.relations ?? []).some((one) => one.order === order.id && (ending[order.state] ?? []).includes(one.relation)));
  const days = by.map((other) => since(other.fields.effective ?? other.fields.issued, day));
  return days.includes(true) ? true : days.length > 0 && days.every((one) => one === false) ? false : null;
}

/**
 * Whether an order binds on a day. Today and later its state decides, because somebody has stated it; for a day that is past its dates do, and where they
 * are not known neither is this. An order that is only anticipated is taken as if it stood, from its own day on.
 */
export function inForce(
  order: Order,
  others: readonly Order[],
  window: { readonly from?: DateFact | undefined; readonly to?: DateFact | undefined },
  day: string,
  today: string,
): Truth {
  const from = window.from ?? order.fields.effective;
  const to = window.to ?? order.fields.expires;
  const now = day >= today;
  const { state } = order;
  const begun = since(from, day) ?? (now && binds.includes(state) ? true : null);
  // A printed end is the last day on which it binds; one that is not known is none that has come.
  const last = to === undefined ? null : latestDay(to);
  const first = to === undefined ? null : earliestDay(to);
  const open: Truth = first === null || day <= first ? true : last !== null && day > last ? false : null;
  if (state === 'draft') return all([begun ?? true, open]);
  if (state === 'partially_stayed' && now) return all([begun, open, null]);
  if (ended.includes(state) || halted.includes(state)) {
    if (now) return false;
    const over = endedSince(order, others, day);
    return all([begun, open, over === null ? null : !over]);
  }
  return all([begun, open]);
}
