import type { ApprovalRule } from '../approval-rule.ts';
import { twoPeople } from '../approvals.ts';
import type { Look, RecordWith } from '../kind.ts';
import type { modelFields } from './restricted-model.ts';

type Model = RecordWith<typeof modelFields>;

/** A signature vouches for to whom access returns, and under what authority. */
export const modelApprovals: ApprovalRule<typeof modelFields> = {
  what: 'return of access to the model',
  roles: { approver: 'Approve the return of access', second_reviewer: 'Approve as second reviewer' },
  covers: ['name', 'versions', 'restoration'],
  typed: ({ restoration }) => ({ by: restoration?.approvedBy, reviewedBy: restoration?.reviewedBy }),
};

/** Orders whose bar still stands, as their states say. */
export const bindingOrderStates = ['unconfirmed', 'in_force', 'amended', 'partially_stayed'];

export function stateDecided(model: Model): string[] {
  return [
    ...(model.fields.stateDecision === undefined ? ['No decision is named behind the new state.'] : []),
    ...((model.fields.stateProof ?? []).length === 0 ? ['No evidence is named that shows the new state.'] : []),
  ];
}

const where = (row: { readonly version: string; readonly surface: string }) => `${row.version}, ${row.surface.replaceAll('_', ' ')}`;

export function everySurfaceOff(model: Model): string[] {
  const rows = (model.fields.access ?? []).filter((row) => row.state !== 'not_offered');
  if (rows.length === 0) return ['No surface is listed: what was switched off is not recorded.'];
  return rows.filter((row) => row.state !== 'disabled').map((row) => `${where(row)}: not shown as off.`);
}

export function rowsProved(model: Model): string[] {
  return (model.fields.access ?? [])
    .filter((row) => row.state !== 'not_offered' && row.order !== undefined)
    .flatMap((row) => [...(row.decision === undefined ? [`${where(row)}: no decision.`] : []), ...((row.proof ?? []).length === 0 ? [`${where(row)}: no proof.`] : [])]);
}

/** Access returns through the gate. A model that comes in restored (`past` is undefined) passed it elsewhere: what was reopened or ordered since is shown, and must not keep its record out. */
export function criteriaMet(model: Model, look: Look, past?: Model): string[] {
  const criteria = look.linkingTo(model.id, 'gates').filter((record) => record.kind === 'restore_criterion');
  const binding = look.linkingTo(model.id, 'covers').filter((record) => record.kind === 'order' && bindingOrderStates.includes(record.state));
  const authority = model.fields.restoration;
  const authorized = authority?.authority !== undefined && (authority.authorityEvidence ?? []).length > 0;
  const now = [
    ...criteria.filter((one) => one.state !== 'met' && one.state !== 'waived').map((one) => `${one.number} is not met.`),
    ...(authorized ? [] : binding.map((order) => `${order.number} still binds, and no authority with evidence is recorded for the return of access.`)),
  ];
  return [
    ...(criteria.length === 0 ? ['No condition for the return of access is recorded.'] : []),
    ...(past === undefined ? [] : now),
    ...(authority?.audience === undefined ? ['To whom access returns is not recorded.'] : []),
  ];
}

export function returnApproved(model: Model, look: Look, before?: Model): string[] {
  const needed = 'The return of access needs an approver and a second reviewer.';
  return twoPeople(model, modelApprovals, look, { none: needed, one: needed, alone: 'The second reviewer is the approver.' }, before);
}
