import * as z from 'zod';
import { operation } from './wire.ts';

const none = z.strictObject({});

/** What was typed and is not recorded yet, in forms and in dialogs: sealed in the vault. */
export const draftsContract = {
  'drafts.read': operation(z.strictObject({ form: z.string(), record: z.string().nullable() }), z.strictObject({ body: z.unknown(), at: z.int() }).nullable()),
  'drafts.save': operation(z.strictObject({ form: z.string(), record: z.string().nullable(), body: z.unknown() }), z.strictObject({ at: z.int() })),
  'drafts.discard': operation(z.strictObject({ form: z.string(), record: z.string().nullable() }), none),
  /** All that was typed and is not recorded yet, newest first: every form's, by the number of its record, with what it is called by, and the words of the person at work outside forms, with what they are. */
  'drafts.all': operation(
    none,
    z.strictObject({
      drafts: z.array(z.strictObject({ form: z.string(), record: z.string().nullable(), number: z.string().nullable(), body: z.unknown(), at: z.int() })),
    }),
  ),
} as const;
