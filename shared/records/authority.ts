import * as z from 'zod';

/** What may oblige somebody to keep content from use, or to give it up (domain.md §7 U7). */
export const authorities = {
  clawback: 'Clawback notice (FRE 502(b), FRCP 26(b)(5)(B))',
  protective_order: 'Protective order (FRCP 26(c))',
  court_order: 'Order of a court',
  agency: 'Direction of an agency',
  privacy: 'Duty under privacy law',
  undertaking: 'Contract or undertaking',
} as const;

/** Under which authority, by which paper, and why. All three are kept in the history, for ever: they must not repeat what they are about. */
export const authorityShape = z.strictObject({
  kind: z.enum(Object.keys(authorities) as [keyof typeof authorities, ...(keyof typeof authorities)[]]),
  /** The notice, order or letter: from whom, of when. */
  paper: z.string().trim().min(1).max(500),
  reason: z.string().trim().min(1).max(2_000),
});
export type Authority = z.infer<typeof authorityShape>;

export const authorityWords = ({ kind, paper, reason }: Authority): string => `${authorities[kind]}: ${paper}. ${reason}`;
