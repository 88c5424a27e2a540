import type { Contract } from '../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../shared/contract/wire.ts';
import { vault } from '../bridge.ts';
import { nowInstant, setScreen } from '../screen/screen.ts';

type Change = 'records.create' | 'records.update' | 'records.move' | 'records.remove';

/** Makes one change. On success says what was done and offers to undo it; otherwise shows why not. Gives the reply, or null. */
export async function change<Name extends Change>(name: Name, question: Asked<Contract, Name>, says: (number: string) => string): Promise<Reply<Contract, Name> | null> {
  const answer = await vault.ask(name, question);
  if (!answer.ok) {
    setScreen({ failure: answer.failure });
    return null;
  }
  const reply = answer.reply;
  setScreen({ failure: null, savedAt: nowInstant(), undoable: { act: reply.act, says: says(reply.number) } });
  return reply;
}

/** Takes back an act; shows why not where that fails. */
export async function undo(act: string): Promise<void> {
  const answer = await vault.ask('records.undo', { act });
  setScreen(answer.ok ? { undoable: null, savedAt: nowInstant(), failure: null } : { undoable: null, failure: answer.failure });
}
