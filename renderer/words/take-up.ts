/** Words of going on from an older state of the vault. */
export const takeUp = {
  lies: (reached: number, known: number | null): string =>
    known === null
      ? `This vault ends at entry ${reached.toLocaleString('en-US')}. This computer knows of a later state, which went another way from a backup.`
      : `This vault ends at entry ${reached.toLocaleString('en-US')}. This computer knows that entry ${known.toLocaleString('en-US')} was reached.`,
  note: 'Look for the newer folder first, and for the last backup. Where this is the only one there is (your IT department put it back, for instance), you can go on from it.',
  ask: 'Go on from this state…',
  dialog: 'Go on from an older state',
  does: (reached: number): string =>
    `Every byte is checked first; where anything is damaged, nothing is done. The history will say for ever that entries after ${reached.toLocaleString('en-US')} are missing, and why you went on. If the newer vault turns up, it will open for reading only.`,
  olderShape:
    'It was last written by an older Cordon: a checked copy of its database is put beside it, then it is brought to the form of today and checked again. The vault locks afterwards, and you open it anew.',
  act: 'Check, then go on',
  reason: 'Why this is the vault to go on with',
  reasonNote: 'For whoever reads the history later, a court among them: what happened, who put it back, where the newer one is thought to be.',
  reasonMissing: 'Say why.',
} as const;
