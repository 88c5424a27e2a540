import * as z from 'zod';
import { weekdays } from '../calendar/day.ts';
import { dayText } from '../records/date-fact.ts';
import { audiences } from '../records/field.ts';
import { figureNames } from '../records/views/figure-tables.ts';
import { asOf } from './as-of.ts';
import { clipboardContract } from './clipboard.ts';
import { kindName } from './kind-name.ts';
import { listLook } from './list-look.ts';
import { counted } from './progress.ts';
import { printName } from './printing.ts';
import { operation } from './wire.ts';

/** A file to import as the person wants it read: what they left open is guessed from its heading. */
const importing = {
  file: z.string(),
  caseId: z.string().nullable(),
  /** Tables only. */
  kind: z.string().optional(),
  sheet: z.int().min(0).optional(),
  columns: z.array(z.string().nullable()).max(500).optional(),
  constants: z.record(z.string(), z.string()).optional(),
};
/** Something in a file, by row and column: what stands in the way, or what was left out. */
const fault = z.strictObject({ line: z.int().nullable(), column: z.string(), why: z.string() });
/** A list to be put on paper. */
const listed = {
  kind: kindName.optional(),
  caseId: z.string().nullable(),
  numbers: z.array(z.string()).min(1).max(20_000),
  look: listLook,
  /** As it was known at that instant, where a past day is shown. */
  asOf,
  audience: z.enum(audiences),
  recipient: z.string().trim().min(1).max(200).optional(),
  privilegedBecause: z.string().min(1).optional(),
};
export const exportForms = ['csv', 'xlsx', 'pdf', 'svg', 'png', 'ics', 'oscal', 'bag', 'json', 'hand-over'] as const;

/** Taking in what other programs wrote, and letting lists and cases out. */
export const exchangeContract = {
  ...clipboardContract,
  /** What a file would become; nothing is written. */
  'exchange.plan': operation(
    z.strictObject(importing),
    z.strictObject({
      form: z.enum(['cordon', 'table', 'calendar', 'oscal']),
      records: z.int(),
      faults: z.array(fault),
      notes: z.array(fault),
      /** The first records as they would be, each field as text. */
      preview: z.array(z.strictObject({ line: z.int().nullable(), kind: z.string(), title: z.string(), fields: z.array(z.strictObject({ label: z.string(), text: z.string() })) })),
      table: z
        .strictObject({
          sheets: z.array(z.string()),
          sheet: z.int(),
          /** Rows of the file, without its heading. */
          rows: z.int(),
          heading: z.array(z.string()),
          /** For each column the first cell that is not blank. */
          samples: z.array(z.string()),
          columns: z.array(z.string().nullable()),
          constants: z.record(z.string(), z.string()),
          targets: z.array(z.strictObject({ path: z.string(), label: z.string(), required: z.boolean(), options: z.record(z.string(), z.string()).optional() })),
        })
        .nullable(),
      /** How many documents the file lists, where it is a load file whose files can be taken in. */
      documents: z.int().nullable(),
    }),
  ),
  /** The import itself, one act; a rehearsal does everything and keeps nothing. */
  'exchange.import': operation(
    z.strictObject({ ...importing, rehearse: z.boolean() }),
    z.strictObject({ records: z.int(), act: z.string().nullable(), numbers: z.array(z.string()) }),
    counted,
  ),
  /**
   * A list as it would stand on paper now, without what would be held back; made by the same press and never written. Its pages are `filings.previewPage`, `content` is
   * what they say, as a digest.
   */
  'exchange.previewList': operation(
    z.strictObject(listed),
    z.strictObject({ preview: z.string(), pages: z.int(), sha256: z.string(), bytes: z.int(), held: z.int(), content: z.string() }),
    counted,
  ),
  /** What leaves through the one exit, in the place that the person chooses; a list as a paper to the printer too, where the window gives the print a name. */
  'exchange.export': operation(
    z.strictObject({
      form: z.enum(exportForms),
      kind: kindName.optional(),
      /** A figure, counted on the day of today, instead of a list: its table as csv or xlsx, itself as svg or png. */
      figure: z
        .strictObject({
          name: z.enum(figureNames),
          weekStart: z.enum(weekdays),
          /** The day on which ties held; today where it is left out. */
          day: dayText.optional(),
          /** The record that it is about or around, how many ties away from it, and over which roles; over all where there are none. */
          of: z.string().max(40).optional(),
          depth: z.int().min(1).max(3).optional(),
          roles: z.array(z.string().max(200)).max(200).optional(),
        })
        .optional(),
      caseId: z.string().nullable(),
      /** The rows that are shown; all where it is left out. */
      numbers: z.array(z.string()).max(20_000).optional(),
      audience: z.enum(audiences),
      /** Who receives it, by name. */
      recipient: z.string().trim().min(1).max(200).optional(),
      privilegedBecause: z.string().min(1).optional(),
      titles: z.boolean().optional(),
      recipients: z.array(z.string().max(4000)).max(50).optional(),
      /** How the list is shown: of a paper. */
      look: listLook.optional(),
      /** A paper of what was known at that instant. Nothing else leaves of a past day. */
      asOf,
      /** What the pages of a paper said that somebody looked at (`exchange.previewList`): it is made only if it still says that. */
      content: z.string().max(200).optional(),
      print: printName.optional(),
    }),
    z.strictObject({
      number: z.string(),
      file: z.string(),
      records: z.int(),
      bytes: z.int(),
      sha256: z.string(),
      withheld: z.array(z.strictObject({ number: z.string(), field: z.string().optional(), why: z.string() })),
      beside: z.array(z.string()),
    }),
    counted,
  ),
  /**
   * The stored bytes of one exhibit to the place that the person chooses, or its pages to the printer, where the window gives the print a name; recorded in its custody.
   * `drag` stands for the file where it now lies.
   */
  'exchange.extract': operation(
    z.strictObject({
      number: z.string(),
      audience: z.enum(audiences),
      /** Who receives it, by name. */
      recipient: z.string().trim().min(1).max(200).optional(),
      privilegedBecause: z.string().min(1).optional(),
      print: printName.optional(),
    }),
    z.strictObject({ number: z.string(), file: z.string(), bytes: z.int(), sha256: z.string(), drag: z.string().nullable() }),
  ),
  /** Carries a file that was just released out of the window, to a folder or a message; `begun` is false where the host cannot. */
  'exchange.dragOut': operation(z.strictObject({ drag: z.string() }), z.strictObject({ begun: z.boolean() })),
} as const;
