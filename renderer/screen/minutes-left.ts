/** Whole minutes until the vault locks by itself, never more than the setting; negative once it should have. */
export const minutesLeft = (lastActiveAt: number, now: number, lockAfterMinutes: number): number =>
  Math.min(lockAfterMinutes, Math.ceil((lastActiveAt + lockAfterMinutes * 60_000 - now) / 60_000));
