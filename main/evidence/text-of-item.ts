import type { AnyRecord } from '../../shared/records/record.ts';
import type { Reading } from '../records/reading.ts';
import type { FileFact, ReadStatus } from './reader/reading.ts';

export interface TextOfItem {
  readonly status: ReadStatus;
  readonly text: string;
  readonly pages: number | null;
  /** What the file says of itself: headers of mail, properties of a document. */
  readonly facts: readonly FileFact[];
}

/** The words kept of an evidence item; `not-read` when there are none. Refuses `record-not-found`. */
export function textOfItem(reading: Reading, number: string): TextOfItem {
  const item = reading.require(number);
  const kept = reading.linkingTo(item.id, 'text of').at(-1);
  if (!kept) return { status: 'not-read', text: '', pages: null, facts: [] };
  // Proof of the cast: a record that links in this role is of the kind `evidence_text`, parsed by its schema.
  const { status, text, pages, facts } = kept.fields as { status: ReadStatus; text?: string; pages?: number; facts?: FileFact[] };
  return { status, text: text ?? '', pages: pages ?? null, facts: facts ?? [] };
}

/** The item that a found text belongs to: search finds words, people look for the exhibit. Any other record is itself. */
export function itemOfText(reading: Reading, record: AnyRecord): AnyRecord {
  const item = record.kind === 'evidence_text' ? record.fields['item'] : undefined;
  return (typeof item === 'string' ? reading.get(item) : undefined) ?? record;
}
