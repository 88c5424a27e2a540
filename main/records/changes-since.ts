import type { SlimRow } from '../../shared/contract/contract.ts';
import { prepared } from './prepared.ts';
import type { Row } from './row.ts';
import { notSealed, slimBody, slimRow } from './slim-row.ts';
import { rowColumns, type Source } from './source.ts';

/** More changes than this are not worth sending one by one: the window loads its working set again (notes/processes.md D9). */
export const mostChanges = 5_000;

export interface Changes {
  /** The entry before the first change, and the last entry. */
  readonly from: number;
  readonly to: number;
  readonly puts: SlimRow[];
  readonly removes: string[];
}

/** What changed after entry `from` up to entry `to`: the rows as they stand now, and the ids of the removed. */
export function changesBetween(source: Source, from: number, to: number): Changes {
  const sql = `SELECT ${rowColumns}, ${slimBody(source.body)} AS body FROM record r WHERE r.id IN (SELECT record FROM journal WHERE seq > ? AND seq <= ?)${notSealed} ORDER BY r.seq`;
  const rows = prepared<Row & { body: unknown }>(source.db, sql).all(from, to);
  return {
    from,
    to,
    puts: rows.filter((row) => row.closed < 2).map((row) => slimRow(source, row, row.body)),
    removes: rows.filter((row) => row.closed >= 2).map((row) => row.id),
  };
}

/** What a window that stands at entry `seq` has missed; `reload` when that is more than 5,000 entries, or when it stands beyond our end. */
export function changesSince(source: Source, seq: number): Changes & { readonly reload: boolean } {
  const to = source.seq();
  if (seq > to || to - seq > mostChanges) return { from: seq, to, puts: [], removes: [], reload: true };
  return { ...changesBetween(source, seq, to), reload: false };
}
