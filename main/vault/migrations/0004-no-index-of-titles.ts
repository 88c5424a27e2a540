import type { Migration } from './list.ts';

/**
 * Without the index over titles. Each change of a title encrypted two to four more pages at its commit (about a tenth of the whole change), for a question
 * that the index of words answers too.
 */
export const noIndexOfTitles: Migration = { shape: 4, sql: 'DROP INDEX record_title;' };
