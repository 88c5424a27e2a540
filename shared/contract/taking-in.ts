import * as z from 'zod';
import { audiences, privileges } from '../records/field.ts';
import { privilegeBasis } from '../records/record.ts';
import { loadFieldNames } from '../records/views/load-columns.ts';
import { counted } from './progress.ts';
import { operation } from './wire.ts';

/** What is said of files when they are taken in. */
export const takenIn = {
  custodian: z.string().optional(),
  source: z.string().optional(),
  reasonWithoutSecondOpener: z.string().optional(),
  audience: z.enum(audiences).optional(),
  privilege: z.enum(privileges).optional(),
  privilegeBasis: privilegeBasis.optional(),
};

const loadColumn = z.enum(loadFieldNames).nullable();
/**
 * A load file: one that lies in a folder, with the files that it names, or, from a host without paths, one that was handed over with them. `columns`: what each
 * says, where a person said so.
 */
const loadFile = {
  file: z.string(),
  columns: z.array(loadColumn).max(500).optional(),
  handed: z.strictObject({ images: z.string().optional(), files: z.array(z.strictObject({ path: z.string().max(1000), file: z.string() })).max(20_000) }).optional(),
};

const verdict = z.enum(['text', 'no-text', 'encrypted', 'damaged', 'too-large', 'timed-out', 'not-read']);

export const readAgainContract = {
  /** Exhibits whose words could not be read and may be another time. */
  'evidence.unread': operation(
    z.strictObject({ caseId: z.string().nullable() }),
    z.strictObject({ files: z.array(z.strictObject({ number: z.string(), title: z.string(), status: verdict, bytes: z.int() })) }),
  ),
  /** Reads them again with this much time for each; what was read stays when the person stops. */
  'evidence.readAgain': operation(
    z.strictObject({ numbers: z.array(z.string()).min(1).max(5_000), seconds: z.int().min(1).max(3600) }),
    z.strictObject({
      files: z.array(
        z.strictObject({
          number: z.string(),
          before: verdict.nullable(),
          reading: verdict.nullable(),
          inside: z.array(z.string()),
          notTakenOut: z.array(z.strictObject({ name: z.string(), why: z.string() })),
          failure: z.unknown().nullable(),
        }),
      ),
    }),
    counted,
  ),
} as const;

export const loadFileContract = {
  /** What taking in a load file would come to, and what would go wrong by line and column; nothing is taken in. `check` reads every file and compares the digests. */
  'evidence.planLoadFile': operation(
    z.strictObject({ ...loadFile, check: z.boolean() }),
    z.strictObject({
      documents: z.int(),
      images: z.int(),
      heading: z.array(z.string()),
      samples: z.array(z.string()),
      columns: z.array(loadColumn),
      preview: z.array(
        z.strictObject({ line: z.int(), control: z.string(), parent: z.string().nullable(), title: z.string(), custodian: z.string(), path: z.string(), text: z.string() }),
      ),
      faults: z.array(z.strictObject({ line: z.int(), column: z.string().nullable(), why: z.string() })),
      faultCount: z.int(),
      /** The paths it names, for a host that has to be handed their files. */
      wanted: z.array(z.string()),
    }),
    counted,
  ),
  /** What a load file lists, taken in; what is wrong with a line is told and stops no other. */
  'evidence.loadFile': operation(
    z.strictObject({ caseId: z.string(), ...loadFile, ...takenIn }),
    z.strictObject({ taken: z.int(), refused: z.int(), lines: z.array(z.strictObject({ line: z.int(), control: z.string(), failure: z.unknown().nullable() })) }),
    counted,
  ),
} as const;
