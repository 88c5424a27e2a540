import type { Audience, Privilege } from '../../../shared/records/field.ts';

/** A record as a file to import gives it, with where in the file it stands. */
export interface Draft {
  /** Where the person finds it: a line of a text, a row of a sheet; null where the format has none. */
  readonly line: number | null;
  /** Name of it within the import; links between drafts lead to it. Never an id of the vault. */
  readonly id: string;
  readonly kind: string;
  readonly caseId: string | null;
  /** The number it had elsewhere. */
  readonly number?: string;
  /** A state other than the first, whose conditions are then met all the same. */
  readonly state?: string;
  readonly audience?: Audience;
  readonly privilege?: Privilege;
  readonly tags: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Something in a file that stands in the way, by row and column; `column` is empty for the row as a whole. */
export interface Fault {
  readonly line: number | null;
  readonly column: string;
  readonly why: string;
}

/** What a file would become: records, what stands in the way, and what is left out or changed on the way without standing in it. */
export interface ImportPlan {
  readonly drafts: readonly Draft[];
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
}
