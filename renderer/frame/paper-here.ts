import { aboutNow } from '../screen/offers.ts';
import type { Route } from '../screen/route.ts';

/** The paper that says in print what this page shows: of an order its summary, of whatever else the status report. Null where the paper is being made already. */
export function paperHere(route: Route): Route | null {
  if (route.page === 'press') return null;
  const about = aboutNow();
  const order = about?.kind === 'order' || (route.page === 'list' && route.kind === 'order');
  return { page: 'press', document: order ? 'order-summary' : 'status-report', number: about?.number ?? '-' };
}
