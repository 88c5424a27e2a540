import * as z from 'zod';
import { dayText, earliestDay, latestDay, type DateFact } from './date-fact.ts';
import { privileges, type Field } from './field.ts';
import type { KindDefinition } from './kind.ts';
import type { AnyRecord } from './record.ts';
import { isValues } from './values.ts';
import { holdsWords, typedWords } from './typed-words.ts';

/** The most conditions of one list. */
export const mostFilters = 20;

/** One condition on a list: what a field of its records must say. Alternatives within a condition are joined by "or", conditions by "and". */
export const fieldFilter = z.strictObject({
  /** `severity`, `source.custodian` for a field of a group or of rows; `@due`, `@privilege`, `@tag` for what every record has. */
  field: z.string().max(200),
  /** Any of these: options of a choice, `yes` and `no` of a flag, certainties of a date, ids of linked records. */
  values: z.array(z.string().max(500)).max(200),
  /** Words that the text must hold, in any order and case. */
  words: z.string().max(500).optional(),
  /** Days between which a date lies, both included. */
  from: dayText.optional(),
  to: dayText.optional(),
  /** Those of which nothing is recorded too; a date that is not known counts as such. */
  unstated: z.boolean(),
});
export type FieldFilter = z.infer<typeof fieldFilter>;

/** How a condition on a field is put. */
export type Asking = 'choice' | 'days' | 'records' | 'words';

/** A field on which a list can be filtered. */
export interface Filterable {
  readonly key: string;
  readonly label: string;
  readonly asking: Asking;
  /** The words of each value, where the values are a closed list. */
  readonly options: Readonly<Record<string, string>>;
  /** Kinds that may be linked; for `records`. */
  readonly to: readonly string[];
}

const yesNo = { yes: 'Yes', no: 'No' } as const;
/** A day that is certain has no certainty to ask for. */
const certainties = { exact: 'Exact', approximate: 'Approximate', range: 'A range', disputed: 'Disputed' } as const;

/** The fields of a kind on which its list can be filtered, in the order of the kind; those about persons are not among them. */
export function filterables(kind: KindDefinition): readonly Filterable[] {
  const own = Object.entries(kind.fields).flatMap(([name, field]) => {
    if (field.personal) return [];
    if (field.widget !== 'group' && field.widget !== 'rows') return asked(name, field.label, field);
    return Object.entries(field.fields ?? {}).flatMap(([inner, one]) => (one.personal ? [] : asked(`${name}.${inner}`, `${field.label}: ${one.label}`, one)));
  });
  const plain = { options: {}, to: [] } as const;
  return [
    ...own,
    ...('due' in kind.fields ? [] : [{ ...plain, key: '@due', label: kind.kind === 'deadline' ? 'File-by date' : 'Due', asking: 'days' } as const]),
    { ...plain, key: '@privilege', label: 'Privilege', asking: 'choice', options: Object.fromEntries(privileges.map((one) => [one, one])) },
    { ...plain, key: '@tag', label: 'Tag', asking: 'words' },
  ];
}

function asked(key: string, label: string, field: Field): readonly Filterable[] {
  const one = (asking: Asking, options: Readonly<Record<string, string>> = {}): readonly Filterable[] => [{ key, label, asking, options, to: field.to ?? [] }];
  switch (field.widget) {
    case 'choice':
    case 'choices':
      return one('choice', field.options);
    case 'flag':
      return one('choice', yesNo);
    case 'day':
      return one('days');
    case 'date-fact':
      return one('days', certainties);
    case 'link':
    case 'links':
      return one('records');
    case 'line':
    case 'words':
      return one('words');
    case 'prose':
    case 'quotation':
    case 'count':
    case 'instant':
    case 'group':
    case 'rows':
    case 'data':
      return [];
  }
}

/** Whether the record meets every condition. A condition on a field that its kind does not have is met by none. */
export function fitsFilters(kind: KindDefinition, record: AnyRecord, filters: readonly FieldFilter[]): boolean {
  return filters.every((filter) => fitsOne(kind, record, filter));
}

function fitsOne(kind: KindDefinition, record: AnyRecord, filter: FieldFilter): boolean {
  const found = valuesAt(kind, record, filter.field);
  if (found === null) return false;
  const stated = found.values.filter((value) => isStated(value));
  if (stated.length === 0) return filter.unstated;
  return stated.some((value) => fitsValue(found.widget, value, filter));
}

/** What stands at the place of a filter, each row and each of several values by itself; null where the kind has no such field. */
function valuesAt(kind: KindDefinition, record: AnyRecord, key: string): { readonly widget: Field['widget']; readonly values: readonly unknown[] } | null {
  if (key === '@due') return { widget: 'day', values: [kind.due(record.fields)] };
  if (key === '@privilege') return { widget: 'choice', values: [record.privilege] };
  if (key === '@tag') return { widget: 'words', values: record.tags };
  const [name = '', inner] = key.split('.');
  const outer = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  const field = inner === undefined || outer?.fields === undefined ? outer : Object.hasOwn(outer.fields, inner) ? outer.fields[inner] : undefined;
  if (!outer || !field || (inner !== undefined) !== (outer.fields !== undefined)) return null;
  const held = record.fields[name];
  const places: readonly unknown[] = Array.isArray(held) && outer.widget === 'rows' ? held : [held];
  const values = inner === undefined ? places : places.map((place) => (isValues(place) ? place[inner] : undefined));
  return { widget: field.widget, values: values.flat() };
}

/** A date of which only is known that nobody knows it states nothing. */
const isStated = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && !(isValues(value) && value['certainty'] === 'unknown');

function fitsValue(widget: Field['widget'], value: unknown, filter: FieldFilter): boolean {
  switch (widget) {
    case 'day':
      return within(String(value), String(value), filter);
    case 'date-fact': {
      // Proof of the cast: the field's own schema parsed it.
      const fact = value as DateFact;
      return (filter.values.length === 0 || filter.values.includes(fact.certainty)) && within(earliestDay(fact), latestDay(fact), filter);
    }
    case 'flag':
      return filter.values.includes(value === true ? 'yes' : 'no');
    case 'line':
    case 'words':
      return filter.words !== undefined && holds(String(value), filter.words);
    default:
      return filter.values.includes(String(value));
  }
}

/** Whether the date can lie between the days that are asked for: one that is not certain is shown wherever it may be. False where no days and no certainty are asked. */
function within(earliest: string | null, latest: string | null, { from, to, values }: FieldFilter): boolean {
  if (from === undefined && to === undefined) return values.length > 0;
  return (from === undefined || latest === null || latest >= from) && (to === undefined || earliest === null || earliest <= to);
}

function holds(text: string, typed: string): boolean {
  const words = typedWords(typed);
  return words.length > 0 && holdsWords(text, words);
}

/**
 * Texts of which the stored JSON of a record must hold at least one, for every record that the condition fits: what a search through many can leave out
 * unread. Null where the condition says no such thing.
 */
export function filterNeedles(kind: KindDefinition, { field, values, unstated }: FieldFilter): readonly string[] | null {
  const asking = filterables(kind).find((one) => one.key === field);
  if (unstated || values.length === 0 || !asking || asking.asking === 'words' || asking.options === yesNo) return null;
  return values.map((value) => JSON.stringify(value));
}
