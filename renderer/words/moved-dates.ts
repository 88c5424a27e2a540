import { counted } from './count.ts';

/** Words of the page on which counsel approves dates that would move. */
export const movedDates = {
  title: 'Dates that would move',
  note: (moved: number, checked: number) => `${moved} of ${counted(checked, 'open deadline', 'open deadlines')}`,
  intro:
    'A changed order, a closure or an edited rule moves no date by itself. Each line shows the date as it is recorded and as it would be counted now, with the place whose clocks an hour is by. Choose those to record; what you leave stays as it is.',
  none: 'Every date follows from what is recorded.',
  noneThen: (checked: number) => `${counted(checked, 'open deadline was', 'open deadlines were')} counted again.`,
  columns: { choose: 'Choose', number: 'No.', title: 'Deadline', fileBy: 'File by', due: 'Last day', why: 'What to know' },
  chooseOne: (number: string) => `Record the new date of ${number}`,
  noDate: 'no date',
  followUp: 'follow up',
  confirmed: 'Counsel confirmed the date. Approving signs the new one with your key.',
  override: 'Takes two to confirm: enter the new date as an override.',
  changed: ({ number, says: what, was, now }: { number: string; says: 'no-such-date' | 'not-recorded' | 'same' | 'other'; was: string; now: string }) =>
    what === 'other'
      ? `${number}, which starts the time, now says ${now}${was === '' ? '' : `, not ${was}`}.`
      : `${number}, which starts the time, was changed since. ${movedDates.says[what]}`,
  changedBy: (number: string, by: string) => `${number}, which starts the time, was changed by ${by}.`,
  /** Why it could not be counted again from the record that starts the time. */
  says: {
    'no-such-date': 'The deadline does not name a date of that record, so it can’t be counted again from it: look whether the date still stands.',
    'not-recorded': 'The record no longer has the date it ran from: look whether the date still stands.',
    same: 'The date it runs from is the same in the record: whether the change moves it is for counsel to say.',
    other: 'The date it runs from differs from the record: look which of them holds.',
  },
  stuck: 'It can’t be counted any more.',
  /** No day moves, and the hour is by other clocks than was recorded, or by clocks that were not. */
  onlyZone: 'No day moves. The hour is now told with the place whose clocks count.',
  onlyByTwo: 'Two confirmed the date, which stands: open it, choose the rule’s start again so that the place is kept, and let both confirm anew.',
  onlyHour: 'No day moves. The hour at which the day ends is another.',
  reason: 'Reason',
  approve: (count: number) => `Record ${counted(count, 'new date', 'new dates')}`,
  waits: 'Choose a date and give the reason.',
  done: (count: number) => `${counted(count, 'date', 'dates')} recorded as counted now.`,
  link: (count: number) => `${counted(count, 'date', 'dates')} would move`,
  command: 'Dates that would move',
} as const;
