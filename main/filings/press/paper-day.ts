import type { Now } from '../../../shared/calendar/clock.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** How a paper says the instant it was made: `2026-06-22`, `June 22, 2026`, `June 22, 2026, 14:07 (America/New_York)`. */
export interface PaperDay {
  readonly iso: string;
  readonly day: string;
  readonly words: string;
}

/** In the zone of `now`, from numbers only: words of a locale change with the data a runtime ships, and the bytes must not. */
export function paperDay(now: Now): PaperDay {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: now.zone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const part = new Map(format.formatToParts(now.instant).map(({ type, value }) => [type, value]));
  const take = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? '';
  const iso = `${take('year').padStart(4, '0')}-${take('month')}-${take('day')}`;
  const day = `${months[Number(take('month')) - 1]} ${Number(take('day'))}, ${take('year')}`;
  return { iso, day, words: `${day}, ${take('hour')}:${take('minute')} (${now.zone})` };
}
