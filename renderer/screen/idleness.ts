/** What the two clocks of a window show, in milliseconds: that of the computer, and one that only goes on. */
export interface Clocks {
  readonly wall: number;
  readonly steady: number;
}

/**
 * How long nobody has done anything. The steady clock stands still while some systems sleep, and the wall clock can be set back: each alone would leave a vault open that
 * nobody sits at, so whichever says more holds. A clock that is set forward locks, as a sleep of that length does.
 */
export const idleMs = (lastActive: Clocks, now: Clocks): number => Math.max(now.wall - lastActive.wall, now.steady - lastActive.steady, 0);

/** Whole minutes until the vault locks by itself; negative once it should have. */
export const minutesLeft = (idle: number, lockAfterMinutes: number): number => Math.ceil(lockAfterMinutes - idle / 60_000);
