import { parseRecord } from '../../shared/records/parse.ts';
import { Refused } from '../../shared/failure/failure.ts';
import type { RecordRow } from '../vault/vault.ts';
import { columnsOf, kindOf, type Columns } from './row.ts';

/**
 * For the vault's `verify`: what in a row's columns does not follow from its record, or null. The columns are computed again as they
 * were when the record was written, so a state or a date changed in the table alone is named.
 */
export function compareRow(row: RecordRow, record: object): string | null {
  try {
    const parsed = parseRecord(record);
    // Proof of the cast: `columnsOf` gives exactly the names of `Columns`.
    const wanted = Object.entries(columnsOf(parsed, kindOf(parsed.kind))) as [keyof Columns, unknown][];
    const wrong = wanted.filter(([name, value]) => row[name] !== value).map(([name]) => name);
    return wrong.length === 0 ? null : `its ${wrong.join(', ')} is not what its last entry says`;
  } catch (error) {
    if (error instanceof Refused && error.failure.code === 'record-malformed') return `its ${error.failure.field} is malformed: ${error.failure.why}`;
    throw error;
  }
}
