import type { Now } from '../../shared/calendar/clock.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import type { KnownBackup } from '../vault/vault.ts';

const dayMs = 86_400_000;
/** A week of work is the most that a lost computer should cost. */
const mostDays = 7;

export interface BackupState {
  readonly last: KnownBackup | null;
  /** Days since the day of it, by the clocks of the person: of one of yesterday evening nobody says that it is today's. Null when there is none. */
  readonly daysAgo: number | null;
  /** Entries since the last backup, its own not counted; all of them when there is none. */
  readonly changes: number;
  /** Something has changed, and the last backup is a week old or the vault has stood for a day without one. */
  readonly due: boolean;
}

/** A clock that was ahead once must not keep it quiet until then: a time still to come is as good as long ago. */
const awayFrom = (then: number, now: number): number => Math.abs(now - then);

/** Whether it is time to back up. `known` newest first; `seq` is the last entry and `madeAt` the first one's instant. */
export function backupState(
  known: readonly KnownBackup[],
  { seq, madeAt, now: { instant: now, zone } }: { readonly seq: number; readonly madeAt: number; readonly now: Now },
): BackupState {
  const last = known.find(({ destroyed }) => destroyed === null) ?? null;
  if (!last) return { last, daysAgo: null, changes: seq, due: awayFrom(madeAt, now) >= dayMs };
  const daysAgo = Math.max(0, momentAt(now, zone).day - momentAt(last.at, zone).day);
  const changes = Math.max(0, seq - last.entry);
  return { last, daysAgo, changes, due: changes > 0 && (daysAgo >= mostDays || now < last.at - dayMs) };
}
