import type { Migration } from './list.ts';

/**
 * Finds the exhibits that hold given bytes. Every file taken in a second time asks for them, and an erasure does; without the index either reads every
 * exhibit there is. A body that is no JSON (only somebody with a key could have put it there) is left out instead of failing whatever touches it.
 */
export const itemsByBytes: Migration = {
  shape: 3,
  sql: `CREATE INDEX record_bytes ON record(CASE WHEN json_valid(body) THEN body ->> '$.fields.original.sha256' END) WHERE kind = 'evidence_item';`,
};
