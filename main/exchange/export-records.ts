import { kinds } from '../../shared/records/kinds.ts';
import type { Audience } from '../../shared/records/field.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Reading } from '../records/reading.ts';
import type { Records } from '../records/records.ts';
import { exportText, isExported } from './cordon-json.ts';
import type { Destination } from './destination.ts';
import { release, type Manifest } from './release.ts';
import { csv } from './csv.ts';
import { listRows } from './list-rows.ts';
import { nameTo } from './name-to.ts';
import { xlsx } from './xlsx.ts';

export interface Exporting {
  /** The case, or every case and what stands in none. */
  readonly caseId?: string;
  /** One kind; for a table it must be given. */
  readonly kind?: string;
  /** Only those in one of these states. */
  readonly states?: readonly string[];
  /** Only these numbers: the rows that a list shows. */
  readonly numbers?: readonly string[];
  readonly audience: Audience;
  /** Who receives it, by name: what is for named recipients goes to one of them and to nobody else. */
  readonly recipient?: string;
  readonly privilegedBecause?: string;
  /** Fields about somebody in person too. */
  readonly personal?: boolean;
  readonly destination: Destination;
  readonly signal?: AbortSignal;
}

/** What every way out of records is asked alike. */
export const releasing = ({ audience, caseId, destination, recipient, privilegedBecause, personal, signal }: Exporting) => ({
  audience,
  destination,
  caseId: caseId ?? null,
  ...(recipient !== undefined && { recipient }),
  ...(privilegedBecause !== undefined && { privilegedBecause }),
  ...(personal !== undefined && { personal }),
  ...(signal && { signal }),
});

/** The records of an export, cases first, then in the order of their kinds and numbers: the same vault gives the same file. */
export function recordsFor(reading: Reading, asked: Exporting): AnyRecord[] {
  const names = (Object.keys(kinds) as (keyof typeof kinds)[]).sort((a, b) => Number(b === 'case') - Number(a === 'case'));
  const numbers = asked.numbers && new Set(asked.numbers);
  return names
    .filter((kind) => asked.kind === undefined || kind === asked.kind)
    .flatMap((kind): AnyRecord[] => reading.all(kind))
    .filter((record) => isExported(record) && (asked.caseId === undefined || record.caseId === asked.caseId || record.id === asked.caseId))
    .filter((record) => (asked.states === undefined || asked.states.includes(record.state)) && (numbers === undefined || numbers.has(record.number)));
}

/** Writes the form that `importRecords` takes. What may not leave is left out with the links to it, and the manifest says so. */
export function exportRecords(records: Records, asked: Exporting): Promise<Manifest> {
  return release(records, {
    ...releasing(asked),
    what: asked.caseId === undefined ? 'Export of the vault' : 'Export of a case',
    format: 'cordon/1',
    records: recordsFor(records.reading(), asked),
    ifWithheld: 'leave-out-alone',
    make: exportText,
  });
}

/** Writes the list of one kind as a table: CSV, or an Excel workbook. */
export function exportTable(records: Records, asked: Exporting & { readonly kind: string; readonly as: 'csv' | 'xlsx' }): Promise<Manifest> {
  const reading = records.reading();
  return release(records, {
    ...releasing(asked),
    what: `Table of ${asked.kind}`,
    format: asked.as,
    records: recordsFor(reading, asked),
    ifWithheld: 'leave-out',
    make: (allowed) => {
      const list = listRows(asked.kind, allowed, nameTo(reading, releasing(asked)));
      return asked.as === 'csv' ? csv(list) : xlsx(list);
    },
  });
}
