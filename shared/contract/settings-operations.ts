import * as z from 'zod';
import { fixedSettings, settings } from './settings.ts';
import { windowContract } from './window-act.ts';
import { operation } from './wire.ts';

const none = z.strictObject({});

/** What the window asks about what is set on this computer, and of the window itself. */
export const settingsContract = {
  'settings.read': operation(none, settings),
  'settings.save': operation(settings, none),
  'settings.fixed': operation(none, fixedSettings),
  'settings.export': operation(none, z.strictObject({ file: z.string(), release: z.string() })),
  ...windowContract,
} as const;
