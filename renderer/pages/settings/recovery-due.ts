/** The drill is a yearly one; leap years do not matter to it. */
const yearMs = 366 * 24 * 60 * 60 * 1000;

/** Whether a recovery drill is due: never done, or more than a year ago. */
export const drillDue = (drilledAt: number | null, now: number): boolean => drilledAt === null || now - drilledAt > yearMs;
