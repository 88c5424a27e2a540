import { byNumber } from '../../shared/records/by-number.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import { remediationPlan } from '../../shared/records/kinds/remediation-plan.ts';
import { remediationStep } from '../../shared/records/kinds/remediation-step.ts';
import { criterionApprovals, restoreCriterion } from '../../shared/records/kinds/restore-criterion.ts';
import { reviewOf } from '../../shared/records/approvals.ts';
import { samePerson } from '../../shared/records/same-person.ts';
import { cellDue, inWords } from './paper-date.ts';
import { count, ended, lower, type Desk, type Of } from './desk.ts';
import { reviewWords } from './review.ts';
import type { Paragraph, Run, Sign, StatusReportData, Words } from './press/paper.ts';

type Plan = RecordOf<'remediation_plan'>;

const unique = <R extends { readonly id: string; readonly number: string }>(records: readonly R[]): R[] =>
  [...new Map(records.map((one) => [one.id, one])).values()].sort(byNumber);

/** Plans for the model or under one of the orders. */
export function plansOf(desk: Desk): Plan[] {
  return unique([
    ...desk.shelf.linking('remediation_plan', desk.model.id, 'plan_model'),
    ...desk.orders.flatMap((order) => desk.shelf.linking('remediation_plan', order.id, 'plan_order')),
  ]);
}

const steps = (desk: Desk, plans: readonly Plan[]) => unique(plans.flatMap((plan) => desk.shelf.linking('remediation_step', plan.id, 'plan')));
const stepSigns: Readonly<Record<string, Sign>> = {
  planned: 'open',
  in_progress: 'part',
  blocked: 'late',
  deferred: 'open',
  implemented: 'part',
  verified: 'done',
  accepted: 'done',
  risk_accepted: 'none',
};

export function remediationAccount(desk: Desk, plans: readonly Plan[]): Paragraph[] {
  if (plans.length === 0) return [['No plan of remediation is recorded.']];
  const all = steps(desk, plans);
  const done = all.filter((step) => step.state === 'verified' || step.state === 'accepted').length;
  const blocked = all.filter((step) => step.state === 'blocked').length;
  return [
    ...plans.map((plan): Run[] => [
      { text: plan.number },
      ', ',
      { text: plan.fields.title },
      `: ${lower(remediationPlan.states[plan.state as keyof typeof remediationPlan.states]?.label ?? plan.state)}`,
      ...desk.cite.after((plan.fields.acceptance ?? []).filter((id) => desk.shelf.get('evidence_item', id))),
      '.',
      ...(plan.fields.conditions ?? []).flatMap((one): Run[] => [' Condition: ', { text: one.text }]),
    ]),
    [`Of ${count(all.length, 'step', 'steps')}, ${some(done)} verified or accepted and ${some(blocked)} blocked.`],
  ];
}

export function stepRows(desk: Desk, plans: readonly Plan[]): StatusReportData['steps'] {
  return steps(desk, plans).map((step) => ({
    number: step.number,
    words: [{ text: step.fields.title }, ...(step.state === 'blocked' && step.fields.blockedBy !== undefined ? ['; blocked: ', { text: step.fields.blockedBy }] : [])],
    owner: step.fields.owner === undefined ? null : { text: step.fields.owner },
    due: cellDue(step.fields.due),
    state: { sign: stepSigns[step.state] ?? 'open', words: remediationStep.states[step.state as keyof typeof remediationStep.states]?.label ?? step.state },
    verified: verified(desk, step),
  }));
}

function verified(desk: Desk, { fields }: Of<'remediation_step'>): Words | null {
  const check = fields.verification;
  if (check === undefined) return null;
  const methods = remediationStep.fields.verification.fields?.method?.options ?? {};
  const alone = fields.owner === undefined || samePerson(fields.owner, check.by);
  const cited = desk.cite.proof(check.evidence);
  return [
    methods[check.method] ?? check.method,
    ...(desk.profile === 'internal' ? [', attested by ', { text: check.by }, ', not authenticated'] : []),
    ...(check.on === undefined ? [] : [`, ${inWords(check.on)}`]),
    ...cited.flatMap((run): Run[] => ['; ', run]),
    ...(alone ? ['. Not independently reviewed.'] : []),
  ];
}

const gateSigns: Readonly<Record<string, Sign>> = { open: 'open', reopened: 'open', proved: 'part', met: 'done', waived: 'none' };

function review(desk: Desk, criterion: Of<'restore_criterion'>): Run[] {
  const { state } = criterion;
  const words = state === 'open' || state === 'reopened' || state === 'waived' ? null : reviewWords(reviewOf(criterion, criterionApprovals, desk.shelf.seeing), desk.profile);
  return words === null ? [] : [{ em: words }];
}

/** Every condition before access returns, whatever its state. */
export function gateRows(desk: Desk, plans: readonly Plan[]): StatusReportData['gate'] {
  const all = unique([
    ...desk.shelf.linking('restore_criterion', desk.model.id, 'gates'),
    ...plans.flatMap((plan) => desk.shelf.linking('restore_criterion', plan.id, 'criterion_plan')),
    ...desk.orders.flatMap((order) => desk.shelf.linking('restore_criterion', order.id, 'criterion_order')),
  ]);
  const sources = restoreCriterion.fields.source.options ?? {};
  return all.map((one) => ({
    number: one.number,
    words: [
      { text: one.fields.nonNegotiable || one.state === 'waived' ? ended(one.fields.text) : one.fields.text },
      ...(one.fields.nonNegotiable ? [' Not negotiable.'] : []),
      ...(one.state === 'waived' && one.fields.waiver !== undefined ? [' Waived: ', { text: one.fields.waiver.reason }] : []),
    ],
    decider: [
      one.fields.decider === undefined ? { missing: 'not recorded' } : { text: one.fields.decider },
      ` (set by: ${lower(sources[one.fields.source] ?? one.fields.source)})`,
    ],
    state: { sign: gateSigns[one.state] ?? 'open', words: restoreCriterion.states[one.state as keyof typeof restoreCriterion.states]?.label ?? one.state },
    proof: [...desk.cite.proof(one.fields.proof), ...review(desk, one)],
  }));
}

/** `none is`, `1 is`, `3 are`: before what is so of them. */
const some = (n: number): string => (n === 0 ? 'none is' : `${String(n)} ${n === 1 ? 'is' : 'are'}`);
