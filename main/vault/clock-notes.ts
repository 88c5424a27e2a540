import type { Clock } from '../../shared/calendar/clock.ts';
import { clockDoubt, notBefore, shown, toleranceMs, type ClockDoubt } from '../../shared/calendar/clock-doubt.ts';
import { instantText } from '../../shared/calendar/instant.ts';
import type { Database } from './database.ts';
import type { Entry } from './journal.ts';

/** Verbs of the entries that say what the clock showed where dates of entry do not. */
export const clockVerbs = { behind: 'clock-behind', ahead: 'clock-ahead' } as const;
/** While the clock stays behind: how far two readings that are noted lie apart. So what was saved between two notes is known to this. */
const apartMs = 10 * 60_000;

export interface ClockNotes {
  /** The entry that has to stand before the next one, after a journal whose last entry is of `last`; null where dates of entry say it all. */
  due(now: number, last: number): Entry | null;
  /** `due` was written, and committed. */
  noted(now: number): void;
  /** What is to be told of the clock now. */
  doubt(last: number): ClockDoubt | null;
}

const words = (instant: number) => instantText(shown(instant));

/**
 * `at` of an entry never goes back, whatever the clock does: so a clock that was ahead once dates everything after it. Then the history notes, before
 * the first entry and from then on every ten minutes, what the clock showed. And where the clock is more than a year ahead of the last entry.
 */
export function clockNotes(vault: string, reader: Database, clock: Clock): ClockNotes {
  let last: number | null = null;
  let gap = lastGap(reader, vault);
  const entry = (verb: string, now: number, before: number, reason: string): Entry => ({ record: vault, kind: 'vault', shape: 1, verb, reason, image: { clock: now, before } });
  return {
    due(now, before) {
      const doubt = clockDoubt(now, { last: before });
      if (doubt?.is === 'ahead-of-entry')
        return entry(clockVerbs.ahead, now, before, `This computer’s clock showed ${words(now)}, more than a year after the entry before, of ${words(before)}.`);
      if (doubt?.is !== 'behind-entry' && doubt?.is !== 'behind-program') return null;
      if (last !== null && Math.abs(now - last) < apartMs) return null;
      return entry(
        clockVerbs.behind,
        now,
        before,
        now < before - toleranceMs
          ? `This computer’s clock showed ${words(now)}. What follows is dated ${words(before)} as the entry before it, because dates of entry never go back.`
          : `This computer’s clock showed ${words(now)}, before ${words(notBefore)}, when this program did not exist. What follows is dated by it.`,
      );
    },
    noted(now) {
      last = now;
      gap = lastGap(reader, vault);
    },
    doubt: (before) => clockDoubt(clock().instant, { last: before, gap }),
  };
}

/** Where somebody last wrote across a gap of more than a year. */
function lastGap(reader: Database, vault: string): { clock: number; last: number } | null {
  const image = reader
    .prepare<[string, string], Buffer>('SELECT image FROM journal WHERE record = ? AND verb = ? AND image IS NOT NULL ORDER BY seq DESC LIMIT 1')
    .pluck()
    .get(vault, clockVerbs.ahead);
  if (!image) return null;
  try {
    // Proof of the cast: read as unknown and checked below; a vault of somebody else's may hold anything.
    const { record } = JSON.parse(image.toString()) as { record?: { clock?: unknown; before?: unknown } };
    const { clock, before } = record ?? {};
    return typeof clock === 'number' && typeof before === 'number' ? { clock, last: before } : null;
  } catch {
    return null;
  }
}
