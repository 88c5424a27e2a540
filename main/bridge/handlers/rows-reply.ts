import type { JsonObject } from '../../../shared/records/json.ts';
import type { ReadRows } from '../../exchange/import/pasted-rows.ts';

/** Pasted rows as the door gives them: copies that belong to whoever asked. */
export const rowsReply = ({ targets, values, shown, faults, ...read }: ReadRows) => ({
  ...read,
  columns: [...read.columns],
  targets: targets.map(({ path, label, required, options }) => ({ path, label, required, ...(options && { options: { ...options } }) })),
  // Proof of the cast: each value was made of a cell, and the list's own schema parsed the row.
  values: values.map((row) => ({ ...row }) as JsonObject),
  faults: faults.map((fault) => ({ ...fault })),
  shown: shown.map((row) => ({ ...row })),
});
