import type { DateFact } from '../../date-fact.ts';

/** The one source gives no date at all. Each stays unknown, says why, and keeps the order of events that the source does give, by the ids of the records. */
export const noDate = (...relative: readonly (readonly ['before' | 'after' | 'within', string, string?])[]): DateFact => ({
  certainty: 'unknown',
  reason: 'The report gives no date.',
  ...(relative.length > 0 && { relative: relative.map(([relation, of, amount]) => ({ relation, of, ...(amount !== undefined && { amount }) })) }),
});
/** The day on which this file was made: the only one that is known. */
export const madeOn = { certainty: 'exact', day: '2026-11-20' } as const satisfies DateFact;
