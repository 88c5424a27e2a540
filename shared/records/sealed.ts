import { kindNamed } from './kinds.ts';

/** Whether the content of a record is closed to whoever looks: its kind is sealed in a compartment and it came without any field. Number and state are all there is. */
export function isSealedFrom(record: { readonly kind: string; readonly fields: Readonly<Record<string, unknown>> }): boolean {
  return kindNamed(record.kind)?.compartment !== undefined && Object.keys(record.fields).length === 0;
}
