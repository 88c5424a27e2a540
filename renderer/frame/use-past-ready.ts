import { useEffect } from 'react';
import { vault } from '../bridge.ts';
import { setScreen, startWork } from '../screen/screen.ts';
import { shell } from '../words/shell.ts';

/** What is there sooner is not spoken of. */
const unseenMs = 300;

/** Has the past that is shown built: where that takes a moment, the status bar says how far it is, and whoever cancels it is back in the present. */
export function usePastReady(asOf: number | null): void {
  useEffect(() => {
    if (asOf === null) return;
    const stop = new AbortController();
    let share: number | null = null;
    let bar: ReturnType<typeof startWork> | null = null;
    const shown = setTimeout(() => {
      bar = startWork(shell.past.building, () => setScreen({ asOf: null }));
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
        { asOf },
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
  }, [asOf]);
}
