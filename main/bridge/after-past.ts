import type { Contract } from '../../shared/contract/contract.ts';
import type { PastWork } from '../records/as-known-on.ts';
import type { Context } from './context.ts';
import type { Handlers, Work } from './serve.ts';

const askedOf = (question: unknown): number | undefined =>
  typeof question === 'object' && question !== null && 'asOf' in question && typeof question.asOf === 'number' ? question.asOf : undefined;

/** What reads rows alone, and what searches words. Everything else may read links. */
const rowsOnly: ReadonlySet<string> = new Set([
  ...['list', 'numbers', 'rows', 'workingSet', 'whole', 'history', 'stateChanges'].map((name) => `records.${name}`),
  'docket.fitting',
  'requests.lines',
  'scope.reach',
  'scope.status',
  'scope.access',
]);
const partOf = (name: string): PastWork['part'] => (rowsOnly.has(name) ? 'rows' : name === 'records.search' ? 'words' : 'links');

/** The same handlers: what is asked about a past instant waits until that is built, while everything else is answered. A handler builds it itself otherwise, and holds up all. */
export function afterPast(handlers: Handlers<Contract>, session: Context['session']): Handlers<Contract> {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (question: never, work: Work<never>) => {
      const asOf = askedOf(question);
      // That one waits itself, and says how far it is.
      if (asOf !== undefined && name !== 'records.past') await session.opened().records.ready(asOf, { signal: work.signal, part: partOf(name) });
      // Proof of the cast: called with what `serve` calls it with.
      return (handler as (question: never, work: Work<never>) => unknown)(question, work);
    },
  ]);
  // Proof of the cast: the same names, each handler behind the wait.
  return Object.fromEntries(wrapped) as Handlers<Contract>;
}
