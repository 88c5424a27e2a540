/**
 * For guards: the sentence of each pair whose value is not there. Undefined, an empty text and an empty list are not there; `false` and 0 are.
 */
export function missing(...pairs: readonly (readonly [value: unknown, says: string])[]): string[] {
  return pairs.flatMap(([value, says]) => (value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? [says] : []));
}
