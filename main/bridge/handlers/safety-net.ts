import type { Contract } from '../../../shared/contract/contract.ts';
import type { Raised } from '../../../shared/records/views/safety-net.ts';
import { changedOf } from '../../records/changed-of.ts';
import { keptNet } from '../../records/kept-net.ts';
import { raisedBy } from '../../records/raised-in.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';
import { dayTextAt } from '../today.ts';

/** What stands without a date, in every open case or in one. */
export function safetyNetHandlers({ clock, session }: Pick<Context, 'clock' | 'session'>): Pick<Handlers<Contract>, 'deadlines.raised'> {
  /** The last answer, and up to which entry it holds: whoever walks between the docket and its records asks again, and so does every change of anything. */
  let last: { readonly key: string; readonly seq: number; readonly raised: Raised[] } | null = null;
  const net = keptNet();
  return {
    'deadlines.raised': ({ caseId }) => {
      const { vault, records } = session.opened();
      const reading = records.reading();
      const { instant, zone } = clock();
      const today = dayTextAt(instant, zone);
      const key = [vault.id, today, caseId ?? ''].join(' ');
      const { seq } = reading;
      const holds = last?.key === key && !changedOf(vault.reader, raisedBy, last.seq);
      last = { key, seq, raised: holds && last ? last.raised : net(vault.reader, reading, caseId, today) };
      return { raised: last.raised };
    },
  };
}
