import type { Fields, ValuesOf } from './field.ts';

export type ApprovalRole = 'approver' | 'second_reviewer';

/** How records of a kind are approved: which signatures there are, what they vouch for, and where names typed by hand stand beside them. */
export interface ApprovalRule<F extends Fields = Fields> {
  /** What is approved, as the signed statement says it: "filing of this paper". */
  readonly what: string;
  readonly roles: Readonly<Record<ApprovalRole, string>>;
  /** The fields a signature vouches for. When one of them changes afterwards, the approval no longer counts. */
  readonly covers: readonly (keyof F & string)[];
  /** Names that somebody typed for people who have no key here. */
  readonly typed: (fields: ValuesOf<F>) => { readonly by?: string | undefined; readonly reviewedBy?: string | undefined };
}
