import { factsOf } from '../../law/scope/person-facts.ts';
import { personClasses } from '../../law/scope/person-classes.ts';
import { ruling } from '../../law/scope/ruling.ts';
import type { RecordOf } from '../kinds.ts';
import { scopesOn } from './status-on.ts';
import type { Scope, ScopeSources } from './scope-of.ts';

/** Two orders that meet over a model. */
export interface Overlap {
  /** `contradiction`: one excepts or licenses whom the other bars. `overlap`: both bar; `standing`: whether an earlier one is still owed is not settled. */
  readonly kind: 'contradiction' | 'overlap' | 'standing';
  readonly first: string;
  readonly second: string;
  readonly says: string;
}

const shared = (a: readonly string[], b: readonly string[]): string[] => a.filter((one) => b.includes(one));
const barsOf = ({ rules }: Scope): readonly string[] => [...new Set(rules.filter(({ kind, inForce }) => kind === 'barred' && inForce !== false).flatMap(({ models }) => models))];
const standingWords = { still_binding: 'still binding', absorbed: 'absorbed', unclear: 'unclear' } as const;

/**
 * Where orders stack, contradict each other, or leave it open whether an earlier one is still owed. Of two that stack the stricter one is followed; of two that
 * contradict each other neither settles anything until counsel decides.
 */
export function orderOverlaps(sources: ScopeSources, models: readonly RecordOf<'restricted_model'>[], day: string, today: string): Overlap[] {
  const scopes = scopesOn(sources, day, today);
  const nameOf = new Map(models.map((model) => [model.id, model.fields.name]));
  const pairs = scopes.flatMap((first, i) => scopes.slice(i + 1).map((second) => [first, second] as const));
  const met = pairs.flatMap(([first, second]): Overlap[] => {
    const common = shared(barsOf(first), barsOf(second));
    if (common.length === 0) return [];
    const where = common.map((id) => nameOf.get(id) ?? id).join(', ');
    const differ = personClasses.filter(({ recorded }) => {
      const facts = factsOf(recorded);
      return common.some((model) => {
        const [a, b] = [ruling(first.rules, facts, { model }), ruling(second.rules, facts, { model })];
        const lifts = (one: typeof a): boolean => one.why === 'excepted' || one.why === 'licensed';
        return (a.result === 'barred' && lifts(b)) || (b.result === 'barred' && lifts(a));
      });
    });
    const [a, b] = [first.order.number, second.order.number];
    return differ.length > 0
      ? [{ kind: 'contradiction', first: a, second: b, says: `One bars and the other excepts, over ${where}: ${differ.map(({ label }) => label.toLowerCase()).join(', ')}.` }]
      : [{ kind: 'overlap', first: a, second: b, says: `Both bar access to ${where}. The stricter one is followed.` }];
  });
  const numbers = new Map(sources.orders.map((order) => [order.id, order.number]));
  const standing = sources.orders.flatMap((order) =>
    (order.fields.relations ?? [])
      .filter((relation) => relation.standing === 'unclear' || (relation.relation === 'escalates' && relation.standing === undefined))
      .map(
        (relation): Overlap => ({
          kind: 'standing',
          first: order.number,
          second: numbers.get(relation.order) ?? relation.order,
          says: relation.note ?? `Whether ${numbers.get(relation.order) ?? 'the earlier order'} is still owed: ${standingWords[relation.standing ?? 'unclear']}.`,
        }),
      ),
  );
  return [...met, ...standing];
}
