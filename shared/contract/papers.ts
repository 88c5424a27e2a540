import * as z from 'zod';
import { dayText } from '../records/date-fact.ts';
import { bytes } from './bytes.ts';
import { counted } from './progress.ts';
import { printContract, printName } from './printing.ts';
import { recoveryWords } from './recovery-words.ts';
import { operation } from './wire.ts';

/** Which paper: what is looked at before it is pressed is what is then pressed. `day`: for a status of access. `recipient`: by name, or a party by its number. */
const paper = z.strictObject({
  document: z.enum(['order-summary', 'status-report', 'access-status']),
  model: z.string(),
  order: z.string().optional(),
  profile: z.enum(['internal', 'outgoing']),
  filing: z.string().optional(),
  day: dayText.optional(),
  recipient: z.string().trim().min(1).max(200).optional(),
});

/** Papers: what stands in the way of one, how it would look, and the finished file. */
export const paperContract = {
  ...printContract,
  'filings.preflight': operation(
    paper,
    z.strictObject({
      findings: z.array(z.strictObject({ number: z.string(), field: z.string(), why: z.string(), refuses: z.boolean() })),
      /** What the paper would say now, as a digest; null where it has no pages to look at. */
      content: z.string().nullable(),
    }),
  ),
  /** The paper as it would be now, made by the same press and never written; its pages are pictures. */
  'filings.preview': operation(paper, z.strictObject({ preview: z.string(), pages: z.int(), sha256: z.string(), bytes: z.int(), content: z.string() }), counted),
  'filings.previewPage': operation(z.strictObject({ preview: z.string(), page: z.int().min(1) }), z.strictObject({ png: bytes, width: z.int(), height: z.int() })),
  /** Saved where the person says; or printed, where the window gives the print a name. `content`: what it must still say, that of the pages that were looked at. */
  'filings.press': operation(
    paper.extend({ print: printName.optional(), content: z.string().optional() }),
    z.strictObject({
      file: z.string(),
      pages: z.int(),
      sha256: z.string(),
      bytes: z.int(),
      number: z.string().nullable(),
      /** Number of the release, and whom it names. */
      release: z.string(),
      recipient: z.string().nullable(),
      savedAs: z.string().nullable(),
      /** Stands for the file where it now lies, to be carried on by dragging; null where it was printed. */
      drag: z.string().nullable(),
      keptAs: z.string().nullable(),
    }),
    counted,
  ),
  /** The recovery sheet as PDF, where the person says, or printed; recorded as a release. The words are checked first. */
  'recovery.sheet': operation(z.strictObject({ words: recoveryWords, print: printName.optional() }), z.strictObject({ savedAs: z.string() }), counted),
} as const;
