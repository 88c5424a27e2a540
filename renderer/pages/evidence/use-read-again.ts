import { useEffect, useRef, useState } from 'react';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { vault } from '../../bridge.ts';
import { startWork } from '../../screen/screen.ts';
import { evidence as words } from '../../words/evidence.ts';

export type ReadFile = Reply<Contract, 'evidence.readAgain'>['files'][number];
interface ReadAgainWork {
  readonly running: { readonly done: number; readonly of: number; readonly number: string; readonly stop: () => void } | null;
  readonly files: readonly ReadFile[] | null;
  readonly failure: Failure | null;
}

/** Reading exhibits again: told in the status bar and where it was asked for, and stopped from either. */
export function useReadAgain(): ReadAgainWork & { readonly run: (numbers: readonly string[], minutes: number) => Promise<void> } {
  const [work, setWork] = useState<ReadAgainWork>({ running: null, files: null, failure: null });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  async function run(numbers: readonly string[], minutes: number): Promise<void> {
    const stopping = (controller.current = new AbortController());
    const stop = (): void => stopping.abort();
    const bar = startWork(words.again.working, stop, 'part');
    const tell = (done: number, number: string): void => setWork({ running: { done, of: numbers.length, number, stop }, files: null, failure: null });
    tell(0, numbers[0] ?? '');
    const answer = await vault.ask(
      'evidence.readAgain',
      { numbers: [...numbers], seconds: minutes * 60 },
      {
        signal: stopping.signal,
        onProgress: ({ done, of, what }) => {
          bar.tell(words.progress(done + 1, of ?? numbers.length), of ? done / of : null);
          tell(done, what);
        },
      },
    );
    bar.end();
    if (answer.ok) setWork({ running: null, files: answer.reply.files, failure: null });
    else setWork({ running: null, files: null, failure: answer.failure.code === 'cancelled' ? null : answer.failure });
  }
  return { ...work, run };
}
