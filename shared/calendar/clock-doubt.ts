/** Behind by less is a clock that the network has just set right. */
export const toleranceMs = 2 * 60_000;
/** A vault may rest for months; a gap of a year is a reason to look at the clock before anything is dated by it. */
export const longGapMs = 366 * 86_400_000;
/** For so long the gap is told after somebody wrote across it. */
const toldMs = 7 * 86_400_000;
/** A program that old is rare; a clock that is wrong by as much is not. */
const programMs = 10 * 366 * 86_400_000;
/** No copy of this program is older: a clock that shows less has lost its battery. */
export const notBefore = 1_735_689_600_000;

/** `gap`: somebody wrote across a gap of more than a year not long ago. */
export const clockDoubts = ['behind-entry', 'behind-program', 'ahead-of-entry', 'ahead-of-program', 'gap'] as const;

/** Why dates of entry by this clock are in doubt. All are milliseconds of UTC. */
export interface ClockDoubt {
  readonly is: (typeof clockDoubts)[number];
  readonly clock: number;
  /** The date that the clock does not go with: of the last entry, of the entry before the gap, or of the program. */
  readonly known: number;
}

export interface KnownTimes {
  /** Of the last entry. */
  readonly last: number;
  /** The last time that somebody wrote across a gap of more than a year: what the clock showed then, and the entry before it. */
  readonly gap?: { readonly clock: number; readonly last: number } | null;
}

/** The years 0000 to 9999, which can be written. */
const [first, end] = [-62_167_219_200_000, 253_402_300_799_000];
/** An instant that can be written: what stands in somebody else's vault may be none. */
export const shown = (instant: number): number => Math.max(first, Math.min(end, Math.trunc(instant) || 0));

/** Whether `now`, by this computer's clock, goes with what is known; null when nothing speaks against it. */
export function clockDoubt(now: number, { last, gap = null }: KnownTimes): ClockDoubt | null {
  if (now < last - toleranceMs) return { is: 'behind-entry', clock: shown(now), known: shown(last) };
  if (now < notBefore) return { is: 'behind-program', clock: shown(now), known: notBefore };
  if (now > last + longGapMs) return { is: 'ahead-of-entry', clock: shown(now), known: shown(last) };
  if (gap && now - gap.clock < toldMs) return { is: 'gap', clock: shown(gap.clock), known: shown(gap.last) };
  return now > notBefore + programMs ? { is: 'ahead-of-program', clock: shown(now), known: notBefore } : null;
}

/** What happened, what it means for dates of entry, and what to do. `show` writes an instant for the person who reads it. */
export function clockWords({ is, clock, known }: ClockDoubt, show: (instant: number) => string): string {
  const [shows, then] = [show(clock), show(known)];
  switch (is) {
    case 'behind-entry':
      return `This computer’s clock shows ${shows}, but the last entry is dated ${then}. A date of entry never goes back, so what is saved now carries that later date, and the history notes what the clock showed. Lock, set the clock right and open again. If it is right now, it was ahead when that entry was made: open the last backup from before it, or go on and rely on the notes in the history.`;
    case 'behind-program':
      return `This computer’s clock shows ${shows}, which is before this program existed. Dates of entry made by it are wrong. Lock, set the clock right and open again before you save anything.`;
    case 'ahead-of-entry':
      return `This computer’s clock shows ${shows}, more than a year after the last entry (${then}). Look at the date before you save anything: a date of entry cannot be put back later. If it is wrong, lock, set the clock right and open again; if it is right, there is nothing to do.`;
    case 'gap':
      return `On ${shows} something was saved, more than a year after the entry before it (${then}). If the clock was wrong then, entries since carry a wrong date: set it right, open the last backup from before, and enter again what came later. If it was right, there is nothing to do; this is not told again after a week.`;
    case 'ahead-of-program':
      return `This computer’s clock shows ${shows}, many years after this program was made. If that is wrong, lock, set the clock right and open again before you save anything: a date of entry cannot be put back later.`;
  }
}
