import { earliestDay, latestDay } from '../date-fact.ts';
import type { Party } from '../kinds/party.ts';

export type Role = NonNullable<Party['fields']['roles']>[number];
export interface RoleHeld {
  readonly role: Role['role'];
  /** `possibly`: a date of its beginning or end is not known well enough to say. */
  readonly held: 'yes' | 'possibly';
  readonly row: Role;
}

interface HasRoles {
  readonly fields: Partial<Party['fields']>;
}

/** The roles a party holds on a day, `YYYY-MM-DD`. A bound that is not given is open; one that is given as unknown leaves it possible. */
export function roleAt(party: HasRoles, day: string): RoleHeld[] {
  return (party.fields.roles ?? []).flatMap((row): RoleHeld[] => {
    const { from, to } = row;
    const begins = from === undefined ? 'yes' : begun(earliestDay(from), latestDay(from), day);
    const lasts = to === undefined ? 'yes' : still(earliestDay(to), latestDay(to), day);
    if (begins === 'no' || lasts === 'no') return [];
    return [{ role: row.role, held: begins === 'yes' && lasts === 'yes' ? 'yes' : 'possibly', row }];
  });
}

type Sure = 'yes' | 'no' | 'possibly';
const begun = (earliest: string | null, latest: string | null, day: string): Sure =>
  latest !== null && latest <= day ? 'yes' : earliest !== null && earliest > day ? 'no' : 'possibly';
const still = (earliest: string | null, latest: string | null, day: string): Sure =>
  earliest !== null && earliest >= day ? 'yes' : latest !== null && latest < day ? 'no' : 'possibly';

/** Roles that pull against each other when one party holds two of them in the same case (domain.md §2.5). */
const inTension: readonly Role['role'][] = ['investor', 'cloud_provider', 'hardware_supplier', 'evaluator', 'reporter_of_concern', 'competitor', 'customer', 'distributor'];

/** The roles in tension that a party holds, or may hold, on a day: a conflict to assess where there are two or more; none otherwise. Benign interests are recorded beside it, not set off against it. */
export function rolesInTension(party: HasRoles, day: string): Role['role'][] {
  const roles = [...new Set(roleAt(party, day).map((held) => held.role))].filter((role) => inTension.includes(role));
  return roles.length >= 2 ? roles : [];
}
