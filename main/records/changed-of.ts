import type { KindName } from '../../shared/records/kinds.ts';
import type { Database } from '../vault/vault.ts';
import { prepared } from './prepared.ts';

/** Whether anything of these kinds was changed after entry `since`: what was found of them before may hold no longer. */
export const changedOf = (db: Database, kinds: readonly KindName[], since: number): boolean =>
  prepared(db, `SELECT 1 FROM journal WHERE seq > ? AND kind IN (${kinds.map(() => '?').join(', ')}) LIMIT 1`).get(since, ...kinds) !== undefined;

/** The number of the last entry, 0 where there is none. */
export const lastEntry = (db: Database): number => prepared<number>(db, 'SELECT coalesce(max(seq), 0) FROM journal').pluck().get() ?? 0;
