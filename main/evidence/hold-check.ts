import { holdsOn } from '../../shared/records/removal.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Reading } from '../records/reading.ts';
import type { Vault } from '../vault/vault.ts';

/** Legal holds in force over a case. */
export function bindingHolds(reading: Reading, caseId: string): AnyRecord[] {
  return holdsOn([caseId], { linkingTo: (id, role) => reading.linkingTo(id, role) });
}

/**
 * What would make a lost key spoliation (domain.md §7 U6): nobody else opens the vault, or no copy of it was ever opened with the recovery key and
 * found whole. Null when neither is so.
 */
export function lostKeyRisk(vault: Pick<Vault, 'people'>): string | null {
  if (vault.people.list().filter(({ state }) => state === 'person').length < 2) return 'intake of evidence that only one person could open again';
  return vault.people.recovery()?.drilledAt == null ? 'intake of evidence before a recovery drill has shown that the vault can be opened again' : null;
}
