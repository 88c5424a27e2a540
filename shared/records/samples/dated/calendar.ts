import { dayText, parseDay } from '../../../calendar/day.ts';
import { dayWordsLong } from '../../../calendar/day-words.ts';
import { compute } from '../../../law/compute.ts';
import { ruleById } from '../../../law/rules.ts';
import type { DateFact } from '../../date-fact.ts';
import type { JsonObject } from '../../json.ts';
import type { RecordOf } from '../../kinds.ts';

/** The day on which the invented case was written down; everything in it is dated around this day. */
export const writtenOn = '2026-11-24';
const zone = 'America/New_York';

type Deadline = RecordOf<'deadline'>['fields'];
export type Computed = Pick<Deadline, 'method' | 'ruleId' | 'ruleVersion' | 'inputs' | 'answer' | 'nature' | 'consequence' | 'mustBeReceived'>;

export interface Dates {
  /** The day as it falls in this telling, `YYYY-MM-DD`. */
  readonly day: (written: string) => string;
  /** The same as an exact date, with its hour in Washington where one is given. */
  readonly on: (written: string, time?: string) => Extract<DateFact, { certainty: 'exact' }>;
  /** `June 26, 2026`, for texts. */
  readonly long: (written: string) => string;
  /** A time limit really computed by its rule. `trigger` may carry an hour. Days among the inputs move with the rest. */
  readonly computed: (ruleId: string, trigger: string, inputs?: JsonObject) => Computed;
}

/** Days, or days with an hour, anywhere in the inputs of a rule. */
const movedIn = (value: JsonObject[string], move: (text: string) => string): JsonObject[string] =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? move(value) : value;

/**
 * The dates of the case, moved by whole weeks so that `today` stands to them as the day of writing did: weekdays stay, and time limits are
 * computed anew, because holidays do not move along.
 */
export function datesFor(today: string = writtenOn): Dates {
  const [from, to] = [parseDay(writtenOn), parseDay(today)];
  const shift = from === null || to === null ? 0 : Math.round((to - from) / 7) * 7;
  const day = (written: string) => {
    const parsed = parseDay(written.slice(0, 10));
    return parsed === null ? written : dayText(parsed + shift) + written.slice(10);
  };
  return {
    day,
    on: (written, time) => ({ certainty: 'exact', day: day(written), ...(time !== undefined && { time, zone }) }),
    long: (written) => {
      const parsed = parseDay(day(written));
      return parsed === null ? written : dayWordsLong(parsed);
    },
    computed: (ruleId, trigger, inputs = {}) => {
      const rule = ruleById(ruleId);
      const moved = Object.fromEntries(Object.entries({ trigger, ...inputs }).map(([name, value]) => [name, movedIn(value, day)]));
      const answer = compute(rule, moved, { countedDays: false });
      // Proof of the cast: an answer is plain data, and writing and reading it leaves out what is undefined.
      return {
        method: 'rule',
        ruleId,
        ruleVersion: rule.text.as_of ?? rule.text.status,
        inputs: moved,
        answer: JSON.parse(JSON.stringify(answer)) as JsonObject,
        nature: answer.nature,
        consequence: answer.consequence,
        mustBeReceived: rule.must_be_received,
      };
    },
  };
}
