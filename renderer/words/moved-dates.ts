import { counted } from './count.ts';

/** Words of the page on which counsel approves dates that would move. */
export const movedDates = {
  title: 'Dates that would move',
  note: (moved: number, checked: number) => `${moved} of ${counted(checked, 'open deadline', 'open deadlines')}`,
  intro:
    'A changed order, a closure or an edited rule moves no date by itself. Each line shows the date as it is recorded and as it would be counted now. Choose those to record; what you leave stays as it is.',
  none: 'Every date follows from what is recorded.',
  noneThen: (checked: number) => `${counted(checked, 'open deadline was', 'open deadlines were')} counted again.`,
  columns: { choose: 'Choose', number: 'No.', title: 'Deadline', fileBy: 'File by', due: 'Last day', why: 'What to know' },
  chooseOne: (number: string) => `Record the new date of ${number}`,
  noDate: 'no date',
  followUp: 'follow up',
  confirmed: 'Counsel confirmed the date. Approving signs the new one with your key.',
  override: 'Takes two to confirm: enter the new date as an override.',
  changed: (number: string) => `${number}, which starts the time, was changed since. Look whether the date still stands.`,
  changedBy: (number: string, by: string) => `${number}, which starts the time, was changed by ${by}. Look whether the date still stands.`,
  stuck: 'It can’t be counted any more.',
  reason: 'Reason',
  approve: (count: number) => `Record ${counted(count, 'new date', 'new dates')}`,
  waits: 'Choose a date and give the reason.',
  done: (count: number) => `${counted(count, 'date', 'dates')} recorded as counted now.`,
  link: (count: number) => `${counted(count, 'date', 'dates')} would move`,
  command: 'Dates that would move',
} as const;
