import { dayText, parseDay, type Day } from './day.ts';

/** A day, or an hour of a day, in a zone that is known from elsewhere. `time` null: the whole day, which ends with its end. */
export interface Moment {
  readonly day: Day;
  /** `16:30` or `16:30:15`. */
  readonly time: string | null;
}

/** Reads `2031-01-08` or `2031-01-08T16:30`; null where it is neither or does not exist. */
export function parseMoment(text: string): Moment | null {
  const [date = '', time, more] = text.split('T');
  const day = parseDay(date);
  if (day === null || more !== undefined) return null;
  if (time === undefined) return { day, time: null };
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time) ? { day, time } : null;
}

export function momentText(moment: Moment): string {
  return moment.time === null ? dayText(moment.day) : `${dayText(moment.day)}T${moment.time}`;
}

/** Negative where `a` comes first. A whole day counts as its last moment. */
export function compareMoments(a: Moment, b: Moment): number {
  if (a.day !== b.day) return a.day - b.day;
  const [left, right] = [a.time ?? '24:00', b.time ?? '24:00'];
  return left < right ? -1 : left > right ? 1 : 0;
}

export const earlierMoment = (a: Moment, b: Moment): Moment => (compareMoments(a, b) <= 0 ? a : b);
export const laterMoment = (a: Moment, b: Moment): Moment => (compareMoments(a, b) >= 0 ? a : b);
