import type { Database } from 'better-sqlite3-multiple-ciphers';
import { refuse } from '../../shared/failure/failure.ts';
import { linksIn, type Link } from '../../shared/records/links.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { prepared } from './prepared.ts';
import { kindOf } from './row.ts';

/** What a record names, as its fields have it. */
export const linksOfRecord = (record: AnyRecord): Link[] => linksIn(kindOf(record.kind).fields, record.fields);
const keyOf = (link: Link) => `${link.role}\n${link.to}`;

/** Brings the link table to what `after` holds, and says whether a link came. The same link in two places of a record is one row. */
export function writeLinks(db: Database, before: AnyRecord | undefined, after: AnyRecord): boolean {
  const old = new Map((before ? linksOfRecord(before) : []).map((link) => [keyOf(link), link]));
  const now = new Map(linksOfRecord(after).map((link) => [keyOf(link), link]));
  const come = [...now].filter(([key]) => !old.has(key));
  for (const [key, link] of old) if (!now.has(key)) prepared(db, 'DELETE FROM link WHERE "from" = ? AND role = ? AND "to" = ?').run(after.id, link.role, link.to);
  for (const [, link] of come) prepared(db, 'INSERT INTO link("from", role, "to") VALUES (?, ?, ?)').run(after.id, link.role, link.to);
  return come.length > 0;
}

interface Target {
  readonly kind: string;
  readonly number: string;
  readonly case_id: string | null;
  readonly closed: number;
}

/**
 * Refuses `link-target-missing` for a link to nothing, to a kind the field does not take, to another case or to a removed record
 * (domain.md §2.0 V1). Asked of new links, at the end of an act, because records of one act may link to each other. A link made before its
 * target was removed stays: it is still true of what it named.
 */
export function checkLinks(db: Database, record: AnyRecord, before: AnyRecord | undefined): void {
  // Number, kind and case never change, so a link that was there before is as good as it was.
  const old = new Set((before && !before.removed ? linksOfRecord(before) : []).map(keyOf));
  for (const link of linksOfRecord(record)) {
    if (old.has(keyOf(link))) continue;
    const target = prepared<Target>(db, 'SELECT kind, number, case_id, closed FROM record WHERE id = ?').get(link.to);
    const missing =
      !target ||
      !(link.kinds.includes('*') || link.kinds.includes(target.kind)) ||
      target.closed >= 2 ||
      !(record.caseId === null || target.case_id === null || target.case_id === record.caseId);
    if (missing) refuse({ code: 'link-target-missing', number: record.number, field: link.path, target: target?.number ?? link.to });
  }
}
