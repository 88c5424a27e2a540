import type { Contract } from '../../shared/contract/contract.ts';
import { isKind, type KindName, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { safetyNet } from '../../shared/records/views/safety-net.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import type { FakeRecords } from './fake-records.ts';

/** What stands without a date among records in memory. */
export function netHandlers(records: FakeRecords, today: () => string): Pick<Handlers<Contract>, 'deadlines.raised'> {
  const of = <K extends KindName>(kind: K) => records.all().filter((one): one is AnyRecord & RecordOf<K> => isKind(one, kind));
  return {
    'deadlines.raised': ({ caseId }) => {
      const cases = of('case').filter(({ id }) => caseId === undefined || id === caseId);
      return { raised: safetyNet(cases, of('order'), of('deadline'), today()) };
    },
  };
}
