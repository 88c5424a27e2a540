import * as z from 'zod';
import type { Now } from '../calendar/clock.ts';
import { dayText } from '../calendar/day.ts';
import { noDate, readTypedDate } from '../calendar/read-typed-date.ts';
import { Refused } from '../failure/failure.ts';

/** A day behind `before:` or `after:` as it was read, to be shown beside what was found; or why it is none. */
export const searchedDayShape = z.strictObject({
  operator: z.enum(['before', 'after']),
  typed: z.string(),
  /** `YYYY-MM-DD`; null where it could not be read. */
  day: z.string().nullable(),
  /** What is wrong, in a sentence; empty where it was read. */
  why: z.string(),
  /** What might have been meant, each of which is read as one day. */
  instead: z.array(z.string()).readonly(),
});
export type SearchedDay = Readonly<z.infer<typeof searchedDayShape>>;

/** The most words of a date: `Thu June 18 2026` has four, `the day before yesterday` too; one more for a sign that stands alone. */
const most = 5;

/**
 * Reads the day behind an operator out of the words that follow, as forms read it (shared/calendar/read-typed-date.ts): as many of them as make a day, so that `before:18 June 2026 notice`
 * looks for a notice. A day that could be two, such as `06/07/2026` or `5 May 12`, is not read as the shorter one that would be clear. `taken` counts the words that belong to it.
 */
export function searchedDay(operator: SearchedDay['operator'], words: readonly string[], now: Now): { readonly read: SearchedDay; readonly taken: number } {
  let unclear: { readonly read: SearchedDay; readonly taken: number } | null = null;
  for (let taken = Math.min(most, words.length); taken > 0; taken--) {
    const typed = words.slice(0, taken).join(' ');
    try {
      return { read: { operator, typed, day: dayText(readTypedDate(typed, now).day), why: '', instead: [] }, taken };
    } catch (thrown) {
      if (!(thrown instanceof Refused) || thrown.failure.code !== 'date-unclear') throw thrown;
      const { why, suggestions } = thrown.failure;
      const found = { read: { operator, typed, day: null, why, instead: suggestions }, taken };
      if (why !== noDate) return found;
      unclear = found;
    }
  }
  return unclear ?? { read: { operator, typed: '', day: null, why: noDate, instead: [] }, taken: 0 };
}
