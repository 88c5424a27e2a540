import type { Clock } from '../../shared/calendar/clock.ts';
import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import type { Records } from '../records/records.ts';
import type { Vault } from '../vault/vault.ts';
import { archive } from './archive.ts';
import { bag } from './bag.ts';
import { evidencePayload, storedEvidence } from './evidence-payload.ts';
import { recordsFor, releasing, type Exporting } from './export-records.ts';
import { recordLeaving } from './leaving-custody.ts';
import { release, type Manifest } from './release.ts';

/** What an export of stored files works with. */
export interface EvidenceDesk {
  readonly vault: Vault;
  readonly records: Records;
  readonly clock: Clock;
}

/**
 * Writes chosen evidence as a bag (BagIt, RFC 8493) in a ZIP file: the stored bytes exactly as they came in, a list of them and their chains of
 * custody. Each item's custody records that it left. Items of which no bytes are here are no part of it. Refuses `release-withheld` where nothing may go
 * and `blob-damaged` where a byte differs from the day it was taken in.
 */
export function exportEvidence({ vault, records, clock }: EvidenceDesk, asked: Exporting): Promise<Manifest> {
  return release(records, {
    ...releasing(asked),
    what: 'Evidence with its custody',
    format: 'bag',
    records: storedEvidence(vault, recordsFor(records.reading(), { ...asked, kind: 'evidence_item' })),
    ifWithheld: 'leave-out',
    nothingIs: 'refused',
    make: (going) => archive(bag(bagName(asked.destination.name), evidencePayload(vault, storedEvidence(vault, going), asked.audience), today(clock))),
    alongside: (writing, _sha256, going) => recordLeaving(writing, storedEvidence(vault, going), clock, asked.destination.name, asked.audience),
  });
}

/** The folder in the archive: the name of the file without its endings. */
export const bagName = (file: string): string =>
  file
    .replace(/(\.(zip|age))+$/i, '')
    .replace(/[^\w-]+/g, '-')
    .slice(0, 80) || 'bag';

export function today(clock: Clock): string {
  const { instant, zone } = clock();
  return dayText(momentAt(instant, zone).day);
}
