import { holdsWords, typedWords } from '../../shared/records/typed-words.ts';
import { inOneAct, type DoneTogether } from './together.ts';
import { prepared } from './prepared.ts';
import type { Records, SlicesSetting } from './records.ts';
import type { Row } from './row.ts';
import { rowColumns, type Source } from './source.ts';

export interface RemovedQuestion {
  readonly caseId?: string | undefined;
  /** Words that number or title must hold, in any order and case. */
  readonly text?: string | undefined;
  /** Only what was removed before this entry: the next page starts before the last one of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
}
/** A record that was removed: what it was called, when and by whom it was removed, and why; null where its content is sealed from the person at work. */
export interface RemovedRecord {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly title: string;
  readonly at: number;
  readonly actor: string;
  readonly reason: string | null;
  /** The entry that removed it. */
  readonly seq: number;
}

/** What was removed and neither erased nor closed to everybody since, last removed first, and how many there are. */
export function removedRecords(source: Source, { caseId, text = '', before, limit }: RemovedQuestion): { readonly rows: RemovedRecord[]; readonly total: number } {
  const inCase = caseId === undefined ? '' : ' AND r.case_id = ?';
  const found = prepared<{ number: string; title: string; seq: number }>(
    source.db,
    `SELECT r.number, r.title, r.seq FROM record r WHERE r.closed = 2${inCase} ORDER BY r.seq DESC`,
  ).all(...(caseId === undefined ? [] : [caseId]));
  const words = typedWords(text);
  const fitting = words.length === 0 ? found : found.filter(({ number, title }) => holdsWords(`${number} ${title}`, words));
  const shown = fitting.filter(({ seq }) => before === undefined || seq < before).slice(0, limit);
  return { rows: shown.map(({ seq }) => removedAt(source, seq)), total: fitting.length };
}

function removedAt(source: Source, seq: number): RemovedRecord {
  // By its number of entry a row is found through the journal: rows have no index over their last entries.
  const row = prepared<Row & { body: unknown; at: number; actor: string }>(
    source.db,
    `SELECT ${rowColumns}, ${source.body} AS body, j.at, j.actor FROM journal j JOIN record r ON r.id = j.record WHERE j.seq = ?`,
  ).get(seq);
  if (!row) throw new Error(`entry ${seq} has no record`);
  const { id, number, kind, state, title } = row;
  const removed = source.open(row, row.body).removed;
  return { id, number, kind, state, title, at: removed?.at ?? row.at, actor: removed?.by ?? row.actor, reason: removed?.reason ?? null, seq };
}

/** Brings removed records back as they stood, as one act, which one undo takes back; their links, cases and guards are checked as of every change. What is there already stays. */
export const putBackTogether = (records: Records, numbers: readonly string[], setting: SlicesSetting): Promise<DoneTogether> =>
  inOneAct(records, numbers, null, setting, (writing, number) => void writing.restore(writing.require(number).id));
