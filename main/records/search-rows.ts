import type { Database } from 'better-sqlite3-multiple-ciphers';
import type { AnyRecord } from '../../shared/records/record.ts';
import { searchText } from '../../shared/records/search-text.ts';
import { isHidden } from './hidden.ts';
import { prepared } from './prepared.ts';
import { kindOf } from './row.ts';
import { withoutMarks } from './snippet.ts';

export interface SearchText {
  readonly title: string;
  readonly text: string;
}

/** What search knows of a record; nothing of a sealed kind, of a removed record or of one that is closed to everybody. Lines that only repeat the title are left out. */
export function searchTextOf(record: AnyRecord | undefined): SearchText | null {
  if (!record || record.removed || isHidden(record)) return null;
  const kind = kindOf(record.kind);
  if (kind.compartment) return null;
  const title = kind.title(record.fields);
  const text = [searchText(kind.fields, record.fields), ...record.tags, record.formerNumber ?? '']
    .flatMap((part) => part.split('\n'))
    .filter((line) => line !== '' && line !== title)
    .join('\n');
  return { title: withoutMarks(title), text: withoutMarks(text) };
}

/**
 * Brings the search rows to what `after` holds; the vault's triggers carry them into the index. A row has its record's rowid, so that a
 * hit finds its record in one step and the newest hits come first without sorting. Nothing is written when no word has changed.
 */
export function writeSearchText(db: Database, before: AnyRecord | undefined, after: AnyRecord): void {
  const [old, now] = [searchTextOf(before), searchTextOf(after)];
  if (old && now) {
    if (old.title === now.title && old.text === now.text) return;
    prepared(db, 'UPDATE search_text SET title = ?, text = ? WHERE rowid = (SELECT rowid FROM record WHERE id = ?)').run(now.title, now.text, after.id);
  } else if (now) {
    prepared(db, 'INSERT INTO search_text(rowid, record, number, title, text) SELECT rowid, id, number, ?, ? FROM record WHERE id = ?').run(now.title, now.text, after.id);
  } else if (old) {
    prepared(db, 'DELETE FROM search_text WHERE record = ?').run(after.id);
  }
}
