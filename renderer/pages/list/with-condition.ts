import type { FieldFilter } from '../../../shared/records/field-filter.ts';

/** Whether a condition is one end of a time and nothing else. */
const isEnd = ({ values, words, unstated, from, to }: FieldFilter): boolean =>
  values.length === 0 && words === undefined && !unstated && (from === undefined) !== (to === undefined);

/**
 * The conditions with one more. On a field that has one already it takes that one's place; but the end of a time joins its beginning, and the other way round, to one
 * range, as long as the range does not end before it begins.
 */
export function withCondition(filters: readonly FieldFilter[], next: FieldFilter): FieldFilter[] {
  const others = filters.filter((one) => one.field !== next.field);
  const before = filters.find((one) => one.field === next.field);
  if (before === undefined || !isEnd(before) || !isEnd(next)) return [...others, next];
  const range = { ...before, ...next };
  if (range.from === undefined || range.to === undefined || range.from > range.to) return [...others, next];
  return [...others, range];
}
