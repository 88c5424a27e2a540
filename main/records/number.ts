import type { Database } from 'better-sqlite3-multiple-ciphers';
import { kinds } from '../../shared/records/kinds.ts';
import { prepared } from './prepared.ts';

const prefixes: ReadonlySet<string> = new Set(Object.values(kinds).map((kind) => kind.prefix));

const written = (prefix: string, count: number | string) => `${prefix}-${String(count).padStart(3, '0')}`;

/**
 * The next number of a kind, `ORD-003`. The counter lives in the vault and only grows, so a number is never given twice, not even after
 * its record was removed; an act that rolls back gives its numbers back, because nobody has seen them.
 */
export function giveNumber(db: Database, prefix: string): string {
  const row = prepared<{ last: number }>(db, 'INSERT INTO counter(prefix, last) VALUES (?, 1) ON CONFLICT(prefix) DO UPDATE SET last = last + 1 RETURNING last').get(prefix);
  if (!row) throw new Error('the counter gave no row');
  return written(prefix, row.last);
}

/** The number meant by what somebody typed ("ord 3", "ORD-003", "ord003"), or null when it is not the form of a number. */
export function typedNumber(typed: string): string | null {
  const parts = /^\s*([a-z]{2,10})[\s\-–#]*0*(\d{1,9})\s*$/i.exec(typed);
  const prefix = parts?.[1]?.toUpperCase();
  const count = parts?.[2];
  return prefix !== undefined && count !== undefined && prefixes.has(prefix) ? written(prefix, count) : null;
}
