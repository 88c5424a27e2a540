import { counted } from './count.ts';
import { figure } from './writing.ts';

/** Words about what a record said before. */
export const earlier = {
  restore: 'Restore…',
  restoreOf: (number: string, entry: number) => `Restore what ${number} said after entry ${figure(entry)}`,
  title: (number: string, when: string) => `${number} as it was at ${when}`,
  note: (actor: string, entry: number) =>
    `What ${actor} recorded in entry ${figure(entry)}. What you choose is written again as a change of its own; everything else stands. State, marking and privilege have acts of their own.`,
  same: 'All fields say the same as then.',
  stands: 'Nothing of it is brought back.',
  choose: 'What to bring back',
  now: 'Now',
  then: 'Then',
  nothing: 'nothing',
  fields: (count: number) => (count === 0 ? 'Restore' : `Restore ${counted(count, 'field')}`),
  leaves: 'Leave it as it is',
  restored: (number: string) => `${number} says again what it said.`,
} as const;
