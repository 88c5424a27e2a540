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

export interface OpenDaysSetting {
  readonly packs: readonly PackId[];
  /** Whether a Friday on which a Saturday holiday is kept counts as one (5 USC 6103(b): "for the purpose of statutes relating to pay and leave"). */
  readonly unsettled: boolean;
  /** Days entered by a person, with their names. */
  readonly entered?: ReadonlyMap<Day, string>;
}

/** Tells which days are not worked. */
export type OpenDays = (day: Day) => Closed | null;

export function openDays({ packs, unsettled, entered }: OpenDaysSetting): OpenDays {
  return (day) => {
    if (isWeekend(day)) return weekdayOf(day) === 'Sat' ? saturday : sunday;
    for (const pack of packs) {
      const holiday = holidayOn(pack, day);
      if (holiday !== null && (unsettled || holiday.settled)) return { why: 'holiday', name: holiday.name, instead: holiday.instead };
    }
    const name = entered?.get(day);
    return name === undefined ? null : { why: 'holiday', name, instead: false };
  };
}

const saturday: Closed = { why: 'weekend', name: 'a Saturday', instead: false };
const sunday: Closed = { why: 'weekend', name: 'a Sunday', instead: false };

/** The first open day from `day` on, going `step` (+1 forward, -1 backward); `day` itself when it is open. Throws where a year has no open day: such a calendar is a bug. */
export function openDayFrom(day: Day, step: 1 | -1, closed: OpenDays): Day {
  for (let found = day, tries = 0; tries < 366; tries++, found += step) if (closed(found) === null) return found;
  throw new Error('no open day in a year');
}

/** The n-th open day after `day` (before it when `step` is -1); `day` itself when n is 0. Days that `held` names do not count. */
export function openDayAfter(day: Day, n: number, step: 1 | -1, closed: OpenDays, held: (day: Day) => boolean = () => false): Day {
  let found = day;
  for (let counted = 0; counted < n; ) {
    found += step;
    if (closed(found) === null && !held(found)) counted++;
  }
  return found;
}
