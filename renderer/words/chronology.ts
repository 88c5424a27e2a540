import { happeningLabels } from '../../shared/records/views/course.ts';
import { counted } from './count.ts';
import { figure } from './writing.ts';

/** Words of the chronology. */
export const chronology = {
  title: 'Chronology',
  count: (all: number) => counted(all, 'event'),
  looks: 'Show as',
  look: { course: 'Course', all: 'All events' },
  course: 'Course of events',
  knew: 'Who knew when',
  new: 'New event',
  axisTitle: (count: number, from: string, to: string) => `${counted(count, 'date')} from ${from} to ${to}`,
  axisNote: 'By month. Arrows walk along the dates, Enter shows the line of one.',
  mark: (number: string, words: string, when: string) => `${number} ${words}, ${when}`,
  axis: (drawn: number, undated: number) => `${counted(drawn, 'date')} on an axis of time; the list below says all of it.${undated === 0 ? '' : ` ${undatedWords(undated)}`}`,
  key: { day: 'a day', about: 'about a day', range: 'somewhere in this time', disputed: 'days that different sides give' },
  undated: (count: number) => undatedWords(count),
  noAxis: 'Nothing here has a date, so nothing is drawn on an axis. The order follows from what is recorded as before or after.',
  columns: { when: 'When', what: 'What', who: 'Who', knew: 'Known to' },
  kind: happeningLabels,
  since: 'since',
  unsourced: 'without a source',
  empty: 'Nothing is recorded of the course of events.',
  emptyThen: 'An event is one fact with its source and a date as sure as it is. Orders, contacts and filings stand here by themselves.',
} as const;

function undatedWords(count: number): string {
  return count === 1
    ? '1 has no date and stands in the list alone, where its relations put it.'
    : `${figure(count)} have no date and stand in the list alone, where their relations put them.`;
}
