import { safetyNet, type Raised } from '../../shared/records/views/safety-net.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import type { Reading } from './reading.ts';

/** The kinds on which it rests. */
export const raisedBy: readonly KindName[] = ['case', 'order', 'deadline'];

/** What stands without a date on `today`, in one case or in all open ones. Only open records are read: of a long case most are closed. */
export const raisedIn = (reading: Reading, caseId: string | undefined, today: string): Raised[] =>
  safetyNet(
    reading.open('case').filter(({ id }) => caseId === undefined || id === caseId),
    reading.open('order', caseId),
    reading.open('deadline', caseId),
    today,
  );
