import * as z from 'zod';
import { dateFact, dayText } from './date-fact.ts';
import { jsonObject } from './json.ts';

export const audiences = ['internal', 'outside_counsel', 'agency', 'court', 'public'] as const;
export type Audience = (typeof audiences)[number];
/** Whom the privilege covers: to show them is no waiver, and they may read what we plan on. */
export const amongUs = (audience: Audience): boolean => audience === 'internal' || audience === 'outside_counsel';
export const privileges = ['none', 'attorney_client', 'work_product', 'common_interest', 'joint_defense', 'under_review'] as const;
export type Privilege = (typeof privileges)[number];

/** How a field is entered and shown; the window has one control for each. */
export type Widget =
  | 'line'
  | 'prose'
  | 'quotation'
  | 'choice'
  | 'choices'
  | 'flag'
  | 'count'
  | 'day'
  | 'date-fact'
  | 'instant'
  | 'link'
  | 'links'
  | 'words'
  | 'group'
  | 'rows'
  | 'data';

/** One field of a record kind: shape, control, column and search in one value. Made by `field.…` only. */
export interface Field<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  readonly widget: Widget;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  readonly searchable: boolean;
  /** Shown as a column in lists of its kind. */
  readonly column: boolean;
  /** Known on the first day: asked among the main facts, after what is required. */
  readonly early?: true;
  /** A last day for an act: “by 30 June” is 30 June here, and no doubt about when (read-date.ts). */
  readonly lastDay?: true;
  /** What a row that is added begins with, `{row}` being its place; the person at work sees it and changes it. */
  readonly start?: string;
  /** A flag of a row that is added begins as this flag of the record. */
  readonly startAs?: string;
  /** What choosing an answer ticks among the fields beside it, by answer; the person at work sees it and unticks it. */
  readonly ticks?: Readonly<Record<string, string>>;
  /** Audience and privilege where they are narrower than the record's own: our reading of a clause beside its quotation. */
  readonly audience?: Audience;
  readonly privilege?: Privilege;
  /** About somebody in person: it stays in the vault unless it is asked for (domain.md §7 U3). */
  readonly personal?: true;
  /** The words of each choice. */
  readonly options?: Readonly<Record<string, string>>;
  /** Link fields: the kinds that may be linked, and the role written in the link table. */
  readonly to?: readonly string[];
  readonly role?: string;
  /** Groups and rows: the fields inside. */
  readonly fields?: Fields;
}
export type Fields = { readonly [name: string]: Field };
export type ValuesOf<F extends Fields> = z.infer<z.ZodObject<{ [Name in keyof F]: F[Name]['schema'] }>>;

interface Words {
  readonly label: string;
  readonly help?: string;
  readonly search?: boolean;
  readonly column?: boolean;
  readonly early?: true;
  readonly lastDay?: true;
  readonly start?: string;
  readonly startAs?: string;
  readonly ticks?: Readonly<Record<string, string>>;
  readonly audience?: Audience;
  readonly privilege?: Privilege;
  readonly personal?: true;
}
type Required = Words & { readonly required: true };
type Optional = Words & { readonly required?: false };
type Made<S extends z.ZodType, O> = Field<O extends { required: true } ? S : z.ZodOptional<S>>;

/** Longest single value: 1 MB of text, so that a hostile import cannot fill memory field by field. */
const longest = 1_000_000;

function make<S extends z.ZodType, O extends Words & { readonly required?: boolean }>(
  schema: S,
  widget: Widget,
  options: O,
  extra: Pick<Field, 'options' | 'to' | 'role' | 'fields'> = {},
  searchable = false,
): Made<S, O> {
  const { label, help, early, lastDay, start, startAs, ticks, audience, privilege, personal } = options;
  const required = options.required === true;
  return {
    // Proof of the cast: `required` here is the same value that `Made` reads from the type of `options`.
    schema: (required ? schema : schema.optional()) as Made<S, O>['schema'],
    widget,
    label,
    required,
    searchable: options.search ?? searchable,
    column: options.column ?? false,
    ...(help !== undefined && { help }),
    ...(early !== undefined && { early }),
    ...(lastDay !== undefined && { lastDay }),
    ...(start !== undefined && { start }),
    ...(startAs !== undefined && { startAs }),
    ...(ticks !== undefined && { ticks }),
    ...(audience !== undefined && { audience }),
    ...(privilege !== undefined && { privilege }),
    ...(personal !== undefined && { personal }),
    ...extra,
  };
}

type Choices<T extends string> = { readonly options: Readonly<Record<T, string>> };
type Linking = { readonly to: readonly string[]; readonly role?: string };

const keys = <T extends string>(options: Readonly<Record<T, string>>) => Object.keys(options) as [T, ...T[]];
const id = z.string().min(1).max(64);
const linked = (o: Linking, role: string) => ({ to: o.to, role: o.role ?? role });

/** Makers of fields. The role of a link defaults to its label's place: pass `role` when two fields of a kind link to the same kind. */
export const field = {
  text: <O extends Required | Optional>(o: O) => make(z.string().min(1).max(longest), 'line', o, {}, true),
  prose: <O extends Required | Optional>(o: O) => make(z.string().min(1).max(longest), 'prose', o, {}, true),
  /** Somebody else's words, exactly; set in the serif. */
  quotation: <O extends Required | Optional>(o: O) => make(z.string().min(1).max(longest), 'quotation', o, {}, true),
  words: <O extends Required | Optional>(o: O) => make(z.array(z.string().min(1).max(longest)), 'words', o, {}, true),
  choice: <T extends string, O extends (Required | Optional) & Choices<T>>(o: O & Choices<T>) => make(z.enum(keys<T>(o.options)), 'choice', o, { options: o.options }),
  choices: <T extends string, O extends (Required | Optional) & Choices<T>>(o: O & Choices<T>) => make(z.array(z.enum(keys<T>(o.options))), 'choices', o, { options: o.options }),
  flag: <O extends Required | Optional>(o: O) => make(z.boolean(), 'flag', o),
  count: <O extends Required | Optional>(o: O) => make(z.int(), 'count', o),
  day: <O extends Required | Optional>(o: O) => make(dayText, 'day', o),
  date: <O extends Required | Optional>(o: O) => make(dateFact, 'date-fact', o),
  /** Milliseconds of UTC, written by the program itself. */
  instant: <O extends Required | Optional>(o: O) => make(z.int(), 'instant', o),
  link: <O extends (Required | Optional) & Linking>(o: O) => make(id, 'link', o, linked(o, o.to[0] ?? 'record')),
  links: <O extends (Required | Optional) & Linking>(o: O) => make(z.array(id), 'links', o, linked(o, o.to[0] ?? 'record')),
  /** Plain data as another room made it: the inputs and the answer of a time limit. Kept whole, shown by the page that knows it. */
  data: <O extends Required | Optional>(o: O) => make(jsonObject, 'data', o),
  group: <F extends Fields, O extends (Required | Optional) & { readonly fields: F }>(o: O & { readonly fields: F }) =>
    make(shapeOf<F>(o.fields), 'group', o, { fields: o.fields }),
  rows: <F extends Fields, O extends (Required | Optional) & { readonly fields: F }>(o: O & { readonly fields: F }) =>
    make(z.array(shapeOf<F>(o.fields)), 'rows', o, { fields: o.fields }),
};

/** The zod object of a set of fields. Unknown names are refused: an imported field that nobody reads would be a lost fact. */
export function shapeOf<F extends Fields>(fields: F) {
  // Proof of the cast: the entries are the fields' own schemas under their own names.
  const shape = Object.fromEntries(Object.entries(fields).map(([name, f]) => [name, f.schema])) as { [Name in keyof F]: F[Name]['schema'] };
  return z.strictObject(shape);
}
