import type { Fields } from '../../shared/records/field.ts';
import type { Values } from './values.ts';

/** What the row at `place` (from 1) begins with: what its kind says, with the place put in, and flags as the record's own flags stand. */
export function newRow(fields: Fields, place: number, record: Values): Values {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { start, startAs }]): [string, unknown][] => {
      if (start !== undefined) return [[name, start.replace('{row}', String(place))]];
      return startAs !== undefined && record[startAs] === true ? [[name, true]] : [];
    }),
  );
}
