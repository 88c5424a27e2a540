import * as z from 'zod';
import { listView } from '../records/list-view.ts';
import { operation } from './wire.ts';

/** An element of the page by its place: which child of which child it is, from the page down. */
const path = z.array(z.int().min(0)).max(60);
export const mostLetters = 64;
export const mostRows = 500;
const code = z.string().max(mostLetters);
/** A look, an order or rows that are chosen: names of the program's own and numbers or ids of records. */
const standingValue = z.union([
  z.null(),
  code,
  z.boolean(),
  z.array(code).max(mostRows).readonly(),
  z
    .array(z.strictObject({ key: code, down: z.boolean() }))
    .max(5)
    .readonly(),
]);
export type StandingValue = z.infer<typeof standingValue>;

/**
 * Where somebody stood in the window: the page, how far what is on it was scrolled, what had the focus (a row of a list by its record's number), what was chosen on it, and the record
 * that was open beside it. Nothing that a record says; the conditions of a list are those that a person keeps in the vault as a view.
 */
export const windowPlace = z.strictObject({
  address: z.string().startsWith('#/').max(300),
  scrolled: z.array(z.strictObject({ path, top: z.number().min(0), left: z.number().min(0).default(0) })).max(20),
  focus: z.union([z.strictObject({ record: z.string().max(40) }), z.strictObject({ path, inBeside: z.literal(true).optional() })]).nullable(),
  caseId: code.nullable().default(null),
  beside: code.nullable().default(null),
  standing: z.record(z.string().max(80), standingValue).default({}),
  view: z
    .strictObject({ of: code, as: listView.extend({ name: z.string().max(100) }) })
    .nullable()
    .default(null),
});
export type WindowPlace = z.infer<typeof windowPlace>;

export const placeContract = {
  /** Where the person at work stood when the vault was locked last, and when that was; null where it was never locked by them. It stands in the vault and belongs to that person alone. */
  'place.read': operation(z.strictObject({}), z.strictObject({ place: windowPlace.nullable(), at: z.int().nullable() })),
  'place.save': operation(windowPlace, z.strictObject({})),
} as const;
