import { factsOf } from '../../law/scope/person-facts.ts';
import { ruling, type Result } from '../../law/scope/ruling.ts';
import type { RecordOf } from '../kinds.ts';
import { outcomeOf } from '../kinds/access-determination-guards.ts';
import { latestDay } from '../date-fact.ts';
import { recordedPerson } from './person-recorded.ts';
import { amendedOrder, scopeOf, type Scope, type ScopeSources } from './scope-of.ts';

type Determination = RecordOf<'access_determination'>;

/** A determination whose ground has changed: what it says, and what the order as it stands gives. */
export interface Redetermination {
  readonly number: string;
  readonly state: string;
  readonly before: Result;
  /** By the order as amended and what is recorded of the person. For a group always undetermined: its members are looked at one by one. */
  readonly after: Result;
  /** The order and clause that decide now; empty where nothing does. */
  readonly clause: string;
  readonly missing: readonly string[];
  /** What changed, in sentences. */
  readonly why: readonly string[];
  /** Ids of the scope rules that it is to rest on. */
  readonly rules: readonly string[];
}

export interface RedeterminationSources extends ScopeSources {
  /** Those that can be read; closed ones are left out here. */
  readonly determinations: readonly Determination[];
  readonly persons: readonly RecordOf<'person'>[];
  readonly models: readonly RecordOf<'restricted_model'>[];
  /** The entry that last changed a record. */
  readonly changedAt: (id: string) => number;
}

const standing = (state: string): boolean => state === 'proposed' || state === 'approved' || state === 'enforced';

/**
 * The determinations that are to be made again, because the order they rest on was amended, a rule of it was replaced or rewritten, or the facts of the person
 * now give another result (domain.md §2.2: “amended … re-runs determinations”). Nothing is changed here: a determination is a person’s decision.
 */
export function redeterminations(sources: RedeterminationSources, today: string): Redetermination[] {
  const scopes = new Map<string, Scope>();
  const scopeFor = (id: string): Scope | null => {
    const order = sources.orders.find((one) => one.id === id);
    if (order === undefined) return null;
    const root = amendedOrder(order, sources.orders);
    const known = scopes.get(root.id) ?? scopeOf(root, sources, today, today);
    scopes.set(root.id, known);
    return known;
  };
  return sources.determinations
    .filter(({ state }) => standing(state))
    .flatMap((one) => {
      const scope = scopeFor(one.fields.order);
      return scope === null ? [] : (again(one, scope, sources) ?? []);
    });
}

function again(one: Determination, scope: Scope, sources: RedeterminationSources): Redetermination | null {
  const { fields } = one;
  const bearing = scope.rules.filter((rule) => rule.kind !== 'reporting_only' && rule.inForce !== false && (rule.models.length === 0 || rule.models.includes(fields.model)));
  const recorded = new Map(sources.rules.map((rule) => [rule.id, rule]));
  const numberOf = (id: string): string => recorded.get(id)?.number ?? 'A rule that was removed';
  const seen = new Set(fields.rules ?? []);
  const since = fields.orderSeq;
  const why = [
    ...(seen.size === 0 ? amendedSince(one, scope) : []),
    ...[...seen].filter((id) => !bearing.some((rule) => rule.id === id)).map((id) => `${numberOf(id)}, on which it rests, no longer stands.`),
    ...(seen.size === 0 ? [] : bearing.filter(({ id }) => !seen.has(id)).map((rule) => `${numberOf(rule.id)} (${rule.order} cl. ${rule.clause}) was not looked at.`)),
    ...(since === undefined ? [] : [...seen].filter((id) => recorded.has(id) && sources.changedAt(id) > since).map((id) => `${numberOf(id)} was changed since.`)),
  ];
  const person = fields.person === undefined ? undefined : sources.persons.find(({ id }) => id === fields.person);
  const model = sources.models.find(({ id }) => id === fields.model);
  const covered = model?.fields.versions?.find(({ label }) => label === fields.version)?.coverage;
  const now =
    person &&
    ruling(scope.rules, factsOf(recordedPerson(person)), {
      model: fields.model,
      ...(fields.version !== undefined && { version: fields.version, versionCovered: covered === 'covered' ? true : covered === 'not_covered' ? false : null }),
      ...(fields.surface !== undefined && { surface: fields.surface }),
      ...(fields.activity !== undefined && { activity: fields.activity }),
    });
  // Undetermined is not news about a determination that was made from facts kept elsewhere: a roster, a document seen.
  const another = now !== undefined && now.result !== fields.result && now.result !== 'undetermined';
  if (why.length === 0 && !another) return null;
  return {
    number: one.number,
    state: one.state,
    before: outcomeOf(one),
    after: now?.result ?? 'undetermined',
    clause: now?.rule ? `${now.rule.order} cl. ${now.rule.clause}` : '',
    missing: now?.missing ?? [],
    why: another ? [...why, 'What is recorded of the person gives another result.'] : why,
    rules: bearing.map(({ id }) => id),
  };
}

/** Where the rules it rests on are not recorded: amendments that took effect after the day on which it was decided, or that have no day. */
function amendedSince({ fields }: Determination, { amendedBy }: Scope): string[] {
  const decided = fields.decided === undefined ? null : latestDay(fields.decided);
  return amendedBy.flatMap((order) => {
    const from = order.fields.effective === undefined ? null : latestDay(order.fields.effective);
    return decided === null || from === null || from > decided ? [`${order.number} amends the order, and on which rules it rests is not recorded.`] : [];
  });
}
