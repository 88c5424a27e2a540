import { useMemo } from 'react';
import { useRecords, type Whole } from '../../answers/use-records.ts';

/** Through these, a model reaches what names them and not the model itself: a time limit names its order. */
const through: readonly string[] = ['order', 'evidence_request', 'remediation_plan', 'assertion', 'finding', 'authorization', 'filing'];

/** Ids of the records that are about a model: those that name it, and those that name an order, a request, a plan or an issue about it. Null for every record. */
export function useAboutModel(number: string | null): ReadonlySet<string> | null {
  const [model] = useRecords(number === null ? none : [number]);
  const near = useMemo(() => neighbours(model), [model]);
  const between = useRecords(useMemo(() => near.filter((one) => through.includes(one.kind)).map((one) => one.number), [near]));
  return useMemo(
    () =>
      number === null || model?.record.number !== number
        ? number === null
          ? null
          : new Set()
        : new Set([model.record.id, ...near.map((one) => one.id), ...between.flatMap((one) => one.linkedFrom.map(({ id }) => id))]),
    [number, model, near, between],
  );
}
const none: readonly string[] = [];
/** What names the model, and the orders and plans that it names. */
const neighbours = (model: Whole | undefined) => [...(model?.linkedFrom ?? []), ...(model?.links ?? []).filter((link) => through.includes(link.kind))];
