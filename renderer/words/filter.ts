import { counted, listed, small } from './count.ts';
import { dayWords } from './dates.ts';
import { figure } from './writing.ts';

/** Words of filtering a list by what the fields of its records say. */
export const filter = {
  open: 'Filter by field',
  title: (plural: string) => `Show only ${small(plural)} where`,
  row: 'Filters',
  field: 'Field',
  fieldNeeded: 'Choose the field that decides.',
  anyOf: 'Is any of',
  certainty: 'How certain the date is',
  certaintyHint: 'Any certainty, where none is chosen. A date that is not certain is shown wherever it may lie.',
  from: 'From',
  until: 'Until',
  words: 'Holds the words',
  wordsHint: 'In any order; capitals make no difference.',
  records: 'Is any of these',
  unstated: 'Not recorded',
  unstatedDate: 'Not recorded, or not known',
  valueNeeded: 'Say what it must be, or choose “Not recorded”.',
  show: 'Show these',
  away: 'Show all again',
  edit: (what: string) => `Change the filter ${what}`,
  drop: (what: string) => `Take away the filter ${what}`,
  clear: 'Clear filters',
  partOf: (shown: number, all: number) => `Filtered: ${figure(shown)} of ${figure(all)}`,
  condition: (label: string, what: string) => `${label}: ${what}`,
  either: (parts: readonly string[]) => listed(parts, 'or'),
  holds: (words: string) => `“${words}”`,
  days: (from: string | undefined, to: string | undefined) => {
    const day = (text: string) => dayWords(text, 'full', text);
    if (from !== undefined && to !== undefined) return `${day(from)} to ${day(to)}`;
    return from === undefined ? `until ${day(to ?? '')}` : `from ${day(from)}`;
  },
  none: 'not recorded',
  more: (count: number) => counted(count, 'more', 'more'),
} as const;
