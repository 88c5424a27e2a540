import type { Database } from './database.ts';

/** FTS5's row ids in `fts_data` (sqlite.org/fts5.html, fts5_index.c "FTS5_SEGMENT_ROWID"): segment in the bits from 37, then flag, height and page. */
const SEGMENT = 2 ** 37;
const HEIGHT = 2 ** 31;

/**
 * Whether the table of contents of the search index leads to every page of words. FTS5's own check follows that table and so cannot miss what is not in it; a
 * search then silently finds less. A page holds words when its footer (from the length in its bytes 2 and 3) is not empty. Null when all are reached. `turn` is awaited between pieces.
 */
export async function verifySearchContents(db: Database, turn: () => Promise<void>): Promise<string | null> {
  const reached = new Set(
    db
      .prepare<[], { segid: number; page: number }>('SELECT segid, pgno >> 1 AS page FROM fts_idx')
      .all()
      .map(({ segid, page }) => segid * SEGMENT + page),
  );
  const pages = db.prepare<[number], { id: number; start: Buffer; length: number }>(
    'SELECT id, substr(block, 1, 4) AS start, length(block) AS length FROM fts_data WHERE id > ? ORDER BY id LIMIT 1000',
  );
  for (let after = SEGMENT - 1; ; ) {
    const some = pages.all(after);
    if (some.length === 0) return null;
    for (const { id, start, length } of some) {
      const isLeaf = Math.floor((id % SEGMENT) / HEIGHT) === 0;
      if (isLeaf && length > 4 && start.readUInt16BE(2) < length && !reached.has(id)) return 'words of the index cannot be reached: searches would find less';
      after = id;
    }
    await turn();
  }
}
