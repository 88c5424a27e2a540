import * as z from 'zod';
import { operation } from './wire.ts';

/** The most acts that a person pins, and of how many that they did last is known. */
export const mostPinned = 30;
export const mostUsed = 20;

const actName = z.string().min(1).max(200);
/** Acts of the search window by their names in the program: those pinned, in the order of pinning, and those done last, newest first. */
export const keptCommands = z.strictObject({ pinned: z.array(actName).max(mostPinned), used: z.array(actName).max(mostUsed) });
export type KeptCommands = z.infer<typeof keptCommands>;

export const paletteContract = {
  /** What the person at work pinned and did last. It stands in the vault, because some acts are named after what is in it, and belongs to that person alone. */
  'palette.read': operation(z.strictObject({}), keptCommands),
  'palette.save': operation(keptCommands, z.strictObject({})),
} as const;
