import type { Contract } from '../../../shared/contract/contract.ts';
import { dayWordsLong } from '../../../shared/calendar/day-words.ts';
import { dayText, parseDay } from '../../../shared/calendar/day.ts';
import { refuse } from '../../../shared/failure/failure.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

/** Dates as people type them, read back in words before anything is saved. */
export function dateHandlers(_context: Pick<Context, 'clock'>): Pick<Handlers<Contract>, 'dates.read'> {
  return {
    'dates.read': ({ typed }) => {
      const day = parseDay(typed.trim()) ?? refuse({ code: 'date-unclear', typed, why: 'it is not a day written 2026-06-18', suggestions: [] });
      return { day: dayText(day), reading: dayWordsLong(day) };
    },
  };
}
