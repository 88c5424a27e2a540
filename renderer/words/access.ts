import { counted, small } from './count.ts';

/** Words of who may still have access, and of determinations that are to be made again. */
export const access = {
  /** The number of a model stays on the line of its name. */
  model: (name: string) => name.replace(/ (?=[\d.]+$)/, '\u00a0'),
  title: 'Who still has access',
  note: (still: number, all: number) =>
    still === 0 ? counted(all, 'way to a model recorded', 'ways to a model recorded') : `${still} of ${counted(all, 'way', 'ways')} to a model`,
  intro:
    'A group or a person is on this list until what they should have and what they have agree, and something proves it. What nobody knows counts as access, and so does what nobody decided.',
  nobody: 'Nobody is known to have more access than they should, and each end of access is proved.',
  columns: { who: 'Who', still: 'Access', model: 'Model and surface', when: 'Ended', proof: 'Proof', from: 'Recorded in' },
  said: (planned: string, actual: string) => `should have: ${small(planned)}; has: ${small(actual)}`,
  still: { has: 'Still has access', may: 'May still have access', unproved: 'Nothing proves it', undecided: 'Nobody decided' },
  settled: 'As it should be',
  planned: { none: 'None', limited: 'Limited', full: 'All', undetermined: 'Undetermined' },
  actual: { none: 'None', limited: 'Limited', full: 'All', unknown: 'Not known' },
  every: 'Every',
  everySurface: 'Every surface',
  noWhen: 'not recorded',
  noProof: 'none',
  waiver: (number: string) => `waived by ${number}`,
  matrix: 'Every way',
  matrixNote: 'What each should have, then what they have.',
  noWay: 'Nothing recorded',
  cell: (planned: string, actual: string) => `${planned} → ${actual}`,
  more: (count: number) => `${counted(count, 'more', 'more')} in the lists of groups and determinations.`,
  empty: 'No way of a person or a group to a model is recorded.',
  emptyThen: 'A group of users says which access it had, should have and has now; a determination says it of one person. Proof is the log or export that shows the end of it.',
  newGroup: 'New group',
  newDetermination: 'New determination',
  sealed: (count: number) =>
    `${counted(count, 'determination is', 'determinations are')} sealed with the people of the case: your key does not open them, so only their number is told.`,
  again: 'To be determined again',
  againIntro:
    'What these rest on has changed. None of them changes by itself: choose those to put a new, proposed determination in the place of. Until somebody decides the new one, it is no access; what was signed stays with the old one.',
  againColumns: { choose: 'Choose', number: 'No.', before: 'Determined', after: 'By the order now', why: 'What changed' },
  chooseOne: (number: string) => `Determine ${number} again`,
  lacks: (facts: string) => `Missing: ${facts}`,
  reason: 'Reason',
  approve: (count: number) => `Replace ${counted(count, 'determination', 'determinations')}`,
  waits: 'Choose a determination and give the reason.',
  done: (count: number) => `${counted(count, 'determination', 'determinations')} replaced by proposed ones.`,
  link: (count: number) => (count === 0 ? 'Who still has access' : `Who still has access: ${count}`),
  command: 'Who still has access',
} as const;
