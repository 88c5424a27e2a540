import type { Anchor } from './anchor.ts';
import type { Standing } from './journal.ts';

/** How far a vault lies behind what this computer knows of it. */
export interface Behind {
  /** Its own last entry. */
  readonly reached: number;
  /** The last entry that was known of it; null where that was of a later incarnation, whose entries are counted apart. */
  readonly known: number | null;
}

/** By the anchor that is ahead. */
export const behindOf = (ahead: Anchor, standing: Standing): Behind => ({
  reached: standing.size,
  known: ahead.incarnation === standing.incarnation && ahead.seq > standing.size ? ahead.seq : null,
});

/** What stands in the history for ever, before the person's own reason. */
export const missingWords = ({ reached, known }: Behind): string =>
  `The record was taken up from an older state: entries after ${reached} are missing${known === null ? '' : ` (up to ${known}, as far as this computer knows)`}.`;
