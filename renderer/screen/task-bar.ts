import { showWorking } from '../bridge.ts';
import { useScreen } from './screen.ts';

/** Tells the host how far the work in the status bar is, a hundred times at most, and when nothing runs any more; never what it is. Gives a function that stops telling. */
export function keepTaskBar(show: (share: number | null) => void = showWorking): () => void {
  let told: number | null = null;
  return useScreen.subscribe(({ works: [work] }) => {
    const share = work === undefined ? null : work.share === null ? -1 : Math.floor(Math.min(1, Math.max(0, work.share)) * 100) / 100;
    if (share !== told) show((told = share));
  });
}
