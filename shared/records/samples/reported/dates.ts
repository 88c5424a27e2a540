import type { DateFact } from '../../date-fact.ts';

/** The one source gives no date at all. Each stays unknown, says why, and keeps the order of events that the source does give. */
export const noDate = (...relative: readonly (readonly ['before' | 'after' | 'within', string, string?])[]): DateFact => ({
  certainty: 'unknown',
  reason: 'The report gives no date.',
  ...(relative.length > 0 && { relative: relative.map(([relation, of, amount]) => ({ relation, of, ...(amount !== undefined && { amount }) })) }),
});
