/** Words of an employment action's page. */
export const employment = {
  exposureTab: 'Exposure',
  exposureNote: 'Until when somebody it touches may bring a charge, counted from the act. Whether a rule applies is for employment counsel.',
  noDay: 'From when it runs is not known to the day, so no end can be counted. Record the day.',
  notTaken: 'It was not taken, and nothing runs.',
  columns: { rule: 'Charge', ends: 'Until', law: 'Law', standing: 'Text' },
  linked: 'Deadlines that watch it',
  noneLinked: 'No deadline watches it: nothing reminds anybody. Add one and name it under Exposure.',
} as const;
