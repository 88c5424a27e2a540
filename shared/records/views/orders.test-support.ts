import type { RecordOf } from '../kinds.ts';
import type { Order } from '../kinds/order-guards.ts';

const common = { caseId: null, audience: 'internal', privilege: 'none' } as const;

export const on = (day: string) => ({ certainty: 'exact', day }) as const;

/** An order of one’s own with its number from its id. */
export const order = (id: string, state: string, fields: Partial<Order['fields']> = {}): Order => ({
  ...common,
  tags: [],
  id,
  kind: 'order',
  number: id.toUpperCase(),
  state,
  fields: { title: id, instrument: 'unknown', formSeen: 'original', textInHand: true, authority: 'stated', ...fields },
});

/** A rule in use that bars whoever is in one of the countries. */
export const bar = (id: string, of: string, clause: string, countries: string[], fields: Partial<RecordOf<'scope_rule'>['fields']> = {}): RecordOf<'scope_rule'> => ({
  ...common,
  tags: [],
  id,
  kind: 'scope_rule',
  number: id.toUpperCase(),
  state: 'adopted',
  fields: { order: of, clause, rule: 'barred', persons: 'them', tests: [{ join: 'must', test: 'location', countries }], ...fields },
});

/** A rule that bars foreign persons, by the EAR test. */
export const foreign = (id: string, of: string, clause: string, fields: Partial<RecordOf<'scope_rule'>['fields']> = {}): RecordOf<'scope_rule'> =>
  bar(id, of, clause, [], { tests: [{ join: 'must', test: 'nationality', nationality: 'any_foreign_person_EAR' }], ...fields });

export const model = (id: string, fields: Partial<RecordOf<'restricted_model'>['fields']> = {}): RecordOf<'restricted_model'> => ({
  ...common,
  tags: [],
  id,
  kind: 'restricted_model',
  number: id.toUpperCase(),
  state: 'restricted',
  fields: { name: `Model ${id}`, ...fields },
});
