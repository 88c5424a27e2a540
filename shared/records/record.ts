import * as z from 'zod';
import { audiences, privileges } from './field.ts';

/**
 * Who made it, for what, and whether business was a purpose too: without these a claim of privilege cannot be shown (domain.md §2.0). Set when
 * the record is made. `upjohn`: an interview at the direction of counsel, and the person was told so.
 */
export const privilegeBasis = z.strictObject({ author: z.string().max(500), purpose: z.string().max(2000), dualPurpose: z.boolean(), upjohn: z.boolean().optional() });
export type PrivilegeBasis = z.infer<typeof privilegeBasis>;

/** What every record has, whatever its kind (domain.md §2.0). Who wrote it and when is in the journal, not here. */
export const common = z.strictObject({
  /** UUIDv7, never a secret. */
  id: z.string().min(1).max(64),
  kind: z.string(),
  /** Human number, `ORD-003`, given by the vault and never used again. */
  number: z.string(),
  caseId: z.string().nullable(),
  state: z.string(),
  audience: z.enum(audiences),
  /** Audience "named" (domain.md §2.0): goes to these, by name, and to nobody else, whatever `audience` says. Names and no links, because people stand in a compartment. */
  named: z.array(z.string().trim().min(1).max(200)).min(1).max(50).optional(),
  privilege: z.enum(privileges),
  privilegeBasis: privilegeBasis.optional(),
  tags: z.array(z.string().max(200)).max(100),
  /** The number it had in the vault it was imported from. */
  formerNumber: z.string().optional(),
  /** Soft deletion, with its reason. */
  removed: z.strictObject({ at: z.int(), by: z.string(), reason: z.string() }).optional(),
  /** Its content is closed to everybody until somebody lifts it, with the authority and the reason for it. */
  sequestered: z.strictObject({ at: z.int(), by: z.string(), reason: z.string() }).optional(),
  /** Its content was erased; nothing but what stands here is left. */
  erased: z.strictObject({ at: z.int(), by: z.string(), reason: z.string() }).optional(),
});
export type Common = z.infer<typeof common>;

/** A record of a kind that is not known at compile time. */
export interface AnyRecord extends Common {
  readonly fields: Readonly<Record<string, unknown>>;
}
