import type { Day } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/instant.ts';
import type { Moment } from '../../calendar/moment.ts';
import type { Detail } from '../answer.ts';

/** A date as one world counts it. */
export interface Outcome {
  /** The day the time ran from. */
  readonly start: Day | null;
  /** Last day counted, before any roll. */
  readonly raw: Moment;
  /** After roll, added days and inaccessible days. */
  readonly end: Moment;
  /** As `end`, but without the days gained because an office was inaccessible: those are for filing only. */
  readonly endForOtherActs: Moment;
  /** Exact instant of `end`, where hours were counted. */
  readonly instant: Instant | null;
  /** For a period in hours: where strict counting from the moment itself would end. */
  readonly strict: Moment | null;
  /** How the last day went on from `raw`: each move's landing day, in order. */
  readonly moves: readonly { readonly why: 'rolled' | 'added'; readonly to: Day }[];
  /** `offset`, `trigger`, or the input that gave the date. */
  readonly by: string;
  /** What examples check beside the date; a function, because only the prevailing world is asked for it. */
  readonly detail: () => Detail;
}

/** No date, and why; what there is beside one. */
export interface NoDate {
  readonly none: string;
  readonly detail: Detail;
}

/** Takes one sentence of how the date is reached. Null in all worlds but the prevailing one: `tell?.(…)` then does not even write the sentence. */
export type Tell = ((sentence: string) => void) | null;
