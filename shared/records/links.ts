import type { Fields } from './field.ts';

/** A link that a record holds: to what, in which role, and where in the record it stands (`clauses.2.source`). */
export interface Link {
  readonly role: string;
  readonly to: string;
  readonly path: string;
  /** Kinds that may stand at the other end; `*` for any. */
  readonly kinds: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

/** Every link in `values`, those in groups and rows included, in the order of the definition. A value of another shape gives none: parsing is elsewhere. */
export function linksIn(fields: Fields, values: Values, path = ''): Link[] {
  return Object.entries(fields).flatMap(([name, field]): Link[] => {
    const value = values[name];
    const here = path === '' ? name : `${path}.${name}`;
    if (value === undefined || value === null) return [];
    const link = (to: unknown, at: string): Link[] => (typeof to === 'string' ? [{ role: field.role ?? 'record', to, path: at, kinds: field.to ?? ['*'] }] : []);
    switch (field.widget) {
      case 'link':
        return link(value, here);
      case 'links':
        return Array.isArray(value) ? value.flatMap((to: unknown, i) => link(to, `${here}.${i}`)) : [];
      case 'group':
        return isValues(value) ? linksIn(field.fields ?? {}, value, here) : [];
      case 'rows':
        return Array.isArray(value) ? value.flatMap((row: unknown, i) => (isValues(row) ? linksIn(field.fields ?? {}, row, `${here}.${i}`) : [])) : [];
      default:
        return [];
    }
  });
}

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
