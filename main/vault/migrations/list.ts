import { firstShape } from './0001-first-shape.ts';
import { unfinishedErasures } from './0002-unfinished-erasures.ts';
import { itemsByBytes } from './0003-items-by-bytes.ts';
import { noIndexOfTitles } from './0004-no-index-of-titles.ts';
import { lastDays } from './0005-last-days.ts';

/** One step of the database from the shape before to `shape`. A released step is never edited: what it made is already in vaults. */
export interface Migration {
  readonly shape: number;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [firstShape, unfinishedErasures, itemsByBytes, noIndexOfTitles, lastDays];

/** The shape this program writes; a vault with a higher one is refused untouched. */
export const knownShape = migrations.length;
