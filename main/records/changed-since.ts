import { refuse } from '../../shared/failure/failure.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Reading } from './reading.ts';

/** Refuses `changed-since`, with who and when, if the record has an entry after `seq`. Without a `seq` there is nothing to compare. */
export function refuseChangedSince(reading: Reading, record: AnyRecord, seq: number | undefined): void {
  if (seq === undefined) return;
  const last = reading.changed(record.id);
  if (last.seq !== seq) refuse({ code: 'changed-since', number: record.number, by: last.actor, at: new Date(last.at).toISOString() });
}
