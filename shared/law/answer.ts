import type { Consequence, Nature, ReadingName } from './rule.ts';

/** What a time limit comes to: SCHEMA §6. Days are `2026-07-06`; moments `2026-07-06T16:30` in the governing zone; instants `2026-07-06T20:30:00Z`. */
export interface Answer {
  /** Last day or moment on the prevailing reading; null with `reason` where there is none. */
  readonly due: string | null;
  /** The act must be done before `due`. */
  readonly strictly_before: boolean;
  /** The IANA zone in which `due`, `safe` and `latest` are told: the court's or the authority's; null where nothing says which. Answers kept before it was said have none. */
  readonly zone: string | null;
  /** Last moment of `due`, where the way of filing and the zone are known. */
  readonly dueInstant: string | null;
  /** The conservative date: the file-by date of our acts. Lists sort and alert by it. Null for what others must do. */
  readonly safe: string | null;
  /** The last date any reading allows: arguable, nothing is planned on it. */
  readonly latest: string | null;
  /** Others' acts only: first business day after the latest reading. */
  readonly follow_up: string | null;
  readonly readings: readonly Reading[];
  readonly assumptions: readonly Assumption[];
  /** How the date was reached, one sentence a step. */
  readonly steps: readonly string[];
  readonly missing: readonly string[];
  /** Why there is no date. */
  readonly reason: string | null;
  readonly citation: string;
  /** Month of the text that was read, or its status. */
  readonly textAsOf: string;
  readonly consequence: Consequence;
  /** As the case stands: mirrored where the other side holds the actor's role. */
  readonly nature: Nature;
  readonly detail: Detail;
  /** Every day between trigger and due with the part it plays; empty where days are not counted or were not asked for. */
  readonly countedDays: readonly CountedDay[];
}

/** An open point that changes the date. */
export interface Reading {
  readonly reading: ReadingName;
  /** The date on the other side of the point. */
  readonly date: string;
  /** The date on the prevailing side. */
  readonly prevailing: string;
}

/** Something that was not given and could change the date, and what was assumed: always what gives the earlier date. */
export interface Assumption {
  readonly input: string;
  readonly text: string;
}

export interface CountedDay {
  readonly day: string;
  /**
   * trigger: the day the time starts; counted: the n-th day; skipped: a closed day not counted; held: the clock stood still; added: a day added
   * for service or by an extension; rolled: a closed or inaccessible day passed over; last: the due day.
   */
  readonly role: 'trigger' | 'counted' | 'skipped' | 'held' | 'added' | 'rolled' | 'last';
  readonly n?: number;
  /** The holiday, "a Saturday", "a Sunday" or "office inaccessible". */
  readonly name?: string;
}

/** What worked examples check beside the date: SCHEMA §4.2. A field is there only where the method has it. */
export interface Detail {
  readonly raw_last_day?: string;
  readonly base_last_day?: string;
  readonly controlled_by?: string;
  readonly rolled?: boolean;
  readonly held_days?: number;
  readonly first_counted_day?: string;
  readonly day_one?: string;
  readonly due_local_court?: string;
  /** Where no last day is stated: the last moment of the safe date, by the clocks of the court. */
  readonly safe_local_court?: string;
  readonly due_local_user?: string;
  readonly earliest_event_date?: string;
  readonly earliest_date?: string;
  readonly window_from?: string;
  readonly window_to?: string;
  readonly act_timely?: boolean;
  readonly retain_until?: string;
  readonly disposable?: boolean;
}
