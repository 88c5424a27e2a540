import * as z from 'zod';
import { operation } from './wire.ts';

/** An element of the page by its place: which child of which child it is, from the page down. */
const path = z.array(z.int().min(0)).max(60);
/** Where somebody stood in the window: the page, how far what is on it was scrolled, and what had the focus (a row of a list by its record's number). Nothing that a record says. */
export const windowPlace = z.strictObject({
  address: z.string().startsWith('#/').max(300),
  scrolled: z.array(z.strictObject({ path, top: z.number().min(0) })).max(20),
  focus: z.union([z.strictObject({ record: z.string().max(40) }), z.strictObject({ path })]).nullable(),
});
export type WindowPlace = z.infer<typeof windowPlace>;

export const placeContract = {
  /** Where the person at work stood when the vault was locked last, and when that was; null where it was never locked by them. It stands in the vault and belongs to that person alone. */
  'place.read': operation(z.strictObject({}), z.strictObject({ place: windowPlace.nullable(), at: z.int().nullable() })),
  'place.save': operation(windowPlace, z.strictObject({})),
} as const;
