import { accessNow, type AccessNow } from '../../shared/records/views/still-has-access.ts';
import type { Reading } from './reading.ts';
import { isShell } from './row.ts';

/** Who may still have access in a case, or in all where `caseId` is null. Determinations that the person at work may not read are only counted. */
export function accessIn(reading: Reading, caseId: string | null): AccessNow {
  const inCase = caseId ?? undefined;
  const determinations = reading.all('access_determination', inCase);
  const readable = determinations.filter((one) => !isShell(one));
  return accessNow({
    determinations: readable,
    sealed: determinations.length - readable.length,
    groups: reading.all('audience', inCase).filter((one) => !isShell(one)),
    models: reading.all('restricted_model', inCase),
    persons: reading.all('person', inCase).filter((one) => !isShell(one)),
    // By the table of records alone: hundreds of exhibits are named, and none of them is read for its number.
    numberOf: (id) => reading.names([id])[0]?.number ?? '',
  });
}
