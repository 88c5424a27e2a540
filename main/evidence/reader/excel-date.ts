import { dayText, parseDay } from '../../../shared/calendar/day.ts';

/** Formats of Excel's own that show a date (ECMA-376 Part 1, 18.8.30), those of East Asia included. */
const builtIn = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a cell format shows a day: one of Excel's own, or one of the file's that has a day, a month name or a year in it. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn(id);
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  return /[yd]/.test(bare) && !/general/.test(bare);
}

const [start1900, start1904] = [parseDay('1899-12-30') ?? 0, parseDay('1904-01-01') ?? 0];
/** 9999-12-31. */
const lastSerial = 2_958_465;

/**
 * The day of a serial number, with its time where it has one: `2026-06-18 16:30`. Null for a number that is no date. In Excel's count of 1900 there is a
 * 29 February that never was: the days before it are one later than they say.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastSerial) return null;
  const minutes = Math.round(serial * 1440);
  const days = Math.floor(minutes / 1440);
  if (!from1904 && days === 60) return null;
  const day = dayText((from1904 ? start1904 : start1900 + (days < 60 ? 1 : 0)) + days);
  const rest = minutes - days * 1440;
  const two = (n: number) => String(n).padStart(2, '0');
  return rest === 0 ? day : `${day} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
