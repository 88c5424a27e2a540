import type { Field, Fields } from './field.ts';
import type { KindDefinition } from './kind.ts';
import { fullText, type NameOf } from './plain-text.ts';
import type { AnyRecord } from './record.ts';
import { isValues, type Values } from './values.ts';

/** One change: the field's path, its label, what stood there and what stands there now; null for nothing. */
export interface Difference {
  readonly field: string;
  readonly label: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** The same whatever the order of names, and with names that stand for nothing left out. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join(',')}]`;
  if (!isValues(value)) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, v]) => `${name}:${plain(v)}`)
    .join(',')}}`;
}
export const sameValue = (one: unknown, other: unknown): boolean => plain(one) === plain(other);

/** What changed between two sets of values of one kind. Groups go down to their fields, rows to the row and its cells. */
export function fieldDifferences(fields: Fields, old: Values, now: Values, nameOf?: NameOf, path = '', above = ''): Difference[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const [was, is] = [old[name], now[name]];
    if (sameValue(was, is)) return [];
    const at = { field: path === '' ? name : `${path}.${name}`, label: above === '' ? field.label : `${above}: ${field.label}` };
    if (field.widget === 'group' && isValues(was) && isValues(is)) return fieldDifferences(field.fields ?? {}, was, is, nameOf, at.field, at.label);
    if (field.widget === 'rows') return rowDifferences(field, asRows(was), asRows(is), at, nameOf);
    return [{ ...at, old: textOf(field, was, nameOf), new: textOf(field, is, nameOf) }];
  });
}

const asRows = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (field: Field, value: unknown, nameOf?: NameOf) => (value === undefined || value === null ? null : fullText(field, value, nameOf));

/** Rows at the head and the tail that are alike are left aside; between them, rows are compared cell by cell where as many stand, else taken out and put in whole. */
function rowDifferences(field: Field, old: readonly unknown[], now: readonly unknown[], at: Pick<Difference, 'field' | 'label'>, nameOf?: NameOf): Difference[] {
  let head = 0;
  while (head < old.length && head < now.length && sameValue(old[head], now[head])) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && sameValue(old[old.length - 1 - tail], now[now.length - 1 - tail])) tail++;
  const [gone, come] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const place = (i: number) => ({ field: `${at.field}.${String(head + i)}`, label: `${at.label} ${String(head + i + 1)}` });
  if (gone.length === come.length) {
    return gone.flatMap((row, i) => {
      const other = come[i];
      const here = place(i);
      return isValues(row) && isValues(other) ? fieldDifferences(field.fields ?? {}, row, other, nameOf, here.field, here.label) : [];
    });
  }
  const whole = (row: unknown) => fullText({ ...field, widget: 'group' }, row, nameOf);
  return [...gone.map((row, i) => ({ ...place(i), old: whole(row), new: null })), ...come.map((row, i) => ({ ...place(i), old: null, new: whole(row) }))];
}

/** What changed between two images of a record; `before` is undefined for a new one, whose every field is new. The state, the audience and the rest of the common part come first. */
export function recordDifferences(kind: KindDefinition, before: AnyRecord | undefined, after: AnyRecord, nameOf?: NameOf): Difference[] {
  const common = (name: string, label: string, words: (record: AnyRecord) => string | null): Difference[] => {
    const [was, is] = [before === undefined ? null : words(before), words(after)];
    return was === is ? [] : [{ field: name, label, old: was, new: is }];
  };
  return [
    ...common('state', 'State', (record) => kind.states[record.state]?.label ?? record.state),
    ...common('audience', 'Audience', (record) => record.audience.replaceAll('_', ' ')),
    ...common('named', 'Only for', (record) => record.named?.join(', ') ?? null),
    ...common('privilege', 'Privilege', (record) => record.privilege.replaceAll('_', ' ')),
    ...common('privilegeBasis', 'Basis of the privilege', (record) =>
      record.privilegeBasis === undefined
        ? null
        : `${record.privilegeBasis.author}: ${record.privilegeBasis.purpose}${record.privilegeBasis.dualPurpose ? ' (dual purpose)' : ''}${record.privilegeBasis.upjohn === true ? ' (Upjohn warning given)' : ''}`,
    ),
    ...common('tags', 'Tags', (record) => (record.tags.length === 0 ? null : record.tags.join(', '))),
    ...common('removed', 'Removed', (record) => record.removed?.reason ?? null),
    ...fieldDifferences(kind.fields, before?.fields ?? {}, after.fields, nameOf),
  ];
}
