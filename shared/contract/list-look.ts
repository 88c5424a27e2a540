import * as z from 'zod';

/** How the window shows a list that is to stand on paper: never what a record says, but for the words by which the person narrowed it. */
export const listLook = z.strictObject({
  /** Of a list of several kinds which one it is. */
  name: z.enum(['docket', 'found', 'removed', 'history']).optional(),
  /** Of the history: its entries that are shown, newest first. */
  entries: z.array(z.int().min(1)).min(1).max(500).optional(),
  /** Keys of its columns, in their order. */
  columns: z.array(z.string().max(200)).min(1).max(100),
  /** Under headings by this field, or by `state`. */
  group: z.string().max(200).optional(),
  /** Headings that are of days ("Overdue"), each with the place of its first row. */
  headings: z
    .array(z.strictObject({ at: z.int().min(0), words: z.string().min(1).max(200) }))
    .max(4000)
    .optional(),
  /** What the list was narrowed by, in the words of the window. */
  narrowed: z.string().max(4000).optional(),
  /** How many rows it would have if it were not. */
  total: z.int().min(0).optional(),
});
export type ListLook = z.infer<typeof listLook>;
