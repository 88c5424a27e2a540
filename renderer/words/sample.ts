/** Words of the sample case: what it is, wherever it shows. */
export const sample = {
  badge: 'Sample',
  badgeHelp: 'This vault was made as a sample. Everything in it is invented.',
  look: 'Look at the sample case',
  title: 'Sample case',
  listed: (opened: string) => `Invented. ${opened}`,
  note: 'Two invented cases with their orders, deadlines, evidence and papers, to look round in. Every name, date and number in them is made up.',
  warning: 'Anybody can open it. Put nothing real into it.',
  open: 'Open the sample case',
  making: 'Making the sample case',
  records: 'orders, deadlines and papers',
  files: (done: number, of: number) => `file ${done + 1} of ${of}`,
  remove: 'Remove the sample',
  removed: 'The sample case is removed. Nothing of it is left on this computer.',
  banner: 'Sample: everything here is invented. Anybody can open this vault, so put nothing real into it.',
  elsewhere: 'It lies in a folder of its own: delete that folder when you are done.',
} as const;
