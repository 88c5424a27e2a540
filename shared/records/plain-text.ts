import type { DateFact } from './date-fact.ts';
import { dateNote, dateWords, dayInWords } from './date-words.ts';
import type { Field, Fields } from './field.ts';

/** How a linked record is named: its number, as a rule. Undefined where it is not known. */
export type NameOf = (id: string) => string | undefined;
type Values = Readonly<Record<string, unknown>>;

export const notRecorded = 'not recorded';
const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
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
      return orNone(list(value).map((one) => field.options?.[String(one)] ?? String(one)).join(', '));
    case 'flag':
      return value === true ? 'Yes' : 'No';
    case 'count':
      return String(value);
    case 'day':
      return dayInWords(String(value));
    case 'instant':
      return typeof value === 'number' ? `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')} UTC` : String(value);
    case 'date-fact':
      // Proof of the cast: the field's own schema parsed it.
      return dateWords(value as DateFact);
    case 'link':
      return link(value);
    case 'links':
      return orNone(list(value).map(link).join(', '));
    case 'words':
      return orNone(list(value).map(String).join('; '));
    case 'group':
      return isValues(value) ? orNone(lines(field.fields ?? {}, value, nameOf).join('; ')) : String(value);
    case 'rows':
      return orNone(list(value).map((row) => (isValues(row) ? lines(field.fields ?? {}, row, nameOf).join('; ') : String(row))).join('\n'));
    case 'data':
      return JSON.stringify(value);
  }
}

const orNone = (text: string) => (text === '' ? 'none' : text);

/** `Label: words` for each field of a group or row that is given. */
function lines(fields: Fields, values: Values, nameOf: NameOf): string[] {
  return Object.entries(fields).flatMap(([name, field]) => (values[name] === undefined ? [] : [`${field.label}: ${plainText(field, values[name], nameOf)}`]));
}

/** As `plainText`, with the reason of an uncertain date behind it: for history, where the reason may be all that changed. */
export function fullText(field: Field, value: unknown, nameOf: NameOf = () => undefined): string {
  const words = plainText(field, value, nameOf);
  // Proof of the cast: as above.
  const note = field.widget === 'date-fact' && isValues(value) ? dateNote(value as DateFact) : null;
  return note === null ? words : `${words} (${note})`;
}
