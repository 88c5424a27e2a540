import * as z from 'zod';
import { audiences } from '../records/field.ts';
import { jsonObject } from '../records/json.ts';
import { kindName } from './kind-name.ts';
import { operation } from './wire.ts';

/** Most rows that go on the clipboard at once; more leave as a file. */
export const mostCopied = 5_000;

/** Most rows that a form takes at once, most columns of them, and the longest cell (a spreadsheet's own). More rows are imported as a table. */
export const [mostPastedRows, mostPastedColumns, longestCell] = [200, 60, 32_767];
const cells = z
  .array(z.array(z.string().max(longestCell)).max(mostPastedColumns))
  .min(1)
  .max(mostPastedRows + 1);

/** What leaves by the clipboard, and rows that come by it. */
export const clipboardContract = {
  /** Rows of a list as a table, through the one exit: recorded before the window has it. `number` is the release. */
  'exchange.copy': operation(
    z.strictObject({
      numbers: z.array(z.string()).min(1).max(mostCopied),
      /** The rows of one list within one record, instead of records: `items` of a request. */
      list: z.string().max(100).optional(),
      audience: z.enum(audiences),
      recipient: z.string().trim().min(1).max(200).optional(),
      privilegedBecause: z.string().min(1).optional(),
    }),
    z.strictObject({
      number: z.string(),
      records: z.int(),
      /** Rows of the table, without its heading. */
      rows: z.int(),
      sha256: z.string(),
      withheld: z.array(z.strictObject({ number: z.string(), field: z.string().optional(), why: z.string() })),
      /** Cells with tabs between, and the same as a marked table. */
      text: z.string(),
      html: z.string(),
    }),
  ),
  /** The clipboard did not take what was just released to it: the release says so from then on. */
  'exchange.notCopied': operation(z.strictObject({ number: z.string() }), z.strictObject({})),
  /** What pasted cells would be in a list of a form; nothing is written. `path` names the list within the kind: `items`. */
  'rows.read': operation(
    z.strictObject({
      kind: kindName,
      path: z.string().max(100),
      caseId: z.string().nullable(),
      rows: cells,
      heading: z.boolean().optional(),
      columns: z.array(z.string().nullable()).max(mostPastedColumns).optional(),
      constants: z.record(z.string().max(100), z.string().max(longestCell)).optional(),
    }),
    z.strictObject({
      heading: z.boolean(),
      columns: z.array(z.string().nullable()),
      constants: z.record(z.string(), z.string()),
      targets: z.array(z.strictObject({ path: z.string(), label: z.string(), required: z.boolean(), options: z.record(z.string(), z.string()).optional() })),
      /** The rows as a form holds them. */
      values: z.array(jsonObject),
      faults: z.array(z.strictObject({ line: z.int().nullable(), column: z.string(), why: z.string() })),
      shown: z.array(z.record(z.string(), z.string())),
    }),
  ),
} as const;
