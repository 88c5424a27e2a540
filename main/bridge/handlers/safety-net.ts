import type { Contract } from '../../../shared/contract/contract.ts';
import { safetyNet } from '../../../shared/records/views/safety-net.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';
import { dayTextAt } from '../today.ts';

/** What stands without a date, in every open case or in one. */
export function safetyNetHandlers({ clock, session }: Pick<Context, 'clock' | 'session'>): Pick<Handlers<Contract>, 'deadlines.raised'> {
  return {
    'deadlines.raised': ({ caseId }) => {
      const reading = session.opened().records.reading();
      const { instant, zone } = clock();
      const cases = reading.all('case').filter(({ id }) => caseId === undefined || id === caseId);
      return { raised: safetyNet(cases, reading.all('order'), reading.all('deadline'), dayTextAt(instant, zone)) };
    },
  };
}
