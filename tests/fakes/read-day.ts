import { dateExists, dayOf, parseDay } from '../../shared/calendar/day.ts';
import { monthNames } from '../../shared/calendar/day-words.ts';

/** `12 June`, `Fri 12 Jun 2026`, `yesterday`, `2026-06-12`: as much of a typed date as the window's tests type. Null for everything else. */
export function readDay(typed: string, todayText: string): number | null {
  const text = typed.trim().toLowerCase();
  const today = parseDay(todayText) ?? 0;
  const words: Readonly<Record<string, number>> = { today, yesterday: today - 1, tomorrow: today + 1 };
  const plain = /^(?:\w{3} )?(\d{1,2}) ([a-z]+)(?: (\d{4}))?$/.exec(text);
  if (!plain) return words[text] ?? parseDay(typed.trim());
  const month = monthNames.findIndex((name) => name.toLowerCase().startsWith(plain[2] ?? '-')) + 1;
  const year = Number(plain[3] ?? todayText.slice(0, 4));
  return month > 0 && dateExists(year, month, Number(plain[1])) ? dayOf(year, month, Number(plain[1])) : null;
}
