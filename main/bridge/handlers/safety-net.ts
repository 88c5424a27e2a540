import type { Contract } from '../../../shared/contract/contract.ts';
import type { Raised } from '../../../shared/records/views/safety-net.ts';
import { raisedIn } from '../../records/raised-in.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';
import { dayTextAt } from '../today.ts';

/** What stands without a date, in every open case or in one. */
export function safetyNetHandlers({ clock, session }: Pick<Context, 'clock' | 'session'>): Pick<Handlers<Contract>, 'deadlines.raised'> {
  /** The last answer: whoever walks between the docket and its records asks again, and nothing else need be read before something changes. */
  let last: { readonly key: string; readonly raised: Raised[] } | null = null;
  return {
    'deadlines.raised': ({ caseId }) => {
      const { vault, records } = session.opened();
      const reading = records.reading();
      const { instant, zone } = clock();
      const today = dayTextAt(instant, zone);
      const key = [vault.id, reading.seq, today, caseId ?? ''].join(' ');
      if (last?.key !== key) last = { key, raised: raisedIn(reading, caseId, today) };
      return { raised: last.raised };
    },
  };
}
