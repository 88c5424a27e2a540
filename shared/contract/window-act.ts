import * as z from 'zod';
import { operation } from './wire.ts';

/** What the menu bar does with the window itself, for who would rather say it by name. */
export const windowActs = ['zoom-in', 'zoom-out', 'zoom-reset', 'full-screen', 'quit'] as const;
export type WindowAct = (typeof windowActs)[number];

/** What stands in the menu bar and is done by the page: it is told, and does what its own keys do. */
export const menuActs = ['print'] as const;
export type MenuAct = (typeof menuActs)[number];

/** `done` is false where the host leaves that to its browser. */
export const windowContract = { 'window.act': operation(z.strictObject({ does: z.enum(windowActs) }), z.strictObject({ done: z.boolean() })) } as const;
