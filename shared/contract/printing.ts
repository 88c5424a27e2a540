import * as z from 'zod';
import { bytes } from './bytes.ts';
import { operation } from './wire.ts';

/** Names a print: the window makes it up, and is told under it that the pages are ready. A paper with one goes to the printer and into no file. */
export const printName = z.uuid();

/** The pages of a paper that has left for the printer, and what came of it. */
export const printContract = {
  /** One page as it is printed: a picture at 300 dots an inch; `across` and `down` are the size of the page in points of 1/72 inch. */
  'print.page': operation(z.strictObject({ print: printName, page: z.int().min(1) }), z.strictObject({ png: bytes, across: z.number(), down: z.number(), pages: z.int() })),
  /** `why` is what the system says of it where it did not print; null where the person changed their mind. */
  'print.ended': operation(z.strictObject({ print: printName, printed: z.boolean(), why: z.string().max(200).nullable() }), z.strictObject({})),
} as const;

/** Told to the window once the paper is on record as leaving and its pages can be asked for. */
export const printReady = z.strictObject({ print: printName });
