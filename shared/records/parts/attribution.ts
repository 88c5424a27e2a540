import type * as z from 'zod';
import { field } from '../field.ts';

/**
 * Where a statement comes from (domain.md §2.0). The hedge is printed with it; what rests on the press or on unnamed sources alone
 * is never printed as fact.
 */
export const attribution = field.group({
  label: 'Where it comes from',
  fields: {
    level: field.choice({
      label: 'Kind of source',
      required: true,
      options: {
        first_hand: 'First hand',
        document: 'Document',
        named_source: 'Named source',
        unnamed_source: 'Unnamed source',
        press: 'Press',
        inference: 'Inference',
      },
    }),
    outlet: field.text({ label: 'Outlet', help: 'Who published it.' }),
    via: field.words({ label: 'Passed on by', help: 'One line for each hand it went through.' }),
    hedge: field.quotation({ label: 'Hedge', help: 'The words of doubt the source itself uses, such as “reportedly”. They are printed.' }),
    reliability: field.prose({ label: 'How far it is relied on, and why' }),
    corroboration: field.links({ label: 'Borne out by', to: ['evidence_item', 'communication', 'order', 'statement', 'finding'], role: 'corroboration' }),
  },
});

type Attribution = z.infer<typeof attribution.schema>;

/** Levels on which alone nothing is ever told as fact, in the words with which it is told instead. */
export const hearsay = { press: 'reported by the press', unnamed_source: 'from an unnamed source', inference: 'inferred' } as const;
export type Hearsay = keyof typeof hearsay;
const isHearsay = (level: string): level is Hearsay => Object.hasOwn(hearsay, level);

/** What has to stand beside something that is told: the source’s own hedge, and the hearsay it rests on where nothing else bears it out. */
export interface Doubt {
  readonly hedge: string | null;
  readonly told: Hearsay | null;
}
export function doubtOf(from: Attribution): Doubt {
  return { hedge: from?.hedge ?? null, told: from !== undefined && isHearsay(from.level) && !mayPrintAsFact(from) ? from.level : null };
}

/** Whether what is said so may be printed as fact: first hand, from a document or a named source, or borne out by something else. Never so where nothing says where it comes from. */
export function mayPrintAsFact(from: Attribution): boolean {
  if (from === undefined) return false;
  return !isHearsay(from.level) || (from.corroboration ?? []).length > 0;
}
