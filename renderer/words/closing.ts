import type { CutOff } from '../screen/screen.ts';

/** Words of the question that stands where closing the window would cut off work, or lose words. */
export const closing = {
  title: 'Close Cordon?',
  running: (count: number) => (count === 1 ? 'This is still running:' : 'These are still running:'),
  cutOff: {
    part: 'Stopped now, what is done so far stays in the vault. The rest has to be started again.',
    nothing: 'Stopped now, nothing of it is kept and everything is as it was before it began.',
    reading: 'It only reads. Stopped now, nothing is lost but its time.',
    'goes-on': 'It cannot be stopped any more. Closing interrupts it, and the next opening of the vault goes on with it.',
  } satisfies Record<CutOff, string>,
  unsealed: 'What you typed last could not be sealed in the vault. Closing now loses it.',
  safe: 'Everything else is safe: what was recorded, and what you typed in forms.',
  ended: 'What was running has ended meanwhile. What came of it stands in the window.',
  stay: 'Keep working',
  look: 'Look at it',
  stop: 'Stop it and close',
  interrupt: 'Interrupt it and close',
  lose: 'Close and lose it',
  close: 'Close',
} as const;
