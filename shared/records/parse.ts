import type * as z from 'zod';
import { refuse, type Failure } from '../failure/failure.ts';
import { recordSchema } from './kind.ts';
import { kindNamed } from './kinds.ts';
import type { AnyRecord } from './record.ts';

type Malformed = Extract<Failure, { code: 'record-malformed' }>;
export type Parsed = { readonly ok: true; readonly record: AnyRecord } | { readonly ok: false; readonly failure: Malformed };

/** Made once a kind: building a schema of a hundred fields costs more than parsing with it. */
const schemas = new Map<string, z.ZodType>();
function schemaOf(name: string): z.ZodType | undefined {
  const kind = kindNamed(name);
  if (kind === undefined) return undefined;
  const made = schemas.get(name) ?? recordSchema(kind);
  schemas.set(name, made);
  return made;
}

/** The record in `value`, or what is wrong with it: kind, number, field and why. Never throws. `number` names the record where its own would say nothing, as for one that is being made. */
export function tryRecord(value: unknown, number?: string): Parsed {
  const given = part(value, 'number');
  const named = number ?? (typeof given === 'string' ? given.slice(0, 64) : undefined);
  const name = part(value, 'kind');
  const failed = (kind: string, field: string, why: string): Parsed => ({
    ok: false,
    failure: { code: 'record-malformed', kind, ...(named !== undefined && { number: named }), field, why },
  });
  if (typeof name !== 'string') return failed('unknown', 'kind', 'a record says of what kind it is');
  const schema = schemaOf(name);
  if (schema === undefined) return failed(name.slice(0, 64), 'kind', 'there is no such kind of record');
  const result = schema.safeParse(value);
  if (!result.success) {
    const first = firstIssue(result.error.issues[0]);
    return failed(name, first.field, first.why);
  }
  // Proof of the cast: `recordSchema` gives the common part and an object of fields.
  const record = result.data as AnyRecord;
  const states = kindNamed(name)?.states ?? {};
  return Object.hasOwn(states, record.state) ? { ok: true, record } : failed(name, 'state', `${kindNamed(name)?.label ?? name}: there is no state “${record.state.slice(0, 64)}”`);
}

/** As `tryRecord`; refuses `record-malformed`. */
export function parseRecord(value: unknown, number?: string): AnyRecord {
  const parsed = tryRecord(value, number);
  return parsed.ok ? parsed.record : refuse(parsed.failure);
}

/** A property of something unknown, itself unknown. */
function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** Where the first thing wrong is, and why, in words. The path of a field leaves out `fields.`: it is the path people see. */
function firstIssue(issue: z.core.$ZodIssue | undefined): { field: string; why: string } {
  if (issue === undefined) return { field: 'record', why: 'it cannot be read' };
  const path = issue.path.map(String);
  const field = (path[0] === 'fields' && path.length > 1 ? path.slice(1) : path).join('.').slice(0, 200);
  const at = field === '' ? 'record' : field;
  switch (issue.code) {
    case 'unrecognized_keys':
      return { field: [...(field === '' || field === 'fields' ? [] : [field]), issue.keys[0]?.slice(0, 64) ?? ''].join('.'), why: 'there is no such field' };
    case 'invalid_type':
      return { field: at, why: issue.input === undefined && issue.message.includes('undefined') ? 'it is missing' : `${words[issue.expected] ?? issue.expected} is expected here` };
    case 'invalid_value':
      return { field: at, why: `it is none of ${issue.values.map(String).slice(0, 12).join(', ')}${issue.values.length > 12 ? ' …' : ''}` };
    case 'invalid_union':
      return { field: at, why: 'it is of none of the forms known here' };
    case 'too_small':
      return { field: at, why: issue.origin === 'array' ? 'it has too few rows' : 'it is empty or too small' };
    case 'too_big':
      return { field: at, why: 'it is too long or too large' };
    default:
      return { field: at, why: issue.message };
  }
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};
