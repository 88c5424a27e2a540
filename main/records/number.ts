import type { Database } from 'better-sqlite3-multiple-ciphers';
import { kinds } from '../../shared/records/kinds.ts';
import { prepared } from './prepared.ts';

const prefixes: ReadonlySet<string> = new Set(Object.values(kinds).map((kind) => kind.prefix));

const written = (prefix: string, count: number | string) => `${prefix}-${String(count).padStart(3, '0')}`;

/** Gives the numbers of one act. */
export interface Numbers {
  /** The next number of a kind, `ORD-003`. */
  readonly give: (prefix: string) => string;
  /** Writes the counters, once an act: an import would otherwise write the same row thousands of times. */
  save(): void;
}

/**
 * The numbers of an act in `db`. The counters live in the vault and only grow, so a number is never given twice, not even after its
 * record was removed; an act that rolls back gives its numbers back, because nobody has seen them.
 */
export function numbersIn(db: Database): Numbers {
  const last = new Map<string, number>();
  return {
    give: (prefix) => {
      const next = (last.get(prefix) ?? prepared<{ last: number }>(db, 'SELECT last FROM counter WHERE prefix = ?').get(prefix)?.last ?? 0) + 1;
      last.set(prefix, next);
      return written(prefix, next);
    },
    save: () => {
      const put = prepared(db, 'INSERT INTO counter(prefix, last) VALUES (?, ?) ON CONFLICT(prefix) DO UPDATE SET last = excluded.last');
      for (const [prefix, count] of last) put.run(prefix, count);
    },
  };
}

/** The number meant by what somebody typed ("ord 3", "ORD-003", "ord003"), or null when it is not the form of a number. */
export function typedNumber(typed: string): string | null {
  const parts = /^\s*([a-z]{2,10})[\s\-–#]*0*(\d{1,9})\s*$/i.exec(typed);
  const prefix = parts?.[1]?.toUpperCase();
  const count = parts?.[2];
  return prefix !== undefined && count !== undefined && prefixes.has(prefix) ? written(prefix, count) : null;
}
