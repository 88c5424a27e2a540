import * as z from 'zod';

/** A place in the program: `answerOne serve.ts:44`. Never a path: the folder that a program lies in may name a person. */
export const faultPlace = z.string().regex(/^(?:[\w.$<>[\] -]{1,80} )?[\w.-]{1,60}:\d+$/);
/** The name of a kind of error, such as `TypeError`. */
export const faultName = z.string().regex(/^[\w.$-]{1,60}$/);

/** The kinds of error that a page tells of: a closed list, because a page that was taken over chooses its words. */
export const windowErrors = ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'DOMException'] as const;

/** A fault of the program, told without a word of any case: when, where in the program, and the number that the window shows. */
export const faultNote = z.strictObject({
  at: z.int(),
  reference: z.string().regex(/^[\da-f]{8}$/),
  /** The vault process, the page, or a process that ended by itself. */
  where: z.enum(['vault', 'window', 'ended']),
  /** The question that was being answered, or what ended. */
  operation: z.string().regex(/^[\w.-]{1,64}$/),
  error: faultName,
  frames: z.array(faultPlace).max(8),
});
export type FaultNote = z.infer<typeof faultNote>;
