import { useState } from 'react';
import { startWork } from '../../screen/screen.ts';
import { filing as words } from '../../words/filing.ts';

interface Far {
  readonly far: string;
  readonly share: number | null;
  readonly stop: () => void;
}
type Told = { readonly done: number; readonly of: number | null; readonly unit: string; readonly what: string };
/** How a paper is asked for. */
export interface PaperSetting {
  readonly signal: AbortSignal;
  readonly onProgress: (told: Told) => void;
}

/** A paper in the press: told in the status bar and where it was asked for, and stopped from either. */
export function usePaperWork(): { readonly work: Far | null; readonly run: <Answer>(what: string, ask: (setting: PaperSetting) => Promise<Answer>) => Promise<Answer> } {
  const [work, setWork] = useState<Far | null>(null);
  const run = async <Answer>(what: string, ask: (setting: PaperSetting) => Promise<Answer>): Promise<Answer> => {
    const controller = new AbortController();
    const stop = (): void => controller.abort();
    const bar = startWork(what, stop);
    setWork({ far: '', share: null, stop });
    const answer = await ask({
      signal: controller.signal,
      onProgress: ({ done, of, unit, what: part }) => {
        const far = words.far(done, of, unit, part);
        const share = of === null || of === 0 ? null : done / of;
        bar.tell(far, share);
        setWork({ far, share, stop });
      },
    });
    bar.end();
    setWork(null);
    return answer;
  };
  return { work, run };
}
