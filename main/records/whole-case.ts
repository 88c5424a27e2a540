import { kindNamed, kindNames, type KindName } from '../../shared/records/kinds.ts';
import { linksIn } from '../../shared/records/links.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import { isShell } from './row.ts';

export interface WholeQuestion {
  readonly kinds: readonly string[];
  /** Null for the records of every case. */
  readonly caseId: string | null;
  readonly limit: number;
  /** Of these kinds only these fields are given. */
  readonly fields?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Of these kinds only records that those of the others link to. */
  readonly linked?: readonly string[] | undefined;
}
export interface WholeCase {
  readonly records: ReturnType<typeof copiedRecord>[];
  /** How what they link to is called. */
  readonly names: Name[];
  /** How many there are beyond the limit. */
  readonly more: number;
  readonly seq: number;
}

export const isKindName = (name: string): name is KindName => kindNames.some((one) => one === name);

/** Fields are plain JSON (their schema's output); the copy leaves behind whatever only the vault may hold. */
export const copiedRecord = (record: AnyRecord) => ({ ...record, tags: [...record.tags], fields: { ...record.fields } });

/** What a view of a case is made of: the records of some kinds, those of them whose content is closed left out, and how what they link to is called. */
export function wholeCase(reading: Reading, { kinds, caseId, limit, fields = {}, linked = [] }: WholeQuestion): WholeCase {
  // A case stands in no case: of the cases, the one itself.
  const of = (kind: KindName): AnyRecord[] =>
    caseId === null ? reading.all(kind) : kind === 'case' ? reading.all(kind).filter(({ id }) => id === caseId) : reading.all(kind, caseId);
  const found = new Map(
    kinds.filter(isKindName).map((kind) => [
      kind as string,
      of(kind)
        .filter((record) => !isShell(record))
        .map((record) => withFields(record, fields[kind])),
    ]),
  );
  const all = linked.length === 0 ? [...found.values()].flat() : onlyLinked(found, linked, fields);
  const going = all.slice(0, limit);
  const wanted = new Set(going.flatMap((record) => idsLinkedBy(record, fields[record.kind])));
  return { records: going.map(copiedRecord), names: reading.names(wanted), more: all.length - going.length, seq: reading.seq };
}

/** The records, of the kinds in `linked` only those that one of another kind links to. */
function onlyLinked(found: ReadonlyMap<string, readonly AnyRecord[]>, linked: readonly string[], fields: NonNullable<WholeQuestion['fields']>): AnyRecord[] {
  const linkedTo = new Set([...found].flatMap(([kind, records]) => (linked.includes(kind) ? [] : records.flatMap((record) => idsLinkedBy(record, fields[kind])))));
  return [...found].flatMap(([kind, records]) => (linked.includes(kind) ? records.filter(({ id }) => linkedTo.has(id)) : records));
}

const chosen = <T>(values: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));

const withFields = (record: AnyRecord, names: readonly string[] | undefined): AnyRecord => (names === undefined ? record : { ...record, fields: chosen(record.fields, names) });

/** Fields that are not given hold no link, so none has to be left out. */
const idsLinkedBy = (record: AnyRecord, names: readonly string[] | undefined): string[] =>
  names?.length === 0 ? [] : linksIn(kindNamed(record.kind)?.fields ?? {}, record.fields).map(({ to }) => to);
