import type { Database } from 'better-sqlite3-multiple-ciphers';
import type { Failure } from '../../shared/failure/failure.ts';
import { recordDifferences } from '../../shared/records/diff.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { readImage, type StoredImage } from './journal-image.ts';
import { prepared } from './prepared.ts';
import { kindOf, type Seals } from './row.ts';

type Later = StoredImage & { readonly seq: number; readonly at: number; readonly actor: string };

/**
 * What stands in the way of taking back an earlier act: the first entry after `last` that touched one of `names` (fields, or what every record has);
 * any entry at all where `names` is null, because all of them rest on the record being there.
 */
export function firstInTheWay(db: Database, seals: Seals, now: AnyRecord, last: number, names: readonly string[] | null): Failure {
  const kind = kindOf(now.kind);
  const entries = prepared<Later>(db, "SELECT seq, at, actor, kind, shape, compartment, image FROM journal WHERE record = ? AND seq >= ? AND verb <> 'erased' ORDER BY seq").all(
    now.id,
    last,
  );
  let before: AnyRecord | undefined;
  for (const entry of entries) {
    const after = readImage(entry, seals)?.record ?? undefined;
    if (entry.seq > last && after) {
      // Rows and groups say where in them: the name before the first point is the field.
      const touched = recordDifferences(kind, before, after).filter(({ field }) => names === null || names.includes(field.split('.')[0] ?? ''));
      if (touched.length > 0) return inTheWay(now, entry, [...new Set(touched.map(({ field }) => labelOf(now, field.split('.')[0] ?? '')))]);
    }
    before = after ?? before;
  }
  const [entry] = entries.slice(-1);
  return entry
    ? inTheWay(
        now,
        entry,
        (names ?? []).map((name) => labelOf(now, name)),
      )
    : { code: 'cannot-undo', number: now.number, why: 'What was changed since was erased.' };
}

const inTheWay = ({ number }: AnyRecord, { seq, at, actor }: Later, fields: readonly string[]): Failure => ({
  code: 'undo-in-the-way',
  number,
  fields,
  entry: seq,
  by: actor,
  at: new Date(at).toISOString(),
});

const common: Readonly<Record<string, string>> = {
  state: 'State',
  audience: 'Audience',
  named: 'Only for',
  privilege: 'Privilege',
  privilegeBasis: 'Basis of the privilege',
  tags: 'Tags',
  removed: 'Removed',
};
const labelOf = ({ kind }: AnyRecord, name: string): string => kindOf(kind).fields[name]?.label ?? common[name] ?? name;
