import { takeIn } from '../pages/evidence/take-in.ts';
import { newRoute } from '../pages/record/new-route.ts';
import { aboutNow } from '../screen/offers.ts';
import { go, type Route } from '../screen/route.ts';

/** After G: where one goes. */
const gone: Readonly<Record<string, Route>> = {
  d: { page: 'docket' },
  o: { page: 'list', kind: 'order' },
  m: { page: 'list', kind: 'restricted_model' },
  r: { page: 'requests' },
  e: { page: 'evidence' },
  h: { page: 'history' },
};
/** After N: the kind that is begun. */
export const begun: Readonly<Record<string, string>> = {
  c: 'case',
  m: 'restricted_model',
  o: 'order',
  d: 'deadline',
  r: 'evidence_request',
  p: 'remediation_plan',
  s: 'remediation_step',
  f: 'filing',
  t: 'note',
};
/** After P: the paper that is made. */
const papers: Readonly<Record<string, string>> = { o: 'order-summary', s: 'status-report' };

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
