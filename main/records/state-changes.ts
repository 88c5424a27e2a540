import { momentAt } from '../../shared/calendar/instant.ts';
import { dayText } from '../../shared/calendar/day.ts';
import type { StateChange } from '../../shared/records/views/over-time.ts';
import { readImage, type StoredImage } from './journal-image.ts';
import { prepared } from './prepared.ts';
import type { Seals } from './row.ts';
import type { Source } from './source.ts';

type Entry = StoredImage & { readonly at: number; readonly number: string };

/**
 * When the records of a kind in a case came into their states, oldest first, up to what the source knows: from the journal, which remembers what nobody
 * wrote down besides. Days are those of the person at work. What is closed to everybody, or sealed for the person at work, is left out.
 */
export function stateChanges({ db, seq }: Source, seals: Seals, kind: string, caseId: string, zone: string): StateChange[] {
  const sql = `SELECT j.at, j.kind, j.shape, j.compartment, j.image, r.number FROM main.record r JOIN journal j ON j.record = r.id
    WHERE r.kind = ? AND r.case_id = ? AND +r.closed < 3 AND j.seq <= ? AND j.verb <> 'erased' ORDER BY j.seq`;
  const now = new Map<string, string | null>();
  const changes: StateChange[] = [];
  for (const entry of prepared<Entry>(db, sql).all(kind, caseId, seq())) {
    const record = readImage(entry, seals)?.record;
    if (!record) continue;
    const state = record.removed ? null : record.state;
    if (now.get(entry.number) === state) continue;
    now.set(entry.number, state);
    changes.push({ day: dayText(momentAt(entry.at, zone).day), number: entry.number, state });
  }
  return changes;
}
