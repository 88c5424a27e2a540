import type { Clock } from '../../shared/calendar/clock.ts';
import type { Audience, Privilege } from '../../shared/records/field.ts';
import type { PrivilegeBasis } from '../../shared/records/record.ts';
import type { RunJob } from '../jobs/run-job.ts';
import type { Writing } from '../records/writing.ts';
import type { Vault } from '../vault/vault.ts';
import { lookAtFile, slices } from './look-at-file.ts';
import { sourceOfBytes } from './source-file.ts';
import { writeItem } from './write-item.ts';

/** Where a kept paper goes, for whom, under which privilege and its ground, and what it is. */
export interface PaperAbout {
  readonly caseId: string | null;
  readonly audience: Audience;
  readonly privilege: Privilege;
  readonly privilegeBasis?: PrivilegeBasis | undefined;
  /** Who may see it, by name. */
  readonly named?: readonly string[] | undefined;
  readonly why: string;
}

/** A paper of ours whose bytes are stored and not yet anybody's. */
export interface KeptPaper {
  /** Writes its item, with the first event of its custody, in the act that lets it leave. Gives the item's id. */
  write(writing: Writing, about: PaperAbout): string;
  /** Where the paper did not leave after all. */
  discard(): void;
}

/** Stores the bytes of a paper that is about to leave, so that what was filed stays to the byte. Refuses what intake refuses, and `cancelled`. */
export async function keepPaper(
  { vault, runJob, clock }: { readonly vault: Vault; readonly runJob: RunJob; readonly clock: Clock },
  name: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<KeptPaper> {
  const { instant, zone } = clock();
  const { reading } = await lookAtFile(runJob, sourceOfBytes(name, bytes, instant), true, signal);
  const stored = await vault.blobs.put(slices(bytes), signal && { signal });
  return {
    write: (writing, { why, ...labels }) => writeItem(vault.blobs, zone, writing, { name, stored, reading }, { ...labels, reason: why }).item.id,
    discard: () => vault.blobs.discard(stored),
  };
}
