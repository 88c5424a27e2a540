import { kinds } from '../../shared/records/kinds.ts';
import type { Audience } from '../../shared/records/field.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Reading } from '../records/reading.ts';
import type { Records } from '../records/records.ts';
import { exportText, isExported } from './cordon-json.ts';
import type { Destination } from './destination.ts';
import { release, type Manifest } from './release.ts';
import { listTable } from './list-table.ts';

export interface Exporting {
  /** The case, or every case and what stands in none. */
  readonly caseId?: string;
  /** One kind; for a table it must be given. */
  readonly kind?: string;
  readonly audience: Audience;
  readonly privilegedBecause?: string;
  readonly destination: Destination;
  readonly signal?: AbortSignal;
}

/** The records of an export, cases first, then in the order of their kinds and numbers: the same vault gives the same file. */
function recordsFor(reading: Reading, asked: Exporting): AnyRecord[] {
  const names = (Object.keys(kinds) as (keyof typeof kinds)[]).sort((a, b) => Number(b === 'case') - Number(a === 'case'));
  return names
    .filter((kind) => asked.kind === undefined || kind === asked.kind)
    .flatMap((kind): AnyRecord[] => reading.all(kind))
    .filter((record) => isExported(record) && (asked.caseId === undefined || record.caseId === asked.caseId || record.id === asked.caseId));
}

/** Writes the form that `importRecords` takes. What may not leave is left out with the links to it, and the manifest says so. */
export function exportRecords(records: Records, asked: Exporting): Promise<Manifest> {
  const going = recordsFor(records.reading(), asked);
  return release(records, {
    what: asked.caseId === undefined ? 'Export of the vault' : 'Export of a case',
    format: 'cordon/1',
    audience: asked.audience,
    caseId: asked.caseId ?? null,
    records: going,
    ifWithheld: 'leave-out-alone',
    destination: asked.destination,
    make: exportText,
    ...(asked.privilegedBecause !== undefined && { privilegedBecause: asked.privilegedBecause }),
    ...(asked.signal && { signal: asked.signal }),
  });
}

/** Writes the list of one kind as a table that a spreadsheet opens. */
export function exportTable(records: Records, asked: Exporting & { readonly kind: string }): Promise<Manifest> {
  const reading = records.reading();
  const going = recordsFor(reading, asked);
  return release(records, {
    what: `Table of ${asked.kind}`,
    format: 'csv',
    audience: asked.audience,
    caseId: asked.caseId ?? null,
    records: going,
    ifWithheld: 'leave-out',
    destination: asked.destination,
    make: (allowed) => listTable(asked.kind, allowed, (id) => reading.get(id)?.number),
    ...(asked.privilegedBecause !== undefined && { privilegedBecause: asked.privilegedBecause }),
    ...(asked.signal && { signal: asked.signal }),
  });
}
