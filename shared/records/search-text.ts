import type { Fields } from './field.ts';

type Values = Readonly<Record<string, unknown>>;
const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of the searchable fields, those in groups and rows included, one value a line, in the order of the definition. */
export function searchText(fields: Fields, values: Values): string {
  return pieces(fields, values).join('\n');
}

function pieces(fields: Fields, values: Values): string[] {
  return Object.entries(fields).flatMap(([name, field]): string[] => {
    const value = values[name];
    if (field.widget === 'group') return isValues(value) ? pieces(field.fields ?? {}, value) : [];
    if (field.widget === 'rows') return Array.isArray(value) ? value.filter(isValues).flatMap((row) => pieces(field.fields ?? {}, row)) : [];
    if (!field.searchable) return [];
    if (typeof value === 'string') return [field.options?.[value] ?? value];
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').map((one) => field.options?.[one] ?? one) : [];
  });
}
