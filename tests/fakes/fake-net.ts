import type { Contract } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import { isKind, type KindName, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { safetyNet } from '../../shared/records/views/safety-net.ts';
import type { Handlers } from '../../main/bridge/serve.ts';
import type { FakeRecords } from './fake-records.ts';

/** What came while the vault was closed, as a test says. */
export type Missed = Reply<Contract, 'reminders.missed'>['missed'][number];

/** What stands without a date among records in memory. */
export function netHandlers(
  records: FakeRecords,
  today: () => string,
  missed: Missed[],
): Pick<Handlers<Contract>, 'deadlines.raised' | 'reminders.missed' | 'reminders.acknowledge'> {
  const of = <K extends KindName>(kind: K) => records.all().filter((one): one is AnyRecord & RecordOf<K> => isKind(one, kind));
  return {
    'reminders.missed': () => ({ upTo: missed.length === 0 ? null : 1, missed: [...missed] }),
    'reminders.acknowledge': () => {
      missed.length = 0;
      return {};
    },
    'deadlines.raised': ({ caseId }) => {
      const cases = of('case').filter(({ id }) => caseId === undefined || id === caseId);
      return { raised: safetyNet(cases, of('order'), of('deadline'), today()) };
    },
  };
}
