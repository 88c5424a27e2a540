import * as z from 'zod';
import { dayText } from '../records/date-fact.ts';
import { quietHours } from './settings.ts';
import { operation } from './wire.ts';

/** Until when one was reminded, and by which clocks (shared/records/views/reminders.ts). */
const oneTold = z.strictObject({ at: z.int(), zone: z.string().max(64), quiet: quietHours.nullable(), only: z.literal('before-quiet').optional() });
export const told = z.array(oneTold).max(20);
export type Told = z.infer<typeof oneTold>;

/** What came while the vault was closed: on the docket, until the person at work says that they have seen it. */
export const reminderContract = {
  /** `upTo` is what is then acknowledged; null where nothing was missed. */
  'reminders.missed': operation(
    z.strictObject({}),
    z.strictObject({
      upTo: z.int().nullable(),
      missed: z.array(
        z.strictObject({ number: z.string(), title: z.string(), left: z.int(), due: dayText, hour: z.strictObject({ time: z.string(), zone: z.string().nullable() }).nullable() }),
      ),
    }),
  ),
  'reminders.acknowledge': operation(z.strictObject({ upTo: z.int() }), z.strictObject({})),
} as const;
