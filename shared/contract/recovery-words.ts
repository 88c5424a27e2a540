import * as z from 'zod';

/** The words of a recovery key as they are typed: none too long to be one, and no more than could be meant. */
export const recoveryWords = z.array(z.string().max(64)).min(1).max(64);
