import { counted } from './count.ts';

/** Words of the load of deadlines over the coming year, and of who has it. */
export const load = {
  region: 'Load of deadlines',
  caption: 'Deadlines by day',
  as: 'Show as',
  map: 'Map',
  table: 'Table',
  finding: (monday: string | null, count: number) =>
    monday === null ? 'Nothing of ours falls due within a year' : `The week of ${monday} is the fullest: ${counted(count, 'deadline')} of ours`,
  note: 'Our open deadlines by file-by date. The darker a day, the more is due; the figure says how many. Days with a dotted edge are weekends and federal holidays.',
  week: 'Week of',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  nothing: 'nothing',
  past: 'past',
  due: (count: number) => (count === 0 ? 'nothing due' : `${counted(count, 'deadline')} of ours`),
  square: (day: string, holiday: string | null, what: string) => `${day}${holiday === null ? '' : `, ${holiday}`}: ${what}`,
  holidays: 'Holidays',
  holiday: (day: string, name: string) => `${day} ${name}`,
  keys: 'Arrows walk by days and weeks, Page Up and Page Down by four weeks; Enter shows what is due on the day.',
  none: 'No deadline falls into the coming year.',
  ours: 'Ours',
  theirs: 'Others’',
  onDays: 'On',
  onDay: (day: string, count: number) => (count === 1 ? day : `${day} (${count})`),
  beside: (late: number, awaited: number, later: number, undated: number) =>
    `Besides: ${late} late${awaited === 0 ? '' : `, ${awaited} of others past due`}, ${later} after this year, ${undated} without a date.`,
  work: {
    finding: (most: string | null, count: number, nobody: number) =>
      `${most === null ? 'Nobody has open work' : `${most} has most: ${counted(count, 'open piece')} of work`}${nobody === 0 ? '' : `; ${counted(nobody, 'piece is', 'pieces are')} with nobody`}`,
    note: 'Open deadlines of ours, requests that we are to answer and steps of remediation, by whom they are with and the week of the day by which they are to be done. A figure that is pressed shows what it counts.',
    title: 'Work by person and week',
    with: 'With',
    nobody: 'Nobody',
    late: 'Late',
    week: (day: string) => `Week of ${day}`,
    later: 'Later',
    undated: 'No date',
    all: 'All',
    cell: (person: string, column: string, count: number) => `${person}, ${column}: ${counted(count, 'piece')} of work. Show them`,
    behind: (person: string, column: string) => `${person}, ${column.slice(0, 1).toLowerCase()}${column.slice(1)}`,
    empty: 'No work of ours is open.',
    emptyThen: 'Deadlines, requests to us and steps of remediation are counted here, by the name in “With”.',
  },
} as const;
