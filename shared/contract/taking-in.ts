import * as z from 'zod';
import { audiences, privileges } from '../records/field.ts';
import { privilegeBasis } from '../records/record.ts';
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

export const loadFileContract = {
  /** What a load file lists, taken in from where it lies; what is wrong with a line is told and stops no other. */
  'evidence.loadFile': operation(
    z.strictObject({ caseId: z.string(), file: z.string(), ...takenIn }),
    z.strictObject({ taken: z.int(), refused: z.int(), lines: z.array(z.strictObject({ line: z.int(), control: z.string(), failure: z.unknown().nullable() })) }),
    counted,
  ),
} as const;
