import { refuse } from '../../shared/failure/failure.ts';
import type { Audience } from '../../shared/records/field.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Records } from '../records/records.ts';
import { clipboardTable, type ClipboardTable } from './clipboard-table.ts';
import { isExported } from './cordon-json.ts';
import { memoryDestination } from './destination.ts';
import { listRows, mixedRows, type ListRows } from './list-rows.ts';
import { nameTo } from './name-to.ts';
import { release, type Manifest } from './release.ts';
import { rowsWithin } from './rows-within.ts';

export interface Copying {
  /** The rows, in the order in which they are shown; of one kind or of several. */
  readonly numbers: readonly string[];
  /** The rows of one list within one record, instead of records. */
  readonly list?: string | undefined;
  readonly audience: Audience;
  readonly recipient?: string | undefined;
  readonly privilegedBecause?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Rows of a list as a table for the clipboard, through the one exit: what may not go is left out and named in the manifest, and the release says that it went to the
 * clipboard. Records that were removed are not in it. Refuses `release-withheld` where nothing of it may go, and what `release` refuses.
 */
export async function copyTable(records: Records, asked: Copying): Promise<{ readonly manifest: Manifest; readonly table: ClipboardTable; readonly rows: number }> {
  const reading = records.reading();
  const going = [...new Set(asked.numbers)].map((number) => reading.require(number)).filter(isExported);
  const kinds = new Set(going.map((record) => record.kind));
  const cases = new Set(going.map((record) => record.caseId));
  const [kind] = kinds;
  const nameOf = nameTo(reading, asked);
  const rowsOf = (allowed: readonly AnyRecord[]): ListRows => {
    if (asked.list === undefined) return kinds.size === 1 && kind !== undefined ? listRows(kind, allowed, nameOf) : mixedRows(allowed, nameOf);
    const [only] = allowed;
    return (allowed.length === 1 && only ? rowsWithin(only, asked.list, nameOf) : null) ?? refuse({ code: 'misuse', why: 'rows are copied of one list of one record' });
  };
  let table: ClipboardTable | undefined;
  let count = 0;
  const manifest = await release(records, {
    what: asked.list !== undefined ? `Table of ${asked.list}` : kinds.size === 1 ? `Table of ${kind}` : 'Table of records',
    ...(asked.list !== undefined && going[0] && { subject: going[0].id }),
    format: 'clipboard',
    audience: asked.audience,
    recipient: asked.recipient,
    caseId: cases.size === 1 ? ([...cases][0] ?? null) : null,
    records: going,
    ifWithheld: 'leave-out',
    nothingIs: 'refused',
    destination: memoryDestination('clipboard'),
    make: (allowed) => {
      const { header, rows } = rowsOf(allowed);
      const all = [...rows()];
      count = all.length;
      table = clipboardTable({ header, rows: () => all });
      return [new TextEncoder().encode(table.text)];
    },
    ...(asked.privilegedBecause !== undefined && { privilegedBecause: asked.privilegedBecause }),
    ...(asked.signal && { signal: asked.signal }),
  });
  return { manifest, table: table ?? refuse({ code: 'cancelled' }), rows: count };
}

/** Records that a table did not get to the clipboard after all. */
export async function notCopied(records: Records, number: string): Promise<void> {
  await records.change('the clipboard did not take it', (writing) => writing.move(records.reading().require(number).id, 'not_delivered'));
}
