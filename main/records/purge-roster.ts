import { byNumber } from '../../shared/records/by-number.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { isKind, type RecordOf } from '../../shared/records/kinds.ts';
import type { Vault } from '../vault/vault.ts';
import type { Reading } from './reading.ts';
import { isShell } from './row.ts';
import type { Writing } from './writing.ts';

/** Kept rosters whose day has come, oldest first; those that the person at work may not read are told by number only. */
export function toPurge(reading: Reading, today: string): RecordOf<'roster'>[] {
  return reading
    .all('roster')
    .filter((one) => one.state === 'kept' && (isShell(one) || one.fields.purgeOn <= today))
    .sort(byNumber);
}

/**
 * Takes the bytes of a kept roster and their key out of the vault, and says so in its record. Runs inside `Vault.erase`, which takes the file away. Refuses
 * `record-not-found`, `compartment-closed`, and `guard` for one that was purged already.
 */
export function purgeIn(writing: Writing, vault: Pick<Vault, 'blobs'>, number: string, today: string, reason: string): { readonly number: string; readonly blobs: string[] } {
  const found = writing.require(number);
  if (!isKind(found, 'roster')) return refuse({ code: 'record-not-found', number });
  if (isShell(found)) return refuse({ code: 'compartment-closed', compartment: 'people' });
  const { sealed } = found.fields;
  if (sealed === undefined) return refuse({ code: 'guard', number: found.number, guard: 'purged', facts: ['Its bytes are gone already.'] });
  const name = vault.blobs.remove(writing.transaction, sealed.sha256);
  writing.update(found.id, { fields: { sealed: null, purgedOn: today } }, reason);
  writing.move(found.id, 'purged', reason);
  return { number: found.number, blobs: name === null ? [] : [name] };
}
