import { refuse } from '../../shared/failure/failure.ts';
import { recordDifferences, type Difference } from '../../shared/records/diff.ts';
import { readImage, type StoredImage } from './journal-image.ts';
import { typedNumber } from './number.ts';
import { prepared } from './prepared.ts';
import { kindOf, type Seals } from './row.ts';
import type { Source } from './source.ts';

export interface HistoryQuestion {
  readonly number?: string | undefined;
  readonly caseId?: string | undefined;
  /** Only entries before this one: the next page starts before the last entry of the page before. */
  readonly before?: number | undefined;
  /** Only entries after this one: what happened since somebody looked. */
  readonly after?: number | undefined;
  readonly limit: number;
}
export interface HistoryEntry {
  readonly seq: number;
  readonly act: string;
  readonly at: number;
  readonly actor: string;
  readonly verb: string;
  readonly record: string;
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly reason: string | null;
  readonly erased: boolean;
  readonly changes: Difference[];
}
interface Entry extends StoredImage {
  readonly seq: number;
  readonly act: string;
  readonly at: number;
  readonly actor: string;
  readonly verb: string;
  readonly record: string;
  readonly number: string | null;
  readonly closed: number | null;
}

/** Longest text shown of one value: history says what changed, the record says all of it. */
const longestShown = 2_000;
const entryColumns = 'j.seq, j.act, j.at, j.actor, j.verb, j.record, j.kind, j.shape, j.compartment, j.image, n.number, n.closed';

/**
 * What happened, newest first: to a record, in a case (the case's own record included), or in the whole vault, up to what the source knows.
 * Content that was erased, is sequestered, or is sealed for the person at work shows as an entry without changes. Refuses `record-not-found`.
 */
export function history(source: Source, seals: Seals, question: HistoryQuestion): { entries: HistoryEntry[]; more: boolean } {
  const { where, values } = scope(source, question);
  const before = Math.min(question.before ?? Number.MAX_SAFE_INTEGER, source.seq() + 1);
  const sql = `SELECT ${entryColumns} FROM journal j LEFT JOIN record n ON n.id = j.record WHERE ${where} AND j.seq < ? AND j.seq > ? ORDER BY j.seq DESC LIMIT ?`;
  const entries = prepared<Entry>(source.db, sql).all(...values, before, question.after ?? 0, question.limit + 1);
  return { entries: entries.slice(0, question.limit).map((entry) => told(source, seals, entry)), more: entries.length > question.limit };
}

function scope({ db, find }: Source, { number, caseId }: HistoryQuestion): { where: string; values: readonly string[] } {
  if (number !== undefined) {
    const record = find('number', typedNumber(number) ?? number) ?? find('id', number) ?? refuse({ code: 'record-not-found', number });
    return { where: 'j.record = ?', values: [record.id] };
  }
  if (caseId === undefined) return { where: 'TRUE', values: [] };
  const size = prepared<{ here: number; all: number }>(db, 'SELECT (SELECT count(*) FROM record WHERE case_id = ?) AS "here", (SELECT max(rowid) FROM record) AS "all"').get(
    caseId,
  );
  // In a large case the newest entries are near the end of the journal; of a small one they are gathered record by record. The plus keeps the index off.
  const large = size !== undefined && size.here * 20 > size.all;
  return { where: `${large ? '+' : ''}j.record IN (SELECT id FROM record WHERE case_id = ? UNION ALL SELECT ?)`, values: [caseId, caseId] };
}

function told(source: Source, seals: Seals, entry: Entry): HistoryEntry {
  const { seq, act, at, actor, verb, record, kind } = entry;
  const image = readImage(entry, seals);
  const base = { seq, act, at, actor, verb, record, number: entry.number ?? '', kind, erased: entry.image === null };
  if (!image) return { ...base, title: '', reason: null, changes: [] };
  // Of what is sequestered, only that it is: earlier reasons may repeat it.
  if (entry.closed === 3) return { ...base, title: '', reason: verb === 'sequester' ? image.reason : null, changes: [] };
  if (!image.record) return { ...base, title: '', reason: image.reason, changes: [] };
  const definition = kindOf(kind);
  const title = definition.title(image.record.fields);
  const stored = prepared<StoredImage>(
    source.db,
    "SELECT kind, shape, compartment, image FROM journal WHERE record = ? AND seq < ? AND verb <> 'erased' ORDER BY seq DESC LIMIT 1",
  ).get(record, seq);
  const before = (stored && readImage(stored, seals)?.record) ?? undefined;
  // Where the image before cannot be read, what changed cannot be said: everything would look new.
  const changes = stored && !before ? [] : recordDifferences(definition, before, image.record, numberOf(source));
  return { ...base, title, reason: image.reason, changes: changes.map((change) => ({ ...change, old: shown(change.old), new: shown(change.new) })) };
}

const shown = (text: string | null) => (text !== null && text.length > longestShown ? `${text.slice(0, longestShown)} …` : text);

/** Names a linked record by its number. */
export const numberOf =
  ({ db }: Pick<Source, 'db'>) =>
  (id: string): string | undefined =>
    prepared<{ number: string }>(db, 'SELECT number FROM record WHERE id = ?').get(id)?.number;
