import { vault } from '../bridge.ts';
import { wordsOf } from '../words/failures.ts';
import type { ReadDay } from './read-date.ts';

/** A weekday that may be of this week or of another. */
const weekdayOnly = /^(?:(?:next|last|this|on) )?[a-z]{3,9}\.?$/i;
const numbersOnly = /^\d{1,2}([-/. ])\d{1,2}(?:\1\d{1,4})?$/;

/**
 * Has the vault read a day that was typed on `on`: what "today" was read as stays that after midnight, and in a draft that is found again days later. Where it is not
 * known when it was typed, it is read as if now.
 */
export const readDayOn =
  (on: string | undefined): ReadDay =>
  async (typed) => {
    const answer = await vault.ask('dates.read', { typed, ...(on !== undefined && { on }) });
    if (answer.ok) return { ok: true, day: answer.reply.day };
    const { what, means } = wordsOf(answer.failure);
    // Only the two ways round of plain numbers, and the two weeks of a weekday: other suggestions show how a date is written, not what was meant.
    const instead =
      answer.failure.code === 'date-unclear' && (numbersOnly.test(typed.trim()) || (weekdayOnly.test(typed.trim()) && answer.failure.suggestions.length === 2))
        ? answer.failure.suggestions
        : [];
    return { ok: false, why: `${what} ${means}`, ...(instead.length > 0 && { instead }) };
  };
