import { go } from '../../screen/route.ts';
import { askIntake } from './intake-over.tsx';

/** Goes to the evidence and asks there which files to take in. */
export function takeIn(): void {
  if (location.hash.startsWith('#/evidence')) return askIntake(null);
  // What is asked about on a page is left with the page: first there, then asked.
  addEventListener('hashchange', () => setTimeout(() => askIntake(null), 0), { once: true });
  go({ page: 'evidence' });
}
