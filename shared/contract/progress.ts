import * as z from 'zod';

/** How far long work has come, in units of its own; `of` is null while the whole is not known. */
export const counted = z.strictObject({ done: z.number(), of: z.number().nullable(), unit: z.string(), what: z.string() });
