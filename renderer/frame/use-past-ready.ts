import { useEffect, useRef } from 'react';
import { vault } from '../bridge.ts';
import { setScreen, startWork } from '../screen/screen.ts';
import { shell } from '../words/shell.ts';

/** What is there sooner is not spoken of. */
const unseenMs = 300;

/** Has the past that is shown built: where that takes a moment, the status bar says how far it is, and whoever cancels it is back in the present. */
export function usePastReady(asOf: number | null): void {
  usePastBuilt(asOf, false, shell.past.building, () => setScreen({ asOf: null }));
}

/** The same for the words of that past, before its first search; whoever cancels is told by `onCancel` to ask no longer. `asOf` is null as long as nothing is searched. */
export function usePastWords(asOf: number | null, onCancel: () => void): void {
  usePastBuilt(asOf, true, shell.past.indexing, onCancel);
}

function usePastBuilt(asOf: number | null, words: boolean, says: string, onCancel: () => void): void {
  const cancel = useRef(onCancel);
  cancel.current = onCancel;
  useEffect(() => {
    if (asOf === null) return;
    const stop = new AbortController();
    let share: number | null = null;
    let bar: ReturnType<typeof startWork> | null = null;
    const shown = setTimeout(() => {
      bar = startWork(says, () => cancel.current(), 'reading');
      bar.tell('', share);
    }, unseenMs);
    const end = (): void => {
      clearTimeout(shown);
      bar?.end();
      bar = null;
    };
    void vault
      .ask(
        'records.past',
        { asOf, words },
        {
          signal: stop.signal,
          onProgress: ({ done, of }) => {
            share = of === null ? null : done / of;
            bar?.tell('', share);
          },
        },
      )
      .then((answer) => {
        end();
        if (!answer.ok && !stop.signal.aborted) setScreen({ failure: answer.failure });
      });
    return () => {
      stop.abort();
      end();
    };
  }, [asOf, words, says]);
}
