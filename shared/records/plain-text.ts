import { dayText } from '../calendar/day.ts';
import type { DateFact } from './date-fact.ts';
import { dateNote, dateWords, dayInWords } from './date-words.ts';
import type { Field, Fields } from './field.ts';
import { isValues, type Values } from './values.ts';

/** How a linked record is named: its number, as a rule. Undefined where it is not known; empty where whoever reads this may not be told of it: then nothing stands for it. */
export type NameOf = (id: string) => string | undefined;

export const notRecorded = 'not recorded';
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Any value of a field in words, for lists, papers and history. Never blank: what is missing says so, a date that is not known says `unknown`. */
export function plainText(field: Field, value: unknown, nameOf: NameOf = () => undefined): string {
  if (value === undefined || value === null) return notRecorded;
  const link = (id: unknown) => nameOf(String(id)) ?? String(id);
  switch (field.widget) {
    case 'line':
    case 'prose':
    case 'quotation':
      return String(value);
    case 'choice':
      return field.options?.[String(value)] ?? String(value);
    case 'choices':
      return orNone(
        list(value)
          .map((one) => field.options?.[String(one)] ?? String(one))
          .join(', '),
      );
    case 'flag':
      return value === true ? 'Yes' : 'No';
    case 'count':
      return String(value);
    case 'day':
      return dayInWords(String(value));
    case 'instant':
      return typeof value === 'number' ? utc(value) : String(value);
    case 'date-fact':
      // Proof of the cast: the field's own schema parsed it.
      return dateWords(value as DateFact);
    case 'link':
      return link(value);
    case 'links':
      return list(value).length === 0
        ? 'none'
        : list(value)
            .map(link)
            .filter((name) => name !== '')
            .join(', ');
    case 'words':
      return orNone(list(value).map(String).join('; '));
    case 'group':
      return isValues(value) ? orNone(lines(field.fields ?? {}, value, nameOf).join('; ')) : String(value);
    case 'rows':
      return orNone(
        list(value)
          .map((row) => (isValues(row) ? lines(field.fields ?? {}, row, nameOf).join('; ') : String(row)))
          .join('\n'),
      );
    case 'data':
      return JSON.stringify(value);
  }
}

/** Milliseconds of the years 0 to 9999; an import may carry any number. */
const [firstInstant, lastInstant] = [-62_167_219_200_000, 253_402_300_799_999];

/** `2026-06-18 14:05 UTC`; a number that is no such instant as it is. */
function utc(instant: number): string {
  if (instant < firstInstant || instant > lastInstant) return String(instant);
  const minutes = Math.floor(instant / 60_000);
  const day = Math.floor(minutes / 1440);
  const ofDay = minutes - day * 1440;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${dayText(day)} ${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)} UTC`;
}
const orNone = (text: string) => (text === '' ? 'none' : text);

/** `Label: words` for each field of a group or row that is given. */
function lines(fields: Fields, values: Values, nameOf: NameOf): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const words = values[name] === undefined ? '' : plainText(field, values[name], nameOf);
    return words === '' ? [] : [`${field.label}: ${words}`];
  });
}

/** As `plainText`, with the reason of an uncertain date behind it: for history, where the reason may be all that changed. */
export function fullText(field: Field, value: unknown, nameOf: NameOf = () => undefined): string {
  const words = plainText(field, value, nameOf);
  // Proof of the cast: as above.
  const note = field.widget === 'date-fact' && isValues(value) ? dateNote(value as DateFact, (id) => nameOf(id) ?? id) : null;
  return note === null ? words : `${words} (${note})`;
}
