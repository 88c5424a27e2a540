import type { Contract } from '../../../shared/contract/contract.ts';
import { listView, mostViews, type ListView } from '../../../shared/records/list-view.ts';
import * as z from 'zod';
import { todayOf } from '../../records/writing.ts';
import { askAgain } from '../../records/ask-again.ts';
import { mayMove, moveTogether } from '../../records/move-together.ts';
import { changeTogether, removeTogether } from '../../records/together.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';

type Names =
  | 'records.numbers'
  | 'records.rows'
  | 'records.updateMany'
  | 'records.removeMany'
  | 'records.mayMove'
  | 'records.moveMany'
  | 'requests.askAgain'
  | 'records.stateChanges'
  | 'views.read'
  | 'views.save'
  | 'looked.read'
  | 'looked.save';
const kept = z.array(listView).max(mostViews);
const looked = z.strictObject({ seq: z.int() });

/** Long lists, acts over many records, and what the person at work keeps of how they look at them. */
export function listHandlers({ session, clock }: Pick<Context, 'session' | 'clock'>): Pick<Handlers<Contract>, Names> {
  const records = () => session.opened().records;
  /** Kept like a draft: in the vault, outside journal and search, for the person whose key opened it; of a kind about persons sealed with their compartment. */
  const own = (what: string, kind: string): string => `${what}:${session.opened().vault.person.slot}:${kind}`;
  const views = (kind: string): ListView[] => kept.safeParse(records().drafts.read(own('views', kind), null)?.body).data ?? [];

  return {
    'records.numbers': ({ asOf, first, columns, ...question }) => {
      const reading = records().reading(asOf);
      if (first === undefined) {
        const numbers = reading.numbers(question);
        return { numbers, total: numbers.length, rows: [], seq: reading.seq };
      }
      const { total, rows } = reading.firstLines(question, first, columns);
      return { numbers: rows.map((row) => row.number), total, rows, seq: reading.seq };
    },
    'records.rows': ({ numbers, columns, asOf }) => {
      const reading = records().reading(asOf);
      return { rows: reading.rowsOf(numbers, columns), seq: reading.seq };
    },
    'records.updateMany': (question, { signal, tell }) =>
      changeTogether(records(), question, { signal, tell: (done) => tell({ done, of: question.numbers.length, unit: 'record', what: '' }) }),
    'records.removeMany': ({ numbers, reason }, { signal, tell }) =>
      removeTogether(records(), numbers, reason, { signal, tell: (done) => tell({ done, of: numbers.length, unit: 'record', what: '' }) }),
    'records.mayMove': (question, { signal, tell }) =>
      mayMove(records().reading(), todayOf(clock()), question, { signal, tell: (done) => tell({ done, of: question.numbers.length, unit: 'record', what: '' }) }),
    'records.moveMany': (question, { signal, tell }) =>
      moveTogether(records(), question, { signal, tell: (done) => tell({ done, of: question.numbers.length, unit: 'record', what: '' }) }),
    'records.stateChanges': (question) => ({ changes: records().stateChanges(question) }),
    'requests.askAgain': ({ numbers, on, how }, { signal, tell }) =>
      askAgain(records(), numbers, { on, how }, { signal, tell: (done) => tell({ done, of: numbers.length, unit: 'record', what: '' }) }),

    'views.read': ({ kind }) => ({ views: views(kind) }),
    'views.save': async ({ kind, views: wanted }) => {
      if (wanted.length === 0) await records().drafts.discard(own('views', kind), null);
      else await records().drafts.save(own('views', kind), null, wanted);
      return {};
    },

    'looked.read': () => {
      const draft = records().drafts.read(own('looked', 'docket'), null);
      const read = looked.safeParse(draft?.body);
      return read.success && draft ? { seq: read.data.seq, at: draft.at } : { seq: null, at: null };
    },
    'looked.save': async ({ seq }) => ({ seq, at: (await records().drafts.save(own('looked', 'docket'), null, { seq })).at }),
  };
}
