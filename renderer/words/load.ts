import { counted } from './count.ts';

/** Words of the load of deadlines over the coming weeks. */
export const load = {
  region: 'Load of deadlines',
  caption: 'Deadlines by day',
  as: 'Show as',
  map: 'Map',
  table: 'Table',
  finding: (monday: string | null, count: number) =>
    monday === null ? 'Nothing of ours falls due in the next 26 weeks' : `The week of ${monday} is the fullest: ${counted(count, 'deadline')} of ours`,
  note: 'Our open deadlines by file-by date. The darker a day, the more is due; the figure says how many. Days with a dotted edge are weekends and federal holidays.',
  week: 'Week of',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  nothing: 'nothing',
  past: 'past',
  none: 'No deadline falls into the next 26 weeks.',
  ours: 'Ours',
  theirs: 'Others’',
  onDays: 'On',
  onDay: (day: string, count: number) => (count === 1 ? day : `${day} (${count})`),
  beside: (late: number, later: number, undated: number) => `Besides: ${late} late, ${later} after these weeks, ${undated} without a date.`,
} as const;
