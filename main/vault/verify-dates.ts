import { longGapMs, shown, toleranceMs } from '../../shared/calendar/clock-doubt.ts';
import { instantText } from '../../shared/calendar/instant.ts';
import { clockVerbs } from './clock-notes.ts';
import type { Finding } from './finding.ts';

/** What is looked at in an entry. */
interface Dated {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly verb: string;
}
/** Entries one after the other. */
interface Run {
  readonly from: number;
  to: number;
  readonly at: number;
}

const entries = ({ from, to }: Run) => (from === to ? `journal entry ${from}` : `journal entries ${from} to ${to}`);
const words = (instant: number) => instantText(shown(instant));

/**
 * Goes through the dates of entry in order and tells those that a reader should not take as they stand: kept from going back while the clock was behind, after a
 * gap of more than a year, and later than `now`.
 */
export function datesOf(now: number): { next(row: Dated, before: number): void; told(): Finding[] } {
  const found: Finding[] = [];
  let held: Run | null = null;
  let later: Run | null = null;
  const tellHeld = () => {
    if (held) found.push({ part: entries(held), what: `dated ${words(held.at)} because dates of entry never go back; the clock was behind, and the history notes what it showed` });
    held = null;
  };
  return {
    next({ seq, at, kind, verb }, before) {
      if (held && held.at !== at) tellHeld();
      if (held) held.to = seq;
      else if (kind === 'vault' && verb === clockVerbs.behind) held = { from: seq, to: seq, at };
      if (at - before > longGapMs && Number.isFinite(before))
        found.push({ part: `journal entry ${seq}`, what: `dated ${words(at)}, more than a year after the entry before it (${words(before)})` });
      if (later) later.to = seq;
      else if (at > now + toleranceMs) later = { from: seq, to: seq, at };
    },
    told() {
      tellHeld();
      if (later)
        found.push({
          part: entries(later),
          what: `dated ${words(later.at)} and later, after what this computer\u2019s clock shows now (${words(now)}): one of the two clocks is wrong`,
        });
      return found;
    },
  };
}
