import type * as z from 'zod';
import { shapeOf, type Field, type Fields } from '../../shared/records/field.ts';
import { form } from '../words/form.ts';
import { at, type Path, type Values } from './values.ts';

export interface Issue {
  readonly path: Path;
  readonly key: string;
  readonly label: string;
  readonly says: string;
}

export const keyOf = (path: Path): string => path.join('.');

/** The field at a path of a kind's fields, through groups and rows; undefined where there is none. */
export function fieldAt(fields: Fields, path: Path): Field | undefined {
  const [name, ...rest] = path.filter((part): part is string => typeof part === 'string');
  const field = name === undefined ? undefined : fields[name];
  return rest.length === 0 || field === undefined ? field : fieldAt(field.fields ?? {}, rest);
}

/** What is wrong with `values` by the kind's own schema, in words, one for each field, in the order of the form. */
export function issuesIn(fields: Fields, values: Values): readonly Issue[] {
  const parsed = shapeOf(fields).safeParse(values);
  if (parsed.success) return [];
  const found = new Map<string, Issue>();
  for (const issue of parsed.error.issues) {
    // Proof of the cast: paths into plain JSON hold names and numbers only.
    const path = withoutInside(fields, issue.path as Path);
    const key = keyOf(path);
    const field = fieldAt(fields, path);
    const label = field?.label ?? key;
    const inside = field?.widget === 'date-fact' && issue.path.length > path.length;
    if (!found.has(key)) found.set(key, { path, key, label, says: at(values, path) === undefined ? form.missing(label) : inside ? form.dateIncomplete : words(issue, label) });
  }
  return [...found.values()];
}

/** The path of the field that holds the fault: a fault inside a date is a fault of the date. */
function withoutInside(fields: Fields, path: Path): Path {
  for (let length = path.length; length > 0; length--) {
    const start = path.slice(0, length);
    const field = fieldAt(fields, start);
    if (field && typeof start.at(-1) === 'string') return start;
  }
  return path;
}

function words(issue: z.core.$ZodIssue, label: string): string {
  if (issue.code === 'too_small') return form.missing(label);
  if (issue.code === 'too_big') return form.tooLong;
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return form.wrongChoice;
  if (issue.code === 'invalid_type') return issue.expected === 'number' || issue.expected === 'int' ? form.wrongNumber : form.missing(label);
  return form.wrongShape;
}
