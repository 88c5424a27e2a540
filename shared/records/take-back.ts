import { sameValue } from './diff.ts';
import type { AnyRecord } from './record.ts';

/** What is set beside the fields of a record, one by one. Number, kind and case are given once. */
const common = ['state', 'audience', 'named', 'privilege', 'privilegeBasis', 'tags', 'removed'] as const;

/** A record without an earlier change of it: what that change set is as it was, what was set since stands. */
export interface TakenBack {
  readonly record: AnyRecord;
  /** What the change had set and what was set anew since: names of fields, and of what every record has. Empty where nothing stands in the way. */
  readonly inTheWay: readonly string[];
}

/**
 * Takes the step from `before` to `after` back out of `now`, field by field. A field is a whole: where two people changed two rows of one list, the later
 * stands in the way, because which rows belong together nobody but they can say.
 */
export function takeBack(before: AnyRecord, after: AnyRecord, now: AnyRecord): TakenBack {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].filter((name) => !sameValue(before.fields[name], after.fields[name]));
  const sides = common.filter((name) => !sameValue(before[name], after[name]));
  const inTheWay = [
    ...sides.filter((name) => !sameValue(after[name], now[name])),
    ...names.filter((name) => !sameValue(after.fields[name], now.fields[name])),
    ...(now.removed && !sides.includes('removed') && !after.removed ? ['removed'] : []),
  ];
  const fields = Object.entries({ ...now.fields, ...Object.fromEntries(names.map((name) => [name, before.fields[name]])) }).filter(([, value]) => value !== undefined);
  const beside = { ...now, ...Object.fromEntries(sides.map((name) => [name, before[name]])) };
  // Proof of the cast: every value comes from one of three records of the same kind, under the name it had there; what is absent stays absent.
  const record = Object.fromEntries(Object.entries({ ...beside, fields: Object.fromEntries(fields) }).filter(([, value]) => value !== undefined)) as unknown as AnyRecord;
  return { record, inTheWay };
}
