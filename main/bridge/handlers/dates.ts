import type { Contract } from '../../../shared/contract/contract.ts';
import { dayWords } from '../../../shared/calendar/day-words.ts';
import { dayText, parseDay } from '../../../shared/calendar/day.ts';
import { instantAt } from '../../../shared/calendar/instant.ts';
import { readTypedDate } from '../../../shared/calendar/read-typed-date.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

/** Dates as people type them, read back in words before anything is saved (domain.md §7 U13). */
export function dateHandlers({ clock }: Pick<Context, 'clock'>): Pick<Handlers<Contract>, 'dates.read'> {
  return {
    'dates.read': ({ typed, on }) => {
      const { instant, zone } = clock();
      const then = on === undefined ? null : parseDay(on);
      const { day, against } = readTypedDate(typed, { instant: then === null ? instant : instantAt({ day: then, time: '12:00' }, zone), zone });
      const reading = against === null ? dayWords(day) : `${dayWords(day)}; ${on === undefined ? 'today is' : 'typed on'} ${dayWords(against.today)} (${against.zone})`;
      return { day: dayText(day), reading };
    },
  };
}
