import type { RecordOf } from '../kinds.ts';
import { rolesInTension } from './role-at.ts';

type Party = Pick<RecordOf<'party'>, 'id' | 'number'> & { readonly fields: Pick<RecordOf<'party'>['fields'], 'name' | 'roles'> };
type Conflict = Pick<RecordOf<'conflict_of_interest'>, 'fields'>;
type Role = Conflict['fields']['roles'][number];

export interface SuggestedConflict {
  readonly party: string;
  readonly number: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Roles that the conflict on record does not name; all of them where none is. */
  readonly notAssessed: readonly Role[];
}

/** Parties that hold two roles in tension on a day and whose conflict is not on record with all of them (domain.md §2.5). A further role asks for a new assessment. */
export function suggestedConflicts(parties: readonly Party[], conflicts: readonly Conflict[], day: string): SuggestedConflict[] {
  return parties.flatMap((party): SuggestedConflict[] => {
    const roles = rolesInTension(party, day);
    const named = new Set(conflicts.filter((one) => one.fields.party === party.id).flatMap((one) => one.fields.roles));
    const notAssessed = roles.filter((role) => !named.has(role));
    return roles.length === 0 || notAssessed.length === 0 ? [] : [{ party: party.id, number: party.number, name: party.fields.name, roles, notAssessed }];
  });
}
