import type { Fields } from './field.ts';
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
      const names = (Array.isArray(value) ? value : [value]).map((id) => nameOf?.(String(id))).filter((known) => known !== undefined);
      if (names.length > 0) shown[name] = names.join(', ');
    } else {
      shown[name] = plainText(field, value, nameOf);
    }
  }
  return shown;
}

export interface ListColumns {
  readonly title: string;
  readonly due: string | null;
  readonly closed: boolean;
  readonly shown: Readonly<Record<string, string>>;
}

/** What lists know of a record. The record must be one that its kind's schema has parsed. */
export function listColumns(kind: KindDefinition, record: AnyRecord, nameOf?: NameOf): ListColumns {
  // Proof of the cast: see the promise above.
  const fields = record.fields as Parameters<typeof kind.title>[0];
  return { title: kind.title(fields), due: kind.due(fields), closed: kind.states[record.state]?.closed === true, shown: shownColumns(kind.fields, record.fields, nameOf) };
}
