import * as z from 'zod';
import { searchedDayShape } from '../records/searched-day.ts';
import { asOf } from './as-of.ts';
import { slimRow } from './slim-row.ts';
import { operation } from './wire.ts';

/** Search snippets cross as segments, never as HTML. */
const segment = z.strictObject({ text: z.string(), hit: z.boolean() });

export const searchContract = {
  /** `text` as `shared/records/typed-search.ts` reads it, with the days in it as they were read; `page` is that of the file in which the words of a hit stand. */
  'records.search': operation(
    z.strictObject({
      text: z.string().max(500),
      kinds: z.array(z.string()).optional(),
      ranked: z.boolean().default(false),
      titlesFirst: z.boolean().default(false),
      limit: z.int().min(1).max(200).default(50),
      asOf,
    }),
    z.strictObject({
      hits: z.array(z.strictObject({ row: slimRow, snippet: z.array(segment), page: z.int().optional() })),
      more: z.boolean(),
      days: z.array(searchedDayShape).readonly(),
    }),
  ),
} as const;
