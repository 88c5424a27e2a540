import * as z from 'zod';
import { mostTogether } from '../records/together.ts';
import { counted } from './progress.ts';
import { operation } from './wire.ts';

const number = z.string().max(64);
const text = z.string().nullable();

/** What was removed, and what stood in a record before: seen, and brought back. Erasing is apart from both (`keepingContract`). */
export const earlierContract = {
  /** What was removed and is neither erased nor sequestered, last first. `before` is the entry of the last row of the page before. */
  'records.removed': operation(
    z.strictObject({ caseId: z.string().optional(), text: z.string().max(500).optional(), before: z.int().optional(), limit: z.int().min(1).max(500).default(200) }),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          id: z.string(),
          number: z.string(),
          kind: z.string(),
          state: z.string(),
          title: z.string(),
          at: z.int(),
          actor: z.string(),
          /** Null where its content is sealed from the person at work. */
          reason: text,
          seq: z.int(),
        }),
      ),
      total: z.int(),
    }),
  ),
  /** Brings removed records back as they stood, in one act. */
  'records.putBack': operation(z.strictObject({ numbers: z.array(number).min(1).max(mostTogether) }), z.strictObject({ act: z.string(), records: z.int(), seq: z.int() }), counted),
  /** What a record said after an entry of its history and does not say now, field by field. */
  'records.earlier': operation(
    z.strictObject({ number, entry: z.int().min(1) }),
    z.strictObject({
      number: z.string(),
      entry: z.int(),
      at: z.int(),
      actor: z.string(),
      fields: z.array(
        z.strictObject({
          field: z.string(),
          label: z.string(),
          lines: z.array(z.strictObject({ label: z.string(), old: text, new: text })),
          /** Why it is not brought back, with what to do instead. */
          why: text,
        }),
      ),
      instead: text,
      seq: z.int(),
    }),
  ),
  /** Writes the wording of that entry into these fields, as a change of its own. `seq` is the entry that the person looked at. */
  'records.restoreEarlier': operation(
    z.strictObject({ number, entry: z.int().min(1), fields: z.array(z.string().max(100)).min(1).max(200), seq: z.int(), reason: z.string().min(1).max(10_000) }),
    z.strictObject({ id: z.string(), number: z.string(), act: z.string(), seq: z.int() }),
  ),
} as const;
