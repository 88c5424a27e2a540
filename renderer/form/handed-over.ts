import type { Values } from './values.ts';

let handed: { readonly kind: string; readonly values: Values } | null = null;

/** Keeps what somebody typed in one form for the new record of `kind` that is begun next. An address goes through the browser's own process, so no name stands in it. */
export function handOver(kind: string, values: Values): void {
  handed = { kind, values };
}

/** What was handed over for a new record of this kind, once; nothing where it was for another. */
export function takeHandedOver(kind: string): Values {
  const values = handed?.kind === kind ? handed.values : {};
  handed = null;
  return values;
}
