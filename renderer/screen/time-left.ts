/** How long work must have run before what is left of it can be guessed, in milliseconds. */
const soonest = 1500;

/** Milliseconds that work takes still, from how long it took for its share so far; null while that would be a guess. */
export function timeLeft(startedAt: number, now: number, share: number | null): number | null {
  const taken = now - startedAt;
  if (share === null || share < 0.03 || taken < soonest) return null;
  return Math.max(0, (taken / share) * (1 - Math.min(1, share)));
}
