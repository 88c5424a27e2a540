import { field } from '../field.ts';
import { defineKind, type RecordWith } from '../kind.ts';
import { missing } from '../missing.ts';

export const reviewRoutes = {
  clarification: 'Request for clarification',
  advisory_opinion: 'Advisory opinion (15 CFR 748.3)',
  license: 'License',
  license_exception: 'License exception (15 CFR 740)',
  appeal_756: 'Appeal to the Under Secretary (15 CFR 756)',
  stay_request: 'Request for a stay (15 CFR 756.2(e))',
  reconsideration: 'Reconsideration',
  foia: 'Freedom of information',
  court: 'Court',
  petition_for_review: 'Petition for review (41 USC 1327)',
  legislature: 'Legislature',
  settlement: 'Settlement',
} as const;

export const routeFields = {
  route: field.choice({ label: 'Route', required: true, column: true, options: reviewRoutes }),
  order: field.link({ label: 'Order', required: true, to: ['order'], role: 'review_of' }),
  causeOfAction: field.text({
    label: 'Cause of action',
    help: 'Chosen by counsel: export control functions stand outside most of the Administrative Procedure Act (50 USC 4821(a)).',
  }),
  available: field.choice({ label: 'Available', required: true, column: true, options: { yes: 'Yes', no: 'No', arguable: 'Arguable', unknown: 'Not known' } }),
  why: field.prose({ label: 'Why', required: true }),
  sourceStatus: field.choice({
    label: 'State of the source',
    options: { text_read: 'Text read', secondary: 'From another source', general_knowledge: 'General knowledge: check with counsel' },
  }),
  prerequisites: field.words({ label: 'What comes first' }),
  effectOnOrder: field.choice({
    label: 'Effect on the order',
    options: { none: 'None', stay_possible: 'A stay is possible', automatic_stay: 'It is stayed', unknown: 'Not known' },
  }),
  clock: field.link({ label: 'Clock', to: ['deadline'], role: 'route_clock' }),
  decision: field.link({ label: 'Decision', to: ['decision'], role: 'route_decision' }),
  filing: field.links({ label: 'Papers', to: ['filing', 'evidence_request'], role: 'route_paper' }),
  note: field.prose({ label: 'Note' }),
};
export type ReviewRoute = RecordWith<typeof routeFields>;

/** A way to have an order explained, lifted or reviewed (domain.md §2.23). */
export const reviewRoute = defineKind({
  kind: 'review_route',
  prefix: 'RTE',
  label: 'Review route',
  plural: 'Review routes',
  shape: 1,
  upgrades: [],
  fields: routeFields,
  states: {
    open: { label: 'Open', mark: 'circle', fill: 0 },
    chosen: { label: 'Chosen', mark: 'circle', fill: 2 },
    taken: { label: 'Taken', mark: 'circle', fill: 3 },
    ended: { label: 'Ended', closed: true, mark: 'circle', fill: 4 },
    not_taken: { label: 'Not taken', closed: true, mark: 'circle', fill: 0 },
    lapsed: { label: 'Lapsed', closed: true, mark: 'octagon', fill: 4 },
  },
  initial: 'open',
  moves: {
    open: ['chosen', 'not_taken', 'lapsed'],
    chosen: ['taken', 'open', 'not_taken', 'lapsed'],
    taken: ['ended'],
    ended: ['taken'],
    not_taken: ['open'],
    lapsed: ['open'],
  },
  guards: [
    { name: 'decision', on: 'move', into: ['chosen', 'not_taken'], check: ({ fields }) => missing([fields.decision, 'No decision is named.']) },
    { name: 'paper', on: 'move', into: ['taken'], check: ({ fields }) => missing([fields.filing, 'No paper by which it was taken is named.']) },
    { name: 'closed-route', on: 'move', into: ['chosen', 'taken'], check: ({ fields }) => (fields.available === 'no' ? ['It is recorded as not available.'] : []) },
  ],
  title: (fields) => reviewRoutes[fields.route],
  due: () => null,
  audience: 'internal',
  privilege: 'attorney_client',
});
