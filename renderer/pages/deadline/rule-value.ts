import { parseDay } from '../../../shared/calendar/day.ts';
import { clockChange, zoneExists } from '../../../shared/calendar/instant.ts';
import type { InputName } from '../../../shared/law/input.ts';
import { parted } from '../../form/parted.ts';
import { readDate, type ReadDay, type Unread } from '../../form/read-date.ts';

/** How an input of a rule is given. `moment`: a day, or a day and an hour; `pauses`: from a day to a day. */
export type Given = 'number' | 'moment' | 'moments' | 'pauses' | 'choice' | 'words';

const given: { readonly [Name in InputName]?: Given } = {
  offset: 'number',
  designated_period_days: 'number',
  unit: 'choice',
  method: 'choice',
  limit: 'choice',
  sent_outside_us: 'choice',
  act_at_court_office: 'choice',
  unusual_circumstances: 'choice',
  court: 'choice',
  court_tz: 'choice',
  tz: 'choice',
  trigger_tz: 'choice',
  filing: 'choice',
  events: 'moments',
  holds: 'pauses',
  fixed_date: 'moment',
  court_set_expiry: 'moment',
  compliance_time: 'moment',
  related_deadline: 'moment',
  printed_expiry: 'moment',
  first_designated_receipt: 'moment',
  other_qualifying_paper: 'moment',
  own_appeal_deadline: 'moment',
  notice_received: 'moment',
  longer_period_end: 'moment',
  tolling_motion_disposed: 'moment',
  released: 'moment',
};
/** Words, where a rule has inputs of other names: a rule of the vault's own may. */
export const givenAs = (name: string): Given => (given as Readonly<Record<string, Given>>)[name] ?? 'words';

const exact = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;

/** A moment that was typed, and the zone that was named with its hour; null where none was. */
export interface TypedMoment {
  readonly moment: string;
  readonly zone: string | null;
}

/** A day, or a day with its hour, as the evaluator takes it, from what was typed as in any field for a date; null where it is no certain day. */
export async function typedMoment(typed: string, zone: string, readDay: ReadDay): Promise<TypedMoment | null> {
  const read = await readMoment(typed, zone, readDay);
  return read !== null && 'moment' in read ? read : null;
}

/** As `typedMoment`; and of an hour that the clocks of `zone` skip, or that is none, why, with what might have been meant. */
export async function readMoment(typed: string, zone: string, readDay: ReadDay): Promise<TypedMoment | Unread | null> {
  const text = typed.trim();
  if (text === '') return null;
  if (exact.test(text) && !isHourSkipped(text, zone)) return { moment: text, zone: null };
  const read = await readDate(text.replace(/^(\d{4}-\d{2}-\d{2})T/, '$1 '), zone, readDay);
  if (!read.ok) return read;
  if (read.fact.certainty !== 'exact') return null;
  const { day, time } = read.fact;
  return time === undefined ? { moment: day, zone: null } : { moment: `${day}T${time}`, zone: read.fact.zone === zone ? null : (read.fact.zone ?? null) };
}

/** What clocks of `zone` do with the hour of a moment: skip it, or show it twice; null for a whole day, and where they do neither. */
export function hourChange(moment: string, zone: string): 'skipped' | 'twice' | null {
  const day = parseDay(moment.slice(0, 10));
  return day === null || moment.length <= 10 || !zoneExists(zone) ? null : clockChange({ day, time: moment.slice(11, 16) }, zone);
}
const isHourSkipped = (moment: string, zone: string): boolean => hourChange(moment, zone) === 'skipped';

/** The same where hours are by the clocks that the rule goes by: null where those of another zone were named, because they would be taken for the rule's. */
export async function momentOf(typed: string, zone: string, readDay: ReadDay): Promise<string | null> {
  const read = await typedMoment(typed, zone, readDay);
  return read === null || read.zone !== null ? null : read.moment;
}

/** Between several days or pauses: a comma may stand within one. */
const between = /[;\n]/;

/** What the evaluator takes for what was typed. Text that is no number and no day is handed on as it is: the evaluator says what it wants there. */
export async function valueOf(name: string, typed: string, zone: string, readDay: ReadDay): Promise<unknown> {
  const text = typed.trim();
  const moment = async (part: string): Promise<string> => (await momentOf(part, zone, readDay)) ?? part.toLowerCase();
  switch (givenAs(name)) {
    case 'number':
      return /^\d{1,6}$/.test(text) ? Number(text) : text;
    case 'moment':
      return moment(text);
    case 'moments':
      return Promise.all(parted(text, between).map(moment));
    case 'pauses':
      return Promise.all(
        parted(text, between).map(async (part) => {
          const [start = '', end = start] = part.split(/\s+(?:to|until)\s+/i);
          return { start: await moment(start), end: await moment(end) };
        }),
      );
    case 'choice':
      return text;
    case 'words':
      return /^\d{1,6}$/.test(text) ? Number(text) : text === 'true' || text === 'false' ? text === 'true' : text;
  }
}

/** What stands in the field for a value that was kept. */
export function typedOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(typedOf).join('; ');
  if (typeof value === 'object' && value !== null && 'start' in value && 'end' in value) return `${typedOf(value.start)} to ${typedOf(value.end)}`;
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
