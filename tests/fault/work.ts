import { createHash } from 'node:crypto';
import { takeIn } from '../../main/evidence/intake.ts';
import { sourceOfBytes } from '../../main/evidence/source-file.ts';
import type { Records } from '../../main/records/records.ts';
import type { Vault } from '../../main/vault/vault.ts';

export const clock = () => ({ instant: Date.now(), zone: 'America/New_York' });
export const noJobs = () => Promise.reject(new Error('nothing is read here'));

/** An open vault and its records. */
export interface Live {
  readonly folder: string;
  readonly vault: Vault;
  readonly records: Records;
  readonly recoveryWords: string[];
  close(): Promise<void>;
}

/** A word that stands in what is to be erased under this name and nowhere else. */
export const erasedWord = (name: string): string => `qx${createHash('sha256').update(name).digest('hex').slice(0, 24)}qx`;

export const caseOf = ({ records }: Live): string | null => records.reading().all('case')[0]?.id ?? null;

export async function addNote(live: Live, title: string, body = 'words of a note'): Promise<string> {
  const { result } = await live.records.change(null, (writing) => writing.create('note', { caseId: caseOf(live), fields: { title, type: 'note', body } }).id);
  return result;
}

export async function intake(live: Live, name: string, bytes: Uint8Array, caseId = caseOf(live)): Promise<{ number: string; sha256: string }> {
  const source = sourceOfBytes(name, bytes, Date.UTC(2031, 0, 8));
  return takeIn({ vault: live.vault, records: live.records, runJob: noJobs, clock }, source, { caseId, readWords: false, reason: 'a proof' });
}
