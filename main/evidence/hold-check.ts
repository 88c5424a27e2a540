import { holdsOn } from '../../shared/records/removal.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Reading } from '../records/reading.ts';
import { readVaultInfo } from '../vault/vault.ts';

/** Legal holds in force over a case. */
export function bindingHolds(reading: Reading, caseId: string): AnyRecord[] {
  // No hold binds by the day it is, so the look needs no today.
  return holdsOn([caseId], {
    today: '',
    get: (id) => reading.get(id),
    linkingTo: (id, role) => reading.linkingTo(id, role),
    inCase: (id) => reading.inCase(id),
    signatures: reading.signatures,
  });
}

/** Whether somebody else's key opens the vault too: a lost key must not be spoliation (domain.md §7 U6). */
export function hasSecondOpener(folder: string): boolean {
  return readVaultInfo(folder).persons > 1;
}
