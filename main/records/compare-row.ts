import { parseRecord } from '../../shared/records/parse.ts';
import { Refused } from '../../shared/failure/failure.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Compare } from '../vault/vault.ts';
import { linksOfRecord } from './link-rows.ts';
import { columnsOf, kindOf, type Columns } from './row.ts';

const text = (links: readonly { readonly role: string; readonly to: string }[]): string => [...new Set(links.map(({ role, to }) => `${role} ${to}`))].sort().join();

/**
 * For the vault's `verify`: what in a row's columns, or in its links, does not follow from its record, or null. Both are computed again as
 * they were when the record was written, so a state, a date or a link changed in a table alone is named.
 */
export const compareRow: Compare = (row, record, links) => {
  try {
    // What is left of an erased record has no fields, which no kind would take; its other parts are what the erasure wrote.
    const parsed = 'erased' in record ? (record as AnyRecord) : parseRecord(record);
    // Proof of the cast: `columnsOf` gives exactly the names of `Columns`.
    const wanted = Object.entries(columnsOf(parsed, kindOf(parsed.kind))) as [keyof Columns, unknown][];
    const wrong = wanted.filter(([name, value]) => row[name] !== value).map(([name]) => name);
    if (wrong.length > 0) return `its ${wrong.join(', ')} is not what its last entry says`;
    return text(links) === text(parsed.erased ? [] : linksOfRecord(parsed)) ? null : 'its links are not those of its last entry';
  } catch (error) {
    if (error instanceof Refused && error.failure.code === 'record-malformed') return `its ${error.failure.field} is malformed: ${error.failure.why}`;
    throw error;
  }
};
