import * as z from 'zod';

/** An instant of which a case can be shown as it was known: of the years 1970 to 9998, which every zone can write. */
export const instantOf = z.int().min(0).max(253_370_764_800_000);
/** "As known on": every reading question may carry it. */
export const asOf = instantOf.optional();
