import * as z from 'zod';
import { fieldFilter, mostFilters } from './field-filter.ts';

/** The most views that a person keeps of one kind's list. */
export const mostViews = 50;

const name = z.string().max(200);
/** How a list is looked at: its columns, their order, which records. A person names it and finds it again. */
export const listView = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** Fields of the kind that stand beside number and title, in this order, and `due` and `state` where they are wanted. */
  columns: z.array(name).max(100),
  sort: z.array(z.strictObject({ key: name, down: z.boolean() })).max(3),
  filter: z.string().max(500),
  /** Closed ones too. */
  closed: z.boolean(),
  /** Only these states; all where it is empty. */
  states: z.array(name).max(100),
  /** What fields must say. Views kept before there were such conditions have none. */
  fields: z.array(fieldFilter).max(mostFilters).default([]),
  /** Under headings by this column; none where it is left out. */
  group: name.optional(),
});
export type ListView = z.infer<typeof listView>;

/** A search as it was typed, with its order and the name under which a person finds it again. */
export const keptSearch = z.strictObject({ name: z.string().trim().min(1).max(100), text: z.string().trim().min(1).max(500), ranked: z.boolean() });
export type KeptSearch = z.infer<typeof keptSearch>;
