import * as z from 'zod';
import { operation } from './wire.ts';

/** The most acts that a person pins, and how many of those done and of the records opened last are known. */
export const mostPinned = 30;
export const mostUsed = 20;
export const mostOpened = 12;

const actName = z.string().min(1).max(200);
/**
 * Acts of the search window by their names in the program: those pinned, in the order of pinning, and those done last, newest first. With them the records opened last,
 * newest first, by number and never by title.
 */
export const keptCommands = z.strictObject({
  pinned: z.array(actName).max(mostPinned),
  used: z.array(actName).max(mostUsed),
  opened: z.array(actName).max(mostOpened).default([]),
});
export type KeptCommands = z.infer<typeof keptCommands>;

export const paletteContract = {
  /** What the person at work pinned, did and opened last. It stands in the vault, because some acts are named after what is in it, and belongs to that person alone. */
  'palette.read': operation(z.strictObject({}), keptCommands),
  'palette.save': operation(keptCommands, z.strictObject({})),
} as const;
