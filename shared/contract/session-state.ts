import * as z from 'zod';
import { clockDoubts } from '../calendar/clock-doubt.ts';
import { dayText } from '../records/date-fact.ts';
import { listedVault } from './recent-vaults.ts';

/** What is known of the recovery key, without the words: the name on its sheet, when it was typed back, when a copy was last opened with it. */
export const recoveryStanding = z.strictObject({ sheet: z.string(), confirmedAt: z.int().nullable(), drilledAt: z.int().nullable() });

/** Why a window went back to the unlock page. */
export const lockReason = z.enum(['asked', 'idle', 'suspended', 'screen-locked', 'user-switched', 'started', 'crashed', 'taken-up', 'sample-removed']);

export const sessionState = z.strictObject({
  phase: z.enum(['closed', 'open']),
  host: z.enum(['electron', 'chromium']),
  build: z.string(),
  zone: z.string(),
  /** The region of this computer as a language tag: how days and figures are written where the person leaves it to the system. */
  region: z.string(),
  today: dayText,
  now: z.int(),
  /** Vaults opened on this computer, pinned ones first, then the last opened; none while one is open. */
  recent: z.array(listedVault),
  /** Whether there is a sample case on this computer, made from this window. */
  sampleMade: z.boolean(),
  vault: z
    .strictObject({
      name: z.string(),
      /** Made as a sample by this program: `own` where it lies where this program makes its sample, so that it can be removed from here. */
      sample: z.enum(['own', 'elsewhere']).nullable(),
      person: z.string(),
      readOnly: z.string().nullable(),
      freshness: z.enum(['fresh', 'unknown', 'behind']),
      seq: z.int(),
      /** How far it lies behind what this computer knows of it, where it can be taken up: its last entry, the last one known (null: of a later incarnation); see `Behind`. */
      behind: z.strictObject({ reached: z.int(), known: z.int().nullable(), olderShape: z.boolean() }).nullable(),
      recovery: recoveryStanding.nullable(),
      unsafe: z.string().nullable(),
      /** `Vault.clearedAway`. */
      clearedAway: z.array(z.string()),
      /** `Vault.clock`. */
      clock: z.strictObject({ is: z.enum(clockDoubts), clock: z.int(), known: z.int() }).nullable(),
    })
    .nullable(),
  /** The vault was opened with the recovery key: somebody has to get a passphrase before anything else. Names of those who have one. */
  recovering: z.strictObject({ name: z.string(), people: z.array(z.string()) }).nullable(),
  /** Why the window shows the unlock page, when it was open before. */
  lockedBecause: lockReason.nullable(),
});
