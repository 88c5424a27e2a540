import { counted, small } from './count.ts';

/** Words of rows that are pasted into a list of a form. */
export const pasting = {
  hint: 'Rows copied in Excel or Word can be pasted here.',
  title: (label: string) => `Paste into “${label}”`,
  came: (rows: number, columns: number) => `${counted(rows, 'row')} of ${counted(columns, 'column')} came from the clipboard. Nothing is added before you say so.`,
  heading: 'The first row names the columns',
  reading: 'Reading the rows',
  faults: (n: number) => `${counted(n, 'fault')} in the rows`,
  faultsThen: 'Correct the columns above, or the rows where you copied them. One fault is enough to add nothing.',
  preview: (shown: number, all: number) => (shown < all ? `As rows of this list; the first ${shown} of ${all}` : 'As rows of this list'),
  row: 'Row',
  add: (n: number) => `Add ${counted(n, 'row')}`,
  asText: 'Paste as text',
  cancel: 'Cancel',
  added: (n: number, label: string) => `${counted(n, 'row')} added to “${small(label)}”.`,
  takeBack: 'Take them out again',
  tooMany: (most: number) => `A form takes at most ${counted(most, 'row')} at once. Nothing was pasted. Choose fewer, or import the table.`,
  tooLarge: 'This is too large to be pasted. Nothing was. Save it as a file and import it.',
} as const;
