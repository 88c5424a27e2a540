import * as z from 'zod';
import { asOf, instantOf } from './as-of.ts';
import { common } from '../records/record.ts';
import { counted } from './progress.ts';
import { operation } from './wire.ts';

export const anyRecord = common.extend({ fields: z.record(z.string(), z.unknown()) });
/** How a record is called where another names it. */
const named = z.strictObject({ id: z.string(), number: z.string(), kind: z.string(), title: z.string(), state: z.string() });
const link = named.extend({ role: z.string() });
const whole = z.strictObject({ record: anyRecord, links: z.array(link), linkedFrom: z.array(link), changedAt: z.int(), changedBy: z.string(), seq: z.int() });

/** Records with all that stands in them, and the past that they are read in. */
export const wholeContract = {
  /**
   * Builds the past of an instant, as far as lists read it or with the `words` that a search does, and tells how far it is. Every question about it waits
   * for what it reads; this one is asked first, so that it can be seen and cancelled.
   */
  'records.past': operation(z.strictObject({ asOf: instantOf, words: z.boolean().default(false) }), z.strictObject({ seq: z.int() }), counted),
  'records.get': operation(z.strictObject({ number: z.string(), asOf }), whole),
  /** Several at once, in the order asked for, for a page that shows something of each: one question instead of hundreds. Those that are not there are left out. */
  'records.several': operation(z.strictObject({ numbers: z.array(z.string().max(64)).max(500), asOf }), z.strictObject({ records: z.array(whole) })),
  /**
   * Every record of some kinds whole, with how what they link to is called: what the views of a case are made of. Of a kind in `fields` only those fields are given
   * and what these link to; of one in `linked` only the records that those of the other kinds link to by what is given.
   */
  'records.whole': operation(
    z.strictObject({
      kinds: z.array(z.string()).min(1).max(12),
      caseId: z.string().nullable(),
      limit: z.int().min(1).max(5000).default(2000),
      fields: z.record(z.string(), z.array(z.string()).max(100)).optional(),
      linked: z.array(z.string()).max(12).optional(),
      asOf,
    }),
    z.strictObject({ records: z.array(anyRecord), names: z.array(named), more: z.int(), seq: z.int() }),
  ),
} as const;
