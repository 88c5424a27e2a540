import { momentAt } from '../../shared/calendar/instant.ts';
import { dayText } from '../../shared/calendar/day.ts';
import type { StateChange } from '../../shared/records/views/over-time.ts';
import { isValues } from '../../shared/records/values.ts';
import { readImage, type StoredImage } from './journal-image.ts';
import { prepared } from './prepared.ts';
import type { Seals } from './row.ts';
import type { Source } from './source.ts';

export interface StatesQuestion {
  readonly kind: string;
  readonly caseId: string;
  /** A field of the kind whose rows have a number and a state of their own. */
  readonly rows?: string | undefined;
}
type Entry = StoredImage & { readonly at: number; readonly number: string };

/**
 * When the records of a kind in a case came into their states, oldest first, up to what the source knows: from the journal, which remembers what nobody
 * wrote down besides. With `rows`, those of the rows in that field that have a number and a state, named as `ORD-002 OB-1`. Days are those of the person at work. What is closed to everybody, or sealed for the person at work, is left out.
 */
export function stateChanges({ db, seq }: Source, seals: Seals, { kind, caseId, rows }: StatesQuestion, zone: string): StateChange[] {
  const sql = `SELECT j.at, j.kind, j.shape, j.compartment, j.image, r.number FROM main.record r JOIN journal j ON j.record = r.id
    WHERE r.kind = ? AND r.case_id = ? AND +r.closed < 3 AND j.seq <= ? AND j.verb <> 'erased' ORDER BY j.seq`;
  const now = new Map<string, string | null>();
  const changes: StateChange[] = [];
  for (const entry of prepared<Entry>(db, sql).all(kind, caseId, seq())) {
    const record = readImage(entry, seals)?.record;
    if (!record) continue;
    const day = dayText(momentAt(entry.at, zone).day);
    const standing = new Map<string, string | null>(
      rows === undefined ? [[entry.number, record.removed ? null : record.state]] : record.removed ? [] : rowStates(record.fields[rows], entry.number),
    );
    // A row that was there and is not any more was taken away.
    if (rows !== undefined) for (const number of now.keys()) if (number.startsWith(`${entry.number} `) && !standing.has(number)) standing.set(number, null);
    for (const [number, state] of standing) {
      if (now.get(number) === state) continue;
      now.set(number, state);
      changes.push({ day, number, state });
    }
  }
  return changes;
}

function rowStates(value: unknown, of: string): [string, string][] {
  return (Array.isArray(value) ? value : []).flatMap((row): [string, string][] =>
    isValues(row) && typeof row['number'] === 'string' && typeof row['state'] === 'string' ? [[`${of} ${row['number']}`, row['state']]] : [],
  );
}
