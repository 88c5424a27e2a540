import { earliestDay, hourOfFact, safeDay, type DateFact, type HourOfDay } from './date-fact.ts';
import type { Field, Fields } from './field.ts';
import type { KindDefinition } from './kind.ts';
import { plainText, type NameOf } from './plain-text.ts';
import type { AnyRecord } from './record.ts';

type Values = Readonly<Record<string, unknown>>;

/** The fields a list shows beside the title, as text, by field name. A link shows only where `nameOf` knows the record: an id says nothing to anybody. */
export function shownColumns(fields: Fields, values: Values, nameOf?: NameOf): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (!field.column || value === undefined || value === null) continue;
    if (field.widget === 'link' || field.widget === 'links') {
      const names = (Array.isArray(value) ? value : [value]).map((id) => nameOf?.(String(id))).filter((known) => known !== undefined && known !== '');
      if (names.length > 0) shown[name] = names.join(', ');
    } else {
      shown[name] = plainText(field, value, nameOf);
    }
  }
  return shown;
}

/** Longest text of a column; the record has the whole. */
const longestShown = 300;
/** What has no place in one line of a list: groups, rows and plain data. */
const manyValued: ReadonlySet<string> = new Set(['group', 'rows', 'data']);

/** The fields of a kind that can stand as a column of its list. */
export const columnFields = (fields: Fields): readonly (readonly [name: string, field: Field])[] => Object.entries(fields).filter(([, field]) => !manyValued.has(field.widget));

/** The chosen fields as text, and by what they sort where their words would not do. Names that are no field of the kind are left out. */
export function chosenColumns(fields: Fields, values: Values, chosen: readonly string[], nameOf: NameOf): { shown: Record<string, string>; sorts: Record<string, string> } {
  const shown: Record<string, string> = {};
  const sorts: Record<string, string> = {};
  for (const name of chosen) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const value = values[name];
    if (!field || manyValued.has(field.widget) || value === undefined || value === null) continue;
    shown[name] = plainText(field, value, nameOf).slice(0, longestShown);
    const by = sortKey(field, value);
    if (by !== null) sorts[name] = by;
  }
  return { shown, sorts };
}

/** A text that sorts as the value does; null where its words do that. A date that is not known sorts behind all that are. */
function sortKey(field: Field, value: unknown): string | null {
  if (field.widget === 'day') return String(value);
  if (field.widget === 'count' || field.widget === 'instant') return String(Number(value) + 1e15).padStart(17, '0');
  if (field.widget !== 'date-fact') return null;
  // Proof of the cast: the field's own schema parsed it.
  const fact = value as DateFact;
  return (field.lastDay ? safeDay(fact) : earliestDay(fact)) ?? '\uffff';
}

export interface ListColumns {
  readonly title: string;
  readonly due: string | null;
  /** The hour of that day, where it has one. */
  readonly hour?: HourOfDay;
  /** The date behind that day, where it is recorded as less sure than a day: what the day rests on. */
  readonly doubt?: DateFact;
  readonly closed: boolean;
  readonly shown: Readonly<Record<string, string>>;
}

/**
 * The hour of the day by which lists sort a record, and the date it rests on where that is not sure; nothing where it has no day. The record must be one that its kind's
 * schema has parsed.
 */
export function dayColumns(kind: KindDefinition, record: AnyRecord, due: string | null): Pick<ListColumns, 'hour' | 'doubt'> {
  if (due === null) return {};
  const fact = kind.dated?.(record.fields);
  const hour = kind.hour === undefined ? hourOfFact(fact) : kind.hour(record.fields);
  return { ...(hour !== null && { hour }), ...(fact !== undefined && fact.certainty !== 'exact' && { doubt: fact }) };
}

/** What lists know of a record. The record must be one that its kind's schema has parsed. */
export function listColumns(kind: KindDefinition, record: AnyRecord, nameOf?: NameOf): ListColumns {
  // Proof of the cast: see the promise above.
  const fields = record.fields as Parameters<typeof kind.title>[0];
  const due = kind.due(fields);
  return {
    title: kind.title(fields),
    due,
    ...dayColumns(kind, record, due),
    closed: kind.states[record.state]?.closed === true,
    shown: shownColumns(kind.fields, record.fields, nameOf),
  };
}
