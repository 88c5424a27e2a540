import { readTypedDate } from '../../../shared/calendar/read-typed-date.ts';
import { dayText, parseDay } from '../../../shared/calendar/day.ts';
import type { Now } from '../../../shared/calendar/clock.ts';
import { Refused } from '../../../shared/failure/failure.ts';
import { sentenceOf } from '../../../shared/failure/sentences.ts';
import type { Target } from './targets.ts';

export type Said = { readonly value: unknown } | { readonly fault: string };
export interface CellDesk {
  readonly now: Now;
  /** Ids of records of these kinds that a number or a name means. */
  readonly find: (text: string, kinds: readonly string[]) => readonly string[];
}

/** What a cell says for a place: a value as the record holds it, or why it is none. Blank cells are not asked about. */
export function cellValue(text: string, { field, widget }: Pick<Target, 'field' | 'widget'>, desk: CellDesk): Said {
  const said = text.trim();
  switch (widget) {
    case 'line':
      return { value: said.replace(/\s*\n\s*/g, ' ') };
    case 'prose':
    case 'quotation':
      return { value: said };
    case 'words':
      return { value: several(said) };
    case 'choice':
      return choice(said, field.options ?? {});
    case 'choices': {
      const all = several(said).map((one) => choice(one, field.options ?? {}));
      return all.find((one) => 'fault' in one) ?? { value: all.map((one) => ('value' in one ? one.value : null)) };
    }
    case 'flag':
      return /^(yes|y|true|1|x)$/i.test(said) ? { value: true } : /^(no|n|false|0)$/i.test(said) ? { value: false } : { fault: `"${short(said)}" is neither yes nor no` };
    case 'count':
      return /^-?\d{1,15}$/.test(said.replace(/(?<=\d)[,\s](?=\d{3}\b)/g, ''))
        ? { value: Number(said.replace(/[,\s]/g, '')) }
        : { fault: `"${short(said)}" is not a whole number` };
    case 'day': {
      const read = day(said, desk.now);
      return 'fault' in read ? read : { value: read.day };
    }
    case 'date-fact': {
      if (/^(unknown|n\/a|tbd|\?)$/i.test(said)) return { value: { certainty: 'unknown', asTyped: said } };
      const read = day(said, desk.now);
      return 'fault' in read
        ? read
        : { value: { certainty: 'exact', day: read.day, ...(read.time !== undefined && { time: read.time, zone: desk.now.zone }), ...(read.day !== said && { asTyped: said }) } };
    }
    case 'link': {
      const found = linked(said, field.to ?? ['*'], desk);
      return typeof found === 'string' ? { value: found } : found;
    }
    case 'links': {
      const all = several(said).map((one) => linked(one, field.to ?? ['*'], desk));
      const fault = all.find((one) => typeof one !== 'string');
      return fault && typeof fault !== 'string' ? fault : { value: all };
    }
    default:
      return { fault: 'a table cannot say this' };
  }
}

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
/** Semicolons and line ends part values; commas stand in names. */
const several = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function choice(said: string, options: Readonly<Record<string, string>>): Said {
  const found = Object.entries(options).find(([name, label]) => plain(name) === plain(said) || plain(label) === plain(said));
  return found ? { value: found[0] } : { fault: `"${short(said)}" is none of ${Object.values(options).slice(0, 12).join(', ')}${Object.keys(options).length > 12 ? ' …' : ''}` };
}

/** A day, with its time where one stands behind it. Sheets give `2026-06-18 16:30`; people write anything, and what can be read two ways is refused (domain.md §7 U13). */
function day(said: string, now: Now): { day: string; time?: string } | { fault: string } {
  const exact = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?)?$/.exec(said);
  if (exact?.[1] !== undefined)
    return parseDay(exact[1]) === null
      ? { fault: `there is no day ${exact[1]}` }
      : { day: exact[1], ...(exact[2] !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(exact[2]) && { time: exact[2] }) };
  try {
    const read = readTypedDate(said, now);
    // A list is no conversation: "next Friday" and a day without a year mean nothing later.
    return read.against === null ? { day: dayText(read.day) } : { fault: `"${short(said)}" does not say which year or day by itself` };
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
    return { fault: sentenceOf(thrown.failure).replace(/\.$/, '') };
  }
}

function linked(said: string, kinds: readonly string[], { find }: CellDesk): string | { fault: string } {
  const found = find(said, kinds);
  if (found.length === 1 && found[0] !== undefined) return found[0];
  return { fault: found.length === 0 ? `there is no record "${short(said)}" here that could stand there` : `"${short(said)}" could be ${found.length} records; give its number` };
}
