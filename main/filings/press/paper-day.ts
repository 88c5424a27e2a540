import type { Now } from '../../../shared/calendar/clock.ts';
import { dayText } from '../../../shared/calendar/day.ts';
import { dayWordsLong, timeWords } from '../../../shared/calendar/day-words.ts';
import { momentAt } from '../../../shared/calendar/instant.ts';

/** How a paper says the instant it was made: `2026-06-22`, `June 22, 2026`, `June 22, 2026, 2:07 p.m. (America/New_York)`. */
export interface PaperDay {
  readonly iso: string;
  readonly day: string;
  readonly words: string;
}

/** In the zone of `now`. */
export function paperDay(now: Now): PaperDay {
  const moment = momentAt(now.instant, now.zone);
  const day = dayWordsLong(moment.day);
  return { iso: dayText(moment.day), day, words: `${day}, ${timeWords(moment.time ?? '00:00')} (${now.zone})` };
}

/** The day and the hour without the zone, where there is little room and the zone stands elsewhere. */
export function paperMinute(now: Now): string {
  const moment = momentAt(now.instant, now.zone);
  return `${dayWordsLong(moment.day)}, ${timeWords(moment.time ?? '00:00')}`;
}
