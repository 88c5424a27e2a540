import type { Route } from '../screen/route.ts';

/** After G: where one goes. */
export const gone: Readonly<Record<string, Route>> = {
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
export const papers: Readonly<Record<string, string>> = { o: 'order-summary', s: 'status-report' };
