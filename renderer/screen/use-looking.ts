import { daysAfter } from '../../shared/calendar/day.ts';
import { useMemo } from 'react';
import type { SlimRow } from '../../shared/contract/contract.ts';
import type { Looking } from '../../shared/records/binding-hour.ts';
import { useToday, useZone } from './screen.ts';
import { useNow } from './use-now.ts';

/** How it looks now, or at the past moment on which the window stands. It is another every minute only where an hour of one of the rows can pass: else nothing is drawn anew. */
export function useLooking(rows: readonly Pick<SlimRow, 'due' | 'hour'>[]): Looking {
  const today = useToday();
  const zone = useZone();
  const minute = useNow(60_000);
  // Clocks of two places are never two days apart.
  const [from, to] = [daysAfter(today, -2), daysAfter(today, 2)];
  const near = useMemo(() => rows.some((row) => row.hour !== undefined && row.due !== null && row.due >= from && row.due <= to), [rows, from, to]);
  return useMemo(() => ({ now: minute, zone, today }), [near ? minute : null, zone, today]);
}
