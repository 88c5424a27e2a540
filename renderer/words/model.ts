import { counted } from './count.ts';

/** Words of the page of a restricted model. */
export const model = {
  accessTab: 'Access', ordersTab: 'Orders', recordTab: 'Record',
  matrix: 'Access by version and surface',
  version: 'Version', who: 'Access for', on: (day: string) => `on ${day}`, everybody: 'All',
  since: 'since',
  clause: (order: string, clause: string) => `${order} cl. ${clause}`,
  noClause: 'no order recorded',
  noProof: 'no proof',
  notRecorded: 'Not recorded',
  check: { yes: 'identity check', no: 'no identity check', by_tenant: 'checked by tenant', unknown: 'identity check unknown' },
  noMatrix: 'No access is recorded.',
  noMatrixThen: 'One row for each version and surface says who can reach it, since when and by which clause.',
  editMatrix: 'Record access',
  reach: 'Orders that reach it', noOrders: 'No order is recorded that reaches it.', newOrder: 'Record an order',
  columns: { number: 'Number', what: 'What it does', state: 'State', effective: 'Effective', open: 'Open' },
  obligations: (open: number, all: number) => `${open} of ${counted(all, 'obligation')}`,
  inForce: (count: number) => (count === 0 ? 'no order in force' : `${counted(count, 'order')} binding`),
  status: 'Status report (PDF)',
  questions: 'Open questions', noQuestions: 'No term of an order is open.',
  facts: 'Facts', developer: 'Developer', hosting: 'Hosting', treatedAs: 'Treated as', users: 'Users', derivedFrom: 'Derived from',
  usersOn: (total: string, when: string) => (when === '' ? total : `${total}, ${when}`),
  wayBack: 'Way back', plan: 'Plan', gate: 'Gate', gateMet: (met: number, all: number) => `${met} of ${counted(all, 'condition')} met`, blockedBy: 'Blocked by',
  noPlan: 'no plan recorded', noGate: 'no conditions recorded',
  legend: 'Undetermined counts as barred until it is decided.',
  controls: 'Other controls not assessed here: lists, end use, sanctions, General Prohibition Ten.',
} as const;
