import type { Contract } from '../../../shared/contract/contract.ts';
import { putBackTogether } from '../../records/removed.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

type Names = 'records.removed' | 'records.putBack' | 'records.earlier' | 'records.restoreEarlier';

/** What was removed and what stood before: seen, and brought back. */
export function earlierHandlers({ session }: Pick<Context, 'session'>): Pick<Handlers<Contract>, Names> {
  const records = () => session.opened().records;
  return {
    'records.removed': (question) => records().removed(question),
    'records.putBack': ({ numbers }, { signal, tell }) =>
      putBackTogether(records(), numbers, { signal, tell: (done) => tell({ done, of: numbers.length, unit: 'record', what: '' }) }),
    'records.earlier': ({ number, entry }) => {
      const { fields, ...version } = records().earlier(number, entry);
      return { ...version, fields: fields.map(({ lines, ...field }) => ({ ...field, lines: [...lines] })) };
    },
    'records.restoreEarlier': async (restoring) => {
      const { result, act, to } = await records().restoreEarlier(restoring);
      return { id: result.id, number: result.number, act, seq: to };
    },
  };
}
