import { chosenColumns, dayColumns } from '../../shared/records/columns.ts';
import { dateWords, dayInWords } from '../../shared/records/date-words.ts';
import type { Field } from '../../shared/records/field.ts';
import type { KindDefinition } from '../../shared/records/kind.ts';
import { kindNamed, kindNames } from '../../shared/records/kinds.ts';
import type { NameOf } from '../../shared/records/plain-text.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { paperHour } from './paper-date.ts';
import type { ListPaperData } from './press/paper.ts';

/** A column of a list on paper, with the words of one of its cells. */
export interface ListPaperColumn {
  readonly head: ListPaperData['columns'][number];
  readonly cell: (record: AnyRecord) => string;
}

interface Naming {
  readonly nameOf: NameOf;
  /** The title of a case, empty where it may not go. */
  readonly caseOf: (id: string | null) => string;
  /** An instant in the words of the paper. */
  readonly momentOf: (instant: number) => string;
}

/** Longest words of a cell; the record has the whole. */
const longest = 400;
const kindOf = (record: AnyRecord): KindDefinition => kindNamed(record.kind) ?? unknownKind();
const unknownKind = (): never => {
  throw new Error('a list of a kind that is not defined');
};

/**
 * The columns that the window shows, by their keys: `number`, `title`, `state`, `due`, `kind`, `case`, and any field; of one kind with its labels, of several kinds each
 * with what the field says in its own. Keys that name nothing are left out.
 */
export function columnsOf(kindName: string | undefined, keys: readonly string[], { nameOf, caseOf, momentOf }: Naming): readonly ListPaperColumn[] {
  const kind = kindNamed(kindName ?? '');
  const known: Readonly<Record<string, ListPaperColumn>> = {
    number: { head: { name: 'Number', width: 62 }, cell: (record) => record.number },
    title: { head: { name: 'Title', share: 2.4 }, cell: (record) => kindOf(record).title(record.fields).slice(0, longest) },
    state: { head: { name: 'State', width: 96 }, cell: (record) => kindOf(record).states[record.state]?.label ?? record.state },
    kind: { head: { name: 'Kind', width: 96 }, cell: (record) => kindOf(record).label },
    when: { head: { name: 'Removed', width: 118 }, cell: ({ removed }) => (removed ? momentOf(removed.at) : '') },
    by: { head: { name: 'By', width: 84 }, cell: ({ removed }) => removed?.by ?? '' },
    why: { head: { name: 'Why', share: 1.2 }, cell: ({ removed }) => removed?.reason.slice(0, longest) ?? '' },
    case: { head: { name: 'Case', share: 1.2 }, cell: (record) => caseOf(record.caseId) },
    ...(kind && 'due' in kind.fields ? {} : { due: { head: { name: 'Due', width: kind && kind.dated === undefined ? 82 : 118 }, cell: dueWords } }),
  };
  return keys.flatMap((key): ListPaperColumn[] => {
    const own = Object.hasOwn(known, key) ? known[key] : undefined;
    if (own) return [own];
    const field = fieldOf(kind, key);
    // Of several kinds a column is one that some kind has: its name goes on the paper, and the window has no words of its own to put there.
    const name = field?.label ?? (kind ? undefined : Object.hasOwn(otherNames, key) ? otherNames[key] : labelAnywhere(key));
    if (name === undefined) return [];
    return [{ head: { name, ...room(field) }, cell: (record) => fieldWords(record, key, nameOf) }];
  });
}

/** What the docket calls a column that each of its kinds has under a label of its own. */
const otherNames: Readonly<Record<string, string>> = { owner: 'With' };
/** The label of a field in the first kind that has one of this name; undefined where none does. */
const labelAnywhere = (key: string): string | undefined => kindNames.map((name) => fieldOf(kindNamed(name), key)?.label).find((label) => label !== undefined);
const fieldOf = (kind: KindDefinition | undefined, key: string): Field | undefined => (kind && Object.hasOwn(kind.fields, key) ? kind.fields[key] : undefined);
const narrow: ReadonlySet<string> = new Set(['day', 'instant', 'count', 'flag', 'link']);
const room = (field: Field | undefined): { readonly width: number } | { readonly share: number } => (field && narrow.has(field.widget) ? { width: 84 } : { share: 1 });

const fieldWords = (record: AnyRecord, key: string, nameOf: NameOf): string => chosenColumns(kindOf(record).fields, record.fields, [key], nameOf).shown[key] ?? '';

/** The day, its hour where it has one, and of a date that is less sure its words. */
function dueWords(record: AnyRecord): string {
  const kind = kindOf(record);
  const due = kind.due(record.fields);
  if (due === null) return '';
  const { hour, doubt } = dayColumns(kind, record, due);
  const { time } = paperHour(hour ?? null);
  return `${dayInWords(due)}${time === undefined ? '' : `, ${time}`}${doubt === undefined ? '' : ` (${dateWords(doubt)})`}`;
}

/** Under which heading a record stands where its list is grouped by its state or by a field, made of what of it may go. */
export function groupWords(kindName: string | undefined, key: string, record: AnyRecord, nameOf: NameOf): string {
  const kind = kindNamed(kindName ?? '') ?? kindOf(record);
  if (key === 'state') return kind.states[record.state]?.label ?? record.state;
  const words = fieldWords(record, key, nameOf).trim();
  return words === '' ? 'Not stated' : words;
}
