import { mayGo, type Releasing } from '../exchange/release.ts';
import type { Records } from '../records/records.ts';
import type { AnyRecord } from '../../shared/records/record.ts';

type Permission = Pick<Releasing, 'audience' | 'recipient' | 'privilegedBecause' | 'ifWithheld'>;

/**
 * Records of a past day as they may leave today: what they said then, held back by the labels they had then and by those they have now. What was found to be privileged
 * years later does not leave by way of the years before; what was privileged then and was opened since was not open on that day.
 */
export function underBothLabels(records: Records, asOf: number, permission: Permission): (then: AnyRecord) => AnyRecord {
  const [reading, today] = [records.reading(asOf), records.reading()];
  return (then) => {
    const now = today.get(then.id);
    if (!now || mayGo(reading, { ...permission, records: [then] }).records.length === 0) return then;
    const { named: _then, ...rest } = then;
    return { ...rest, audience: now.audience, privilege: now.privilege, ...(now.named && { named: now.named }) };
  };
}
