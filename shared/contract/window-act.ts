import * as z from 'zod';
import { operation } from './wire.ts';

/** What the menu bar does with the window itself, for who would rather say it by name. */
export const menuBarActs = ['zoom-in', 'zoom-out', 'zoom-reset', 'full-screen', 'quit'] as const;
/** What the page answers when the person wants to close the window: that it has heard and asks what has to be asked; that nothing keeps it open. */
export const closingActs = ['closing-heard', 'close-now'] as const;
export type MenuBarAct = (typeof menuBarActs)[number];
export const windowActs = [...menuBarActs, ...closingActs] as const;

/** What stands in the menu bar, or in the frame of the window, and is done by the page: it is told, and does what its own keys do. */
export const menuActs = ['print', 'close'] as const;
export type MenuAct = (typeof menuActs)[number];

/** `done` is false where the host leaves that to its browser. */
export const windowContract = { 'window.act': operation(z.strictObject({ does: z.enum(windowActs) }), z.strictObject({ done: z.boolean() })) } as const;
