import * as z from 'zod';
import { faultNote, windowErrors } from '../failure/fault.ts';
import { operation } from './wire.ts';

const none = z.strictObject({});
const versions = z.array(z.tuple([z.string(), z.string()]));
/** What the host says of itself. */
export const hostDiagnostics = z.strictObject({
  versions,
  startedAt: z.int(),
  /** Requests of the window since the program was started, counted where each is let through or refused. */
  requests: z.strictObject({ served: z.int(), refused: z.int() }),
  /** Where the program keeps its own things, from the person's home on; null where that lies elsewhere. */
  places: z.strictObject({ state: z.string().nullable(), vaults: z.string().nullable() }),
  faults: z.array(faultNote),
});
export type HostDiagnostics = z.infer<typeof hostDiagnostics>;

export const diagnosticsContract = {
  /** Versions, requests and faults: nothing of any case. */
  'diagnostics.read': operation(none, hostDiagnostics),
  /** A fault of the page, by a word of a closed list, file and line; gives its reference number. A page may be taken over, so the host keeps it in memory only. */
  'faults.tell': operation(
    z.strictObject({ error: z.enum(windowErrors), frames: z.array(z.string().regex(/^[\w.-]{1,40}:\d{1,7}$/)).max(8) }),
    z.strictObject({ reference: z.string() }),
  ),
} as const;
