import { go } from '../../screen/route.ts';

const asked = 'cordon-take-in';
let waiting = false;

/** Goes to the evidence and asks there which files to take in. */
export function takeIn(): void {
  waiting = true;
  go({ page: 'evidence' });
  dispatchEvent(new Event(asked));
}

/** Has `ask` called when files are to be taken in, also when that was asked before the page was there. */
export function onTakeIn(ask: () => void): () => void {
  const now = (): void => {
    if (!waiting) return;
    waiting = false;
    ask();
  };
  addEventListener(asked, now);
  now();
  return () => removeEventListener(asked, now);
}
