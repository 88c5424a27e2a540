import * as z from 'zod';

/** How the window shows a list that is to stand on paper: never what a record says, and no words of its own but those by which the person narrowed it, which are printed for us and for counsel alone. */
export const listLook = z.strictObject({
  /** Of a list of several kinds which one it is. */
  name: z.enum(['docket', 'found', 'removed', 'history']).optional(),
  /** Of the history: its entries that are shown, newest first. */
  entries: z.array(z.int().min(1)).min(1).max(500).optional(),
  /** Keys of its columns, in their order. */
  columns: z.array(z.string().max(200)).min(1).max(100),
  /** Under headings by this field, or by `state`. */
  group: z.string().max(200).optional(),
  /** Under headings that are of days: as the docket has them, or one a day. The vault writes them, of what may go. */
  byDay: z.enum(['docket', 'agenda']).optional(),
  /** What the list was narrowed by, in the words of the window. */
  narrowed: z.string().max(4000).optional(),
  /** How many rows it would have if it were not. */
  total: z.int().min(0).optional(),
});
export type ListLook = z.infer<typeof listLook>;
