import { dayText, parseDay } from '../../calendar/day.ts';

/** That a record came into a state; null when it was removed. */
export interface StateChange {
  readonly day: string;
  readonly number: string;
  readonly state: string | null;
}
/** How many were still open and how many were done at the end of a day. */
export interface AtEnd {
  readonly day: string;
  readonly open: number;
  readonly done: number;
}

/** The most days that are looked at: beyond half a year of weeks, every second or third week is enough. */
const most = 26;

/**
 * How work went down over time: at the end of evenly spread days, from the first on which anything was planned to `today`, the last being `today` itself. A
 * short time is looked at day by day, a longer one week by week. `done` are the states in which a record is no work any more. Changes come oldest first.
 */
export function overTime(changes: readonly StateChange[], done: readonly string[], today: string): readonly AtEnd[] {
  const [first, last] = [parseDay(changes[0]?.day ?? ''), parseDay(today)];
  if (first === null || last === null || first > last) return [];
  const step = last - first < 14 ? 1 : 7 * Math.max(1, Math.ceil((last - first) / 7 / most));
  const days: number[] = [];
  for (let day = last; day >= first && days.length <= most; day -= step) days.unshift(day);
  const now = new Map<string, string>();
  let next = 0;
  return days.map((at) => {
    const day = dayText(at);
    for (let change = changes[next]; change !== undefined && change.day <= day; change = changes[++next]) {
      if (change.state === null) now.delete(change.number);
      else now.set(change.number, change.state);
    }
    const finished = [...now.values()].filter((state) => done.includes(state)).length;
    return { day, open: now.size - finished, done: finished };
  });
}

/** What was still open at the end of `day`, by number: as many as `overTime` counts. */
export function openOn(changes: readonly StateChange[], done: readonly string[], day: string): string[] {
  const now = new Map<string, string>();
  for (const change of changes) {
    if (change.day > day) break;
    if (change.state === null) now.delete(change.number);
    else now.set(change.number, change.state);
  }
  return [...now].flatMap(([number, state]) => (done.includes(state) ? [] : [number])).sort();
}
