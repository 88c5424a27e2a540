import { useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Asked } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { nowInstant, setScreen, startWork } from '../../screen/screen.ts';
import { list as words } from '../../words/list.ts';

type Many = 'records.updateMany' | 'records.removeMany' | 'records.moveMany' | 'requests.askAgain' | 'records.putBack';

/** One act over many records: told how far it is, stopped where that is wanted, and taken back by one undo. */
export function useTogether(says: (count: number) => string, onDone: () => void) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [stopping, setStopping] = useState<AbortController | null>(null);

  /** Gives whether it was done. */
  async function run<Name extends Many>(name: Name, question: Asked<Contract, Name>): Promise<boolean> {
    const controller = new AbortController();
    setStopping(controller);
    setFailure(null);
    const work = startWork(words.changing(words.chosen(question.numbers.length)), () => controller.abort());
    const answer = await vault.ask(name, question, {
      signal: controller.signal,
      onProgress: ({ done, of }) => of !== null && work.tell(words.far(done, of), done / of),
    });
    work.end();
    setStopping(null);
    if (!answer.ok) {
      setFailure(answer.failure.code === 'cancelled' ? null : answer.failure);
      return false;
    }
    setScreen({ savedAt: nowInstant(), failure: null, undoable: { act: answer.reply.act, says: says(answer.reply.records) } });
    onDone();
    return true;
  }
  return { run, failure, running: stopping !== null, stop: () => stopping?.abort() };
}
