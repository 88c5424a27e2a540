import type { DateFact } from './date-fact.ts';
import type { Field, Fields } from './field.ts';
import { isValues, type Values } from './values.ts';

/** Role of the link by which a date says what it lies before or after. */
export const datedBy = 'dated_by';

/** A link that a record holds: to what, in which role, and where in the record it stands (`clauses.2.source`). */
export interface Link {
  readonly role: string;
  readonly to: string;
  readonly path: string;
  /** Kinds that may stand at the other end; `*` for any. */
  readonly kinds: readonly string[];
}

/** Every link in `values`, those in groups and rows included, in the order of the definition. A value of another shape gives none: parsing is elsewhere. */
export function linksIn(fields: Fields, values: Values, path = ''): Link[] {
  return linking(fields).flatMap(([name, field]): Link[] => {
    const value = values[name];
    if (value === undefined || value === null) return [];
    const here = path === '' ? name : `${path}.${name}`;
    const link = (to: unknown, at: string): Link[] => (typeof to === 'string' ? [{ role: field.role ?? 'record', to, path: at, kinds: field.to ?? ['*'] }] : []);
    switch (field.widget) {
      case 'link':
        return link(value, here);
      case 'links':
        return Array.isArray(value) ? value.flatMap((to: unknown, i) => link(to, `${here}.${i}`)) : [];
      case 'date-fact':
        return isValues(value) && Array.isArray(value['relative'])
          ? value['relative'].flatMap((one: unknown, i) =>
              isValues(one) && typeof one['of'] === 'string' ? [{ role: datedBy, to: one['of'], path: `${here}.relative.${i}.of`, kinds: ['*'] }] : [],
            )
          : [];
      case 'group':
        return isValues(value) ? linksIn(field.fields ?? {}, value, here) : [];
      case 'rows':
        return Array.isArray(value) ? value.flatMap((row: unknown, i) => (isValues(row) ? linksIn(field.fields ?? {}, row, `${here}.${i}`) : [])) : [];
      default:
        return [];
    }
  });
}

const known = new WeakMap<Fields, readonly [string, Field][]>();

/** The fields that can hold a link, found once a definition: most cannot, and every change of a record asks twice. */
function linking(fields: Fields): readonly [string, Field][] {
  const made = known.get(fields) ?? Object.entries(fields).filter(([, { widget }]) => ['link', 'links', 'date-fact', 'group', 'rows'].includes(widget));
  known.set(fields, made);
  return made;
}

/**
 * `values` with each link through `change`; what it gives undefined for is taken away, and with a required one the whole: then the result is
 * undefined. The values must be ones that the definition's schema has parsed.
 */
export function linksChanged(fields: Fields, values: Values, change: (id: string) => string | undefined): Values | undefined {
  const made: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name];
    if (!field || value === undefined) continue;
    const changed = changedIn(field, value, change);
    if (changed !== undefined) made[name] = changed;
    else if (field.required) return undefined;
  }
  return made;
}

function changedIn(field: Field, value: unknown, change: (id: string) => string | undefined): unknown {
  // Proof of the casts: the schema made a link text, links a list of texts, a group an object, rows a list of objects, a date its relations.
  switch (field.widget) {
    case 'link':
      return change(value as string);
    case 'links':
      return (value as readonly string[]).map(change).filter((id) => id !== undefined);
    case 'date-fact': {
      const { relative, ...fact } = value as DateFact;
      if (relative === undefined) return value;
      const kept = relative.flatMap((one) => {
        const of = change(one.of);
        return of === undefined ? [] : [{ ...one, of }];
      });
      return { ...fact, ...(kept.length > 0 && { relative: kept }) };
    }
    case 'group':
      return linksChanged(field.fields ?? {}, value as Values, change);
    case 'rows':
      return (value as readonly Values[]).map((row) => linksChanged(field.fields ?? {}, row, change)).filter((row) => row !== undefined);
    default:
      return value;
  }
}
