import { refuse } from '../../shared/failure/failure.ts';
import type { AnyRecord } from '../../shared/records/record.ts';

/** Whether the content of a record is closed to everybody: sequestered for now, or erased for ever. */
export const isHidden = (record: AnyRecord): boolean => record.sequestered !== undefined || record.erased !== undefined;

/** Refuses `guard` for a record whose content is closed to everybody, with who closed it and why. */
export function refuseHidden(record: AnyRecord): void {
  const { number, sequestered, erased } = record;
  if (erased) refuse({ code: 'guard', number, guard: 'erased', facts: [`Its content was erased by ${erased.by}: ${erased.reason}`] });
  if (sequestered)
    refuse({
      code: 'guard',
      number,
      guard: 'sequestered',
      facts: [`It is sequestered by ${sequestered.by}: ${sequestered.reason} The sequestration can be lifted with a reason.`],
    });
}
