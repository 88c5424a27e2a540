import { dateOf, weekdayOf, type Day } from './day.ts';
import type { Moment } from './moment.ts';

export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** `Thu 18 Jun 2026`: short, and the same to an American and a European eye. */
export function dayWords(day: Day): string {
  const { year, month, day: number } = dateOf(day);
  return `${weekdayOf(day)} ${number} ${(monthNames[month - 1] ?? '').slice(0, 3)} ${year}`;
}

/** `June 18, 2026`: for papers that leave. */
export function dayWordsLong(day: Day): string {
  const { year, month, day: number } = dateOf(day);
  return `${monthNames[month - 1] ?? ''} ${number}, ${year}`;
}

/** `June 2026` of `2026-06` or of a day in it: the head of a month, and the same in every form. */
export const monthAndYear = (text: string): string => `${monthNames[Number(text.slice(5, 7)) - 1] ?? ''} ${text.slice(0, 4)}`;

/** `4:30 p.m.`, `12:00 noon`; seconds are left out, so the last second of a day is `11:59 p.m.`. */
export function timeWords(time: string): string {
  const [hour = '0', minute = '00'] = time.split(':');
  const hours = Number(hour);
  if (hours === 12 && minute === '00') return '12:00 noon';
  return `${hours % 12 === 0 ? 12 : hours % 12}:${minute} ${hours < 12 ? 'a.m.' : 'p.m.'}`;
}

/** `Thu 18 Jun 2026`, with the hour where there is one: `Thu 18 Jun 2026, 4:30 p.m.` */
export function momentWords(moment: Moment): string {
  return moment.time === null ? dayWords(moment.day) : `${dayWords(moment.day)}, ${timeWords(moment.time)}`;
}
