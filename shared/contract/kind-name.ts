import * as z from 'zod';
import { kindNamed } from '../records/kinds.ts';

/** The name of a kind of record that there is. */
export const kindName = z.string().refine((name) => kindNamed(name) !== undefined, 'there is no such kind of record');
