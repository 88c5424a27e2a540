import type { CountingMethod, Unit } from './rule.ts';

const days: readonly Unit[] = ['calendar_day'];
const openDays: readonly Unit[] = ['business_day', 'working_day'];
const hours: readonly Unit[] = ['hour'];
const months: readonly Unit[] = ['month', 'year'];

/**
 * The units a method counts in; a method that counts nothing (a fixed date, a duty without an end) is not named. Counting "14 business days" by a
 * method of calendar days would give a date two weekends too early, with nothing to show for it, so a rule that joins the two is refused.
 */
export const unitsOfMethod: { readonly [Method in CountingMethod]?: readonly Unit[] } = {
  FRCP6_DAYS: days,
  FRAP26_DAYS: days,
  FRCP6_HOURS: hours,
  ELAPSED_HOURS: hours,
  BIS766: days,
  PLAIN_CALENDAR: days,
  CALENDAR_ROLL_FORWARD: days,
  CALENDAR_BENEFICIAL: days,
  BUSINESS_DAYS: openDays,
  MONTH_CORRESPONDING: months,
  MONTH_LAST_DAY: months,
  MONTH_END_STICKY: months,
  UK_CPR_CLEAR_DAYS: days,
  UK_MONTH: months,
  EU1182_DAYS: days,
  EU1182_HOURS: hours,
  EU_MONTH: months,
  RETENTION_LATEST_OF: ['year'],
  RELATIVE_TO_DEADLINE: days,
  ADD_AFTER_EXPIRY: days,
  WINDOW: months,
};
