import type { ScopeRule } from '../../law/scope/scope-rule.ts';
import type { Truth } from '../../law/scope/truth.ts';
import type { Ambiguity } from '../kinds/ambiguity.ts';
import type { Order } from '../kinds/order-guards.ts';
import type { ScopeRuleRecord } from '../kinds/scope-rule.ts';
import { effectiveClauses, type EffectiveClause } from './effective-clauses.ts';
import { inForce } from './in-force.ts';
import { ordersAround } from './orders-around.ts';
import { scopeRuleOf } from './scope-rule-of.ts';

/** What an order's scope is read from. */
export interface ScopeSources {
  readonly orders: readonly Order[];
  readonly rules: readonly ScopeRuleRecord[];
  readonly ambiguities: readonly Ambiguity[];
}
export interface Scope {
  /** The order asked about, or the one that it amends: an amendment is read with what it changes. */
  readonly order: Order;
  /** Orders whose words are in it: the order itself, then its amendments. */
  readonly amendedBy: readonly Order[];
  readonly rules: readonly ScopeRule[];
  /** What whoever reads the result must know. */
  readonly notes: readonly string[];
}

/** The order that is amended, at the end of the chain: an amendment of an amendment leads to the first. A circle stops where it began. */
export const amendedOrder = (order: Order, orders: readonly Order[]): Order => ordersAround(orders).root(order);

const rulesByOrder = new WeakMap<readonly ScopeRuleRecord[], ReadonlyMap<string, readonly ScopeRuleRecord[]>>();

function byOrder(rules: readonly ScopeRuleRecord[]): ReadonlyMap<string, readonly ScopeRuleRecord[]> {
  const found = new Map<string, ScopeRuleRecord[]>();
  for (const rule of rules) {
    const of = found.get(rule.fields.order);
    if (of) of.push(rule);
    else found.set(rule.fields.order, [rule]);
  }
  return found;
}

/** The rules of these orders, oldest first. */
function rulesOf(rules: readonly ScopeRuleRecord[], orders: ReadonlySet<string>): readonly ScopeRuleRecord[] {
  const known = rulesByOrder.get(rules) ?? byOrder(rules);
  rulesByOrder.set(rules, known);
  const found = [...orders].flatMap((id) => known.get(id) ?? []);
  if (orders.size < 2) return found;
  const of = new Set(found);
  return rules.filter((rule) => of.has(rule));
}

const termsKnown = new WeakMap<readonly Ambiguity[], ReadonlyMap<string, Ambiguity>>();
function termsOf(ambiguities: readonly Ambiguity[]): ReadonlyMap<string, Ambiguity> {
  const known = termsKnown.get(ambiguities) ?? new Map(ambiguities.map((one) => [one.id, one]));
  termsKnown.set(ambiguities, known);
  return known;
}

/** Whose words stand at a clause on the day, and whether that is settled. */
interface Standing {
  readonly order: string;
  readonly clause: string;
  readonly settled: boolean;
}
function standing({ clause, from, before, removed, uncertain }: EffectiveClause): Standing[] {
  const now: Standing[] = removed ? [] : [{ order: from, clause: clause.number, settled: !uncertain }];
  return uncertain && before ? [...now, { order: before.from, clause: before.clause.number, settled: false }] : now;
}

/**
 * The rules on whom an order reaches, as they stand on a day: amendments folded in by the day on which each takes effect, backdated ones too. Where it is not
 * settled whether a change had taken effect, the old rule and the new one are both in it as not known. Only rules that are in use count.
 */
export function scopeOf(asked: Order, { orders, rules, ambiguities }: ScopeSources, day: string, today: string): Scope {
  const around = ordersAround(orders);
  const order = around.root(asked);
  // Only what names an order can change, end or halt it.
  const others = around.naming(order);
  const amendments = around.amending(order).filter(({ state }) => state !== 'draft');
  const terms = termsOf(ambiguities);
  const effective = effectiveClauses(order, others, day);
  const unplaced = amendments.filter(({ number }) => effective.unplaced.includes(number));
  const touched = new Set(unplaced.flatMap((one) => (one.fields.clauses ?? []).map(({ changedClause, number }) => changedClause ?? number)));
  const stand = effective.clauses.flatMap((one) => standing(one).map((each) => (touched.has(one.number) ? { ...each, settled: false } : each)));
  const found = (record: ScopeRuleRecord): Standing | undefined => {
    const own = stand.find((one) => one.order === record.fields.order && one.clause === record.fields.clause);
    const notPlaced = unplaced.some(({ id }) => id === record.fields.order);
    // An order whose clauses are not recorded yet has its rules all the same.
    const bare = record.fields.order === order.id && (order.fields.clauses ?? []).length === 0;
    return own ?? (notPlaced || bare ? { order: record.fields.order, clause: record.fields.clause, settled: bare } : undefined);
  };
  const concerned = rulesOf(rules, new Set([order.id, ...stand.map((one) => one.order), ...amendments.map(({ id }) => id)]));
  const used = concerned.filter(({ state }) => state === 'adopted');
  const made = used.flatMap((record): ScopeRule[] => {
    const at = found(record);
    const whose = around.byId.get(record.fields.order);
    if (at === undefined || whose === undefined) return [];
    // An amendment’s words bind as long as the order does that they are now part of.
    const binding = inForce(order, others, { from: record.fields.from ?? whose.fields.effective, to: record.fields.to }, day, today);
    const truth: Truth = at.settled ? binding : binding === false ? false : null;
    return [scopeRuleOf(record, whose, terms, truth)];
  });
  const waiting = concerned.filter(({ state, fields }) => state === 'proposed' && (fields.order === order.id || amendments.some(({ id }) => id === fields.order)));
  return {
    order,
    amendedBy: amendments,
    rules: made,
    notes: [
      ...(asked.id === order.id ? [] : [`${asked.number} amends ${order.number}: the answer is for ${order.number} as amended.`]),
      ...(order.state === 'draft' ? [`${order.number} is anticipated: the answer is as if it stood as recorded.`] : []),
      ...(order.state === 'unconfirmed' ? [`${order.number} is unconfirmed and treated as binding.`] : []),
      ...(order.fields.textInHand === true ? [] : [`The text of ${order.number} is not in hand: the rules rest on what others tell of it.`]),
      ...unplaced.map(({ number }) => `${number}: from when it takes effect is not known, so old and new words both count as open.`),
      ...waiting.map(({ number }) => `${number} is only proposed and does not count.`),
      ...made
        .filter((rule) => rule.kind === 'barred' && rule.inForce === null)
        .map((rule) => `Clause ${rule.clause} of ${rule.order}: whether it binds on this day is not settled.`),
    ],
  };
}
