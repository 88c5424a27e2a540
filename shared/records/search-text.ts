import type { Fields } from './field.ts';
import { isValues, type Values } from './values.ts';

/** The words of the searchable fields, those in groups and rows included, one value a line, in the order of the definition. */
export function searchText(fields: Fields, values: Values): string {
  const found: string[] = [];
  collect(fields, values, found);
  return found.join('\n');
}

/** A field that may hold words, and the fields inside it where it is a group or rows. */
interface Source {
  readonly name: string;
  readonly options: Readonly<Record<string, string>> | undefined;
  readonly inside: Fields | undefined;
}
const known = new WeakMap<Fields, readonly Source[]>();

/** Found once a definition: most fields hold no words, and every change of a record asks twice. */
function sourcesOf(fields: Fields): readonly Source[] {
  const made =
    known.get(fields) ??
    Object.entries(fields).flatMap(([name, { widget, searchable, options, fields: inside }]): Source[] => {
      if (widget === 'group' || widget === 'rows') return [{ name, options: undefined, inside: inside ?? {} }];
      return searchable ? [{ name, options, inside: undefined }] : [];
    });
  known.set(fields, made);
  return made;
}

function collect(fields: Fields, values: Values, found: string[]): void {
  for (const { name, options, inside } of sourcesOf(fields)) {
    const value = values[name];
    if (value === undefined) continue;
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const one of all) {
      if (inside) {
        if (isValues(one)) collect(inside, one, found);
      } else if (typeof one === 'string') found.push(options?.[one] ?? one);
    }
  }
}
