import { counted } from './count.ts';

/** Words of the view of who is tied to whom. */
export const ties = {
  note: (day: string) =>
    `Roles, interests and who is part of whom, as they stood on ${day}. A dashed line is possible: a date of it is not known well enough. The table below has every tie.`,
  on: 'On',
  graph: 'Who is tied to whom',
  table: 'Every tie',
  parties: 'Parties',
  things: 'Tied to',
  node: (name: string, count: number) => `${name}, ${counted(count, 'tie')}`,
  partOf: 'part of',
  representedBy: 'represented by',
  possibly: 'possibly',
  sure: 'yes',
  columns: { party: 'Party', tie: 'Tie', to: 'To', held: 'Held then', source: 'Source' },
  nobody: 'nobody in particular',
  of: (name: string) => `Ties of ${name}`,
  all: 'Show all ties',
  empty: 'No party has a tie on that day.',
  emptyThen: 'Give the parties their roles, from when to when and toward whom, and record their interests.',
} as const;
