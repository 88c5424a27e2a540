import type { DateFact } from '../../shared/records/date-fact.ts';
import { dateWords } from '../../shared/records/date-words.ts';
import type { Field, Fields } from '../../shared/records/field.ts';
import { plainText } from '../../shared/records/plain-text.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { listWithin, targetsInRow } from './import/targets.ts';
import type { ListRows } from './list-rows.ts';

type Row = Readonly<Record<string, unknown>>;

/** The list at `path` (`items`, `gate.conditions`) of a record; empty where it has none. */
function rowsAt({ fields }: AnyRecord, path: string): readonly Row[] {
  const found = path
    .split('.')
    .reduce<unknown>(
      (here, name) => (typeof here === 'object' && here !== null && Object.hasOwn(here, name) ? (here as Readonly<Record<string, unknown>>)[name] : undefined),
      fields,
    );
  // Proof of the cast: the kind's own schema made rows lists of objects.
  return Array.isArray(found) ? (found as readonly Row[]) : [];
}

/**
 * The rows of one list within a record as a table, with a column for everything that one of them says. A cell says it as pasting and importing read it (`cellValue`), so that what is
 * copied here and pasted into another record is the same there. Null where there is no such list.
 */
export function rowsWithin(record: AnyRecord, path: string, nameOf: (id: string) => string | undefined): ListRows | null {
  const fields: Fields | null = listWithin(record.kind, path);
  if (fields === null) return null;
  const rows = rowsAt(record, path);
  const shown = targetsInRow(fields).filter((one) => rows.some((row) => row[one.path] !== undefined));
  return {
    name: path,
    header: shown.map((one) => one.label),
    dayColumn: null,
    rows: () => rows.map((row) => shown.map((one) => said(one.field, row[one.path], nameOf))),
  };
}

/** What a cell says of a value. */
function said(field: Field, value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === undefined) return '';
  switch (field.widget) {
    case 'words':
    case 'links':
    case 'choices':
      return Array.isArray(value)
        ? value
            .map((one) => (field.widget === 'links' ? (nameOf(String(one)) ?? '') : (field.options?.[String(one)] ?? String(one))))
            .filter((one) => one !== '')
            .join('; ')
        : '';
    case 'day':
      return String(value);
    case 'date-fact': {
      // Proof of the cast: the field's own schema parsed it.
      const fact = value as DateFact;
      return fact.certainty === 'exact' && fact.time === undefined ? fact.day : dateWords(fact);
    }
    default:
      return plainText(field, value, nameOf);
  }
}
