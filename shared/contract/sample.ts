import * as z from 'zod';
import { counted } from './progress.ts';
import { sessionState } from './session-state.ts';
import { operation } from './wire.ts';

const none = z.strictObject({});

/** The sample case of this program: invented, in a vault of its own that anybody can open. */
export const sampleContract = {
  /** Opens it, and makes it first where there is none. Cancelled, it leaves nothing. */
  'sample.open': operation(none, sessionState, counted),
  /** Removes it from this computer, whether it is open or not; the window goes back to the unlock page. Refuses `not-removed` for everything else than that sample, and touches nothing then. */
  'sample.remove': operation(none, sessionState),
} as const;
