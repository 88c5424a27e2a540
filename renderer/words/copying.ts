import { counted } from './count.ts';

/** Words of what goes on the clipboard. */
export const copying = {
  row: 'Copy as table',
  listOf: (label: string) => `Copy as table: ${label}`,
  chosen: (count: number) => `Copy ${counted(count, 'chosen row')} as table`,
  copied: (rows: number, held: number) =>
    `${counted(rows, 'row')} copied as a table, for Word or Excel.${held === 0 ? '' : ` ${counted(held, 'row')} held back: Export… says why.`} Recorded as`,
  list: (rows: number, held: number) =>
    `${counted(rows, 'row')} copied as a table, for Word, Excel or another record.${held === 0 ? '' : ` ${counted(held, 'cell')} held back.`} Recorded as`,
  done: (records: number) => `${counted(records, 'record')} on the clipboard, to paste in Word or Excel. Locking takes them off again.`,
  notInThePast:
    'Rows of a past day are not copied: what leaves is recorded today, and these may say something else now. Return to now, or mark the words themselves and copy them.',
  notReadOnly: 'Rows are not copied here: what leaves is recorded, and in this vault nothing can be written. Mark the words themselves and copy them.',
  notTaken: 'The clipboard did not take it. Try once more.',
  tooMany: (most: number) => `At most ${counted(most, 'row')} go on the clipboard. Choose fewer, or use Export….`,
} as const;
