import { accessNow, type AccessNow } from '../../shared/records/views/still-has-access.ts';
import type { Reading } from './reading.ts';
import { isShell } from './row.ts';

/** Who may still have access in a case, or in all where `caseId` is null. Determinations that the person at work may not read are only counted. */
export function accessIn(reading: Reading, caseId: string | null): AccessNow {
  const inCase = caseId ?? undefined;
  const determinations = reading.all('access_determination', inCase);
  const readable = determinations.filter((one) => !isShell(one));
  const groups = reading.all('audience', inCase).filter((one) => !isShell(one));
  const models = reading.all('restricted_model', inCase);
  const persons = reading.all('person', inCase).filter((one) => !isShell(one));
  // Thousands of ways name the same models and people, which were just read.
  const known = new Map<string, string>([...groups, ...models, ...persons].map(({ id, number }) => [id, number]));
  const numberOf = (id: string): string => {
    const there = known.get(id);
    if (there !== undefined) return there;
    // By the table of records alone: hundreds of exhibits are named, and none of them is read for its number.
    const number = reading.names([id])[0]?.number ?? '';
    known.set(id, number);
    return number;
  };
  return accessNow({ determinations: readable, sealed: determinations.length - readable.length, groups, models, persons, numberOf });
}
