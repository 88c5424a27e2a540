import type { Fields } from '../../shared/records/field.ts';

export type Path = readonly (string | number)[];
export type Values = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at `path`; undefined where nothing does. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, part) => (Array.isArray(here) && typeof part === 'number' ? here[part] : isObject(here) ? here[String(part)] : undefined), value);
}

/** A copy of `value` with `next` at `path`. Objects and lists on the way are made where they are missing; nothing else is copied. */
export function put(value: unknown, path: Path, next: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return next;
  if (typeof part === 'number') {
    const list: unknown[] = Array.isArray(value) ? [...value] : [];
    list[part] = put(list[part], rest, next);
    return list;
  }
  const object = isObject(value) ? value : {};
  return { ...object, [part]: put(object[part], rest, next) };
}

/** Without what was left empty: blank texts, empty lists, groups in which nothing is filled in. Undefined where nothing remains. Rows keep their place while one of them has content. */
export function pruned(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) {
    const list = value.map(pruned).filter((one) => one !== undefined);
    return list.length === 0 ? undefined : list;
  }
  if (isObject(value)) {
    const entries = Object.entries(value)
      .map(([name, one]) => [name, pruned(one)] as const)
      .filter(([, one]) => one !== undefined);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return value ?? undefined;
}

/** As `pruned`, field by field; what the program wrote itself is left as it is. */
export function prunedFields(fields: Fields, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, fields[name]?.widget === 'data' ? value : pruned(value)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

/** Which fields differ, as a patch: null takes one away. */
export function patchOf(before: Values, after: Values): Record<string, unknown> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries([...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => [name, after[name] ?? null]));
}
