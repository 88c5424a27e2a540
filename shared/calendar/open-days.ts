import { isWeekend, weekdayOf, type Day } from './day.ts';
import { holidayOn } from './holidays.ts';
import type { PackId } from './holiday-pack.ts';

/** Why a day is not worked. */
export interface Closed {
  readonly why: 'weekend' | 'holiday';
  /** The holiday, or the day of the week in words. */
  readonly name: string;
  /** Kept here although it falls on a weekend. */
  readonly instead: boolean;
}

export interface OpenDays {
  /** Why `day` is not worked; null when it is. */
  readonly closed: (day: Day) => Closed | null;
  /** The holiday of `day`, on a weekend too; null when it is none. */
  readonly holiday: (day: Day) => Closed | null;
}

export interface OpenDaysSetting {
  readonly packs: readonly PackId[];
  /** Whether a Friday on which a Saturday holiday is kept counts as one (5 USC 6103(b): "for the purpose of statutes relating to pay and leave"). */
  readonly unsettled: boolean;
  /** Days entered by a person, with their names. */
  readonly entered?: ReadonlyMap<Day, string>;
}

export function openDays({ packs, unsettled, entered }: OpenDaysSetting): OpenDays {
  const holiday = (day: Day): Closed | null => {
    for (const pack of packs) {
      const kept = holidayOn(pack, day);
      if (kept !== null && (unsettled || kept.settled)) return { why: 'holiday', name: kept.name, instead: kept.instead };
    }
    const name = entered?.get(day);
    return name === undefined ? null : { why: 'holiday', name, instead: false };
  };
  const closed = (day: Day): Closed | null => (isWeekend(day) ? (weekdayOf(day) === 'Sat' ? saturday : sunday) : holiday(day));
  return { closed, holiday };
}

const saturday: Closed = { why: 'weekend', name: 'a Saturday', instead: false };
const sunday: Closed = { why: 'weekend', name: 'a Sunday', instead: false };

/** Days searched for an open one: more than a person may enter as holidays. */
const longestClosed = 11_000;

/** The first open day from `day` on, going `step` (+1 forward, -1 backward); `day` itself when it is open. Throws where there is none for 30 years: such a calendar is a bug. */
export function openDayFrom(day: Day, step: 1 | -1, calendar: OpenDays): Day {
  for (let found = day, tries = 0; tries < longestClosed; tries++, found += step) if (calendar.closed(found) === null) return found;
  throw new Error('a calendar without an open day');
}

/** The n-th open day after `day` (before it when `step` is -1); `day` itself when n is 0. Days that `held` names do not count. */
export function openDayAfter(day: Day, n: number, step: 1 | -1, calendar: OpenDays, held: (day: Day) => boolean = () => false): Day {
  let found = day;
  for (let counted = 0; counted < n; ) {
    found += step;
    if (calendar.closed(found) === null && !held(found)) counted++;
  }
  return found;
}
