/** Words about what was typed and is not recorded yet. */
export const unfinished = {
  title: 'Unfinished',
  note: 'Begun and not recorded yet. It is sealed in the vault, and only what is done with it enters the history.',
  none: 'Nothing is unfinished.',
  noneThen: 'A form that is left, and a question that is left by Esc, stand here until they are done or thrown away.',
  columns: { what: 'What', said: 'Begins', at: 'Typed until', acts: 'What to do' },
  edit: (number: string) => `Change of ${number}`,
  goOn: 'Go on',
  goOnWith: (what: string) => `Go on with “${what}”`,
  discard: 'Discard',
  discardOf: (what: string) => `Discard “${what}”`,
  count: (count: number) => `${count} begun and not recorded`,
  interrupted: (what: string, when: string) => `You were in the middle of “${what}” at ${when}. What you typed is kept.`,
  later: 'Later',
} as const;
