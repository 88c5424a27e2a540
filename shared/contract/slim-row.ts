import * as z from 'zod';
import { dateFact, dayText } from '../records/date-fact.ts';

/** A row of a list or of the working set: the real columns of the record table, no body. */
export const slimRow = z.strictObject({
  id: z.string(),
  kind: z.string(),
  number: z.string(),
  caseId: z.string().nullable(),
  state: z.string(),
  title: z.string(),
  due: dayText.nullable(),
  /** The hour of that day, where it has one, and the zone whose clocks show it; null where nobody said whose. */
  hour: z.strictObject({ time: z.string(), zone: z.string().nullable() }).optional(),
  /** The date behind that day, where it is recorded as less sure than a day. */
  doubt: dateFact.optional(),
  closed: z.boolean(),
  seq: z.int(),
  /** A few fields that lists show beside the title, ready as text (columns of the kind). */
  shown: z.record(z.string(), z.string()).optional(),
  /** By what a shown field is sorted where its words would not do: days, instants and counts. */
  sorts: z.record(z.string(), z.string()).optional(),
});
export type SlimRow = z.infer<typeof slimRow>;
