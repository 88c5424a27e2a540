import * as z from 'zod';
import { operation } from './wire.ts';

export const recentChange = z.enum(['pinned', 'unpinned', 'off', 'back']);
export type RecentChange = z.infer<typeof recentChange>;

/** A line of the unlock page. The window has a token for the vault; where it lies is told only when the person asks for it, or when it is not there. */
export const listedVault = z.strictObject({
  token: z.string(),
  /** Null where names are not shown before unlocking. */
  name: z.string().nullable(),
  openedAt: z.int().nullable(),
  pinned: z.boolean(),
  /** A start of the program pointed at it: it is the one that is offered. */
  handed: z.literal(true).optional(),
  /** The sample case that this program made in its own place. */
  sample: z.boolean(),
  /** Null while it is found; else where it is not any more, or null in it where that would name the vault; `kept`: whether it is known where it was at all. */
  missing: z.strictObject({ at: z.string().nullable(), kept: z.boolean() }).nullable(),
  /** How many further copies lie beside it, where it was found by its id alone: the one that was written last is opened. */
  copies: z.int(),
  /** What can be done with the line. */
  acts: z.array(z.enum(['pin', 'take-off', 'show', 'find'])),
});
export type ListedVault = z.infer<typeof listedVault>;

export const recentContract = {
  /** Shows the folder of a vault of the list in the system's own window; where there is none, gives its path to be copied. */
  'session.showVault': operation(z.strictObject({ vault: z.string() }), z.strictObject({ shown: z.boolean(), path: z.string().nullable() })),
} as const;
