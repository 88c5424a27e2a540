import { takeIn } from '../pages/evidence/take-in.ts';
import { newRoute } from '../pages/record/new-route.ts';
import { aboutNow } from '../screen/offers.ts';
import { go } from '../screen/route.ts';
import { begun, gone, papers } from './letter-pairs.ts';

export const firstLetters: ReadonlySet<string> = new Set(['g', 'n', 'p']);
/** How long the second letter may take, in milliseconds. */
export const pair = 1200;

/** What the second of two letters does after the first; null where the two mean nothing, or would change what may not be changed. */
export function secondOf(first: string, second: string, writable: boolean): (() => void) | null {
  const to = first === 'g' ? gone[second] : undefined;
  if (to) return () => go(to);
  if (!writable) return null;
  const kind = first === 'n' ? begun[second] : undefined;
  if (kind !== undefined) return () => go(newRoute(kind));
  if (first === 'n' && second === 'e') return takeIn;
  const paper = first === 'p' ? papers[second] : undefined;
  return paper === undefined ? null : () => go({ page: 'press', document: paper, number: aboutNow()?.number ?? '-' });
}
