import type { Day } from '../../calendar/day.ts';

interface Hold {
  readonly start: Day;
  /** Exclusive: the day on which the clock runs again. */
  readonly end: Day;
}

/** Whether the clock stood still on a day. */
export function isHeld(holds: readonly Hold[]): (day: Day) => boolean {
  return holds.length === 0 ? () => false : (day) => holds.some((hold) => day >= hold.start && day < hold.end);
}

/**
 * A count of calendar days from the day after `from` to `end`, lengthened by each day of a hold that it meets (15 CFR 750.4(b): days held do
 * not count). Holds must be in order of their start; overlapping ones are counted once.
 */
export function passHolds(holds: readonly Hold[], from: Day, end: Day): Day {
  let [last, covered] = [end, from];
  for (const hold of holds) {
    const start = Math.max(hold.start, covered + 1);
    if (start > last || hold.end <= start) continue;
    last += hold.end - start;
    covered = hold.end - 1;
  }
  return last;
}

/** How many days after `from` and up to `last` the clock stood still. */
export function heldDays(holds: readonly Hold[], from: Day, last: Day): number {
  let [held, covered] = [0, from];
  for (const hold of holds) {
    const start = Math.max(hold.start, covered + 1);
    const end = Math.min(hold.end - 1, last);
    if (end < start) continue;
    held += end - start + 1;
    covered = end;
  }
  return held;
}
