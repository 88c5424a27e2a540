import type { Migration } from './list.ts';

/**
 * What an erasure still has to take away once it is committed: the names of stored files, and `pages` for the pages of the database. Emptied when it
 * is done; after a crash the next opening goes on from here.
 */
export const unfinishedErasures: Migration = {
  shape: 2,
  sql: 'CREATE TABLE remainder(what TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;',
};
