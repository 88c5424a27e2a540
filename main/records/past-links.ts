import type { Database } from 'better-sqlite3-multiple-ciphers';
import { entryThen } from './past-entry.ts';
import { pastTables } from './past-tables.ts';
import { prepared } from './prepared.ts';
import type { Row, Seals } from './row.ts';
import { rowColumns } from './source.ts';

/** Links of one piece that were found before, and records whose links of today are copied in one. */
export const usualLinks = { put: 2_000, copied: 1_000 };

/** Links found in the images of records while an instant was filled: from, role and to, one after another. Lists need none of them, so they are put away behind the first answer. */
export type FoundLinks = string[];

/**
 * Fills the table of links of an instant whose records stand in theirs already, those of one case, of none (null) or of all; yields what share is done. `found` is
 * emptied. The links of a record whose row was copied are copied too, unless it has changed after entry `since`, at which the first row was: then its image is read.
 */
export function* linkPast(
  db: Database,
  seals: Seals,
  { seq, since }: { readonly seq: number; readonly since: number },
  scope: string | null | 'all',
  found: FoundLinks,
  pieces: Readonly<typeof usualLinks> = usualLinks,
): Generator<number> {
  const { record, link, read } = pastTables(seq);
  // Asked for each record of each range: without it all of them would be gone through for every range.
  db.exec(`CREATE INDEX IF NOT EXISTS temp.${read}_row ON ${read}("row")`);
  const put = prepared(db, `INSERT OR IGNORE INTO temp.${link} VALUES (?, ?, ?)`);
  const some = db.transaction((links: readonly string[]) => {
    for (let at = 0; at + 2 < links.length; at += 3) put.run(links[at], links[at + 1], links[at + 2]);
  });
  const all = found.length;
  while (found.length > 0) {
    some(found.slice(-3 * pieces.put));
    found.length = Math.max(0, found.length - 3 * pieces.put);
    yield (all - found.length) / all / 2;
  }

  const own = `r.rowid > ? AND r.rowid <= ?${scope === 'all' ? '' : ' AND r.case_id IS ?'} AND NOT EXISTS (SELECT 1 FROM temp.${read} h WHERE h."row" = r.rowid)`;
  const later = 'IN (SELECT j.record FROM main.journal j WHERE j.seq > ?)';
  const copy = prepared(
    db,
    `INSERT OR IGNORE INTO temp.${link} SELECT l."from", l.role, l."to" FROM temp.${record} r JOIN main.link l ON l."from" = r.id WHERE ${own} AND r.id NOT ${later}`,
  );
  const changed = prepared<Row>(db, `SELECT ${rowColumns} FROM temp.${record} r WHERE ${own} AND r.id ${later}`);
  const range = db.transaction((...of: unknown[]) => {
    copy.run(...of);
    for (const row of changed.all(...of)) for (const { role, to } of entryThen(db, row, row.seq, seals)?.links ?? []) put.run(row.id, role, to);
  });
  const last = prepared<number>(db, `SELECT max(rowid) FROM temp.${record}`).pluck().get() ?? 0;
  const step = scope === 'all' ? pieces.copied : last;
  for (let from = 0; from < last; from += step) {
    range(from, from + step, ...(scope === 'all' ? [] : [scope]), since);
    yield (1 + Math.min(1, (from + step) / last)) / 2;
  }
}
