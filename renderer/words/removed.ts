import { counted } from './count.ts';

/** Words about what was removed. */
export const removed = {
  title: 'Removed',
  command: 'Removed records',
  count: (count: number) => counted(count, 'record'),
  note: 'Out of lists, search and papers, and still in the vault. What is put back stands as it stood, with its history.',
  filter: 'Number or words of the title',
  filterLabel: 'Find a removed record',
  grid: 'Removed records',
  columns: { number: 'Number', kind: 'Kind', title: 'Title', when: 'Removed', by: 'By', why: 'Why' },
  sealed: 'Sealed',
  none: 'Nothing was removed.',
  noneThen: 'What is removed from a list or a record stands here until it is put back, or erased under an authority.',
  noMatch: 'No removed record fits these words.',
  clear: 'Show all of them',
  putBack: 'Put back',
  back: (count: number) => `${counted(count, 'record')} put back.`,
  erase: 'Erase…',
  acts: 'What can be done with the chosen records',
  earlier: 'Show earlier ones',
  narrowed: (text: string) => `With the words “${text}”`,
  now: 'This list is of today, whatever day is looked at.',
} as const;
