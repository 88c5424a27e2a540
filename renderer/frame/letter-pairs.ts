import type { Route } from '../screen/route.ts';
import type { KeyId } from '../words/keys.ts';

/** Where one goes by keys. */
export const gone = {
  goDocket: { page: 'docket' },
  goOrders: { page: 'list', kind: 'order' },
  goModels: { page: 'list', kind: 'restricted_model' },
  goRequests: { page: 'requests' },
  goEvidence: { page: 'evidence' },
  goHistory: { page: 'history' },
} as const satisfies Partial<Record<KeyId, Route>>;
/** The kind that is begun by keys. */
export const begun = {
  newCase: 'case',
  newModel: 'restricted_model',
  newOrder: 'order',
  newDeadline: 'deadline',
  newRequest: 'evidence_request',
  newPlan: 'remediation_plan',
  newStep: 'remediation_step',
  newFiling: 'filing',
  newNote: 'note',
} as const satisfies Partial<Record<KeyId, string>>;
/** The paper that is made by keys. */
export const papers = { paperOrder: 'order-summary', paperStatus: 'status-report' } as const satisfies Partial<Record<KeyId, string>>;

/** The keys of the act that begins a record of this kind, where it has any. */
// Proof of the cast: the keys of this very record.
export const beginsKind = (kind: string): KeyId | undefined => (Object.keys(begun) as (keyof typeof begun)[]).find((id) => begun[id] === kind);
