import type { Look } from '../kind.ts';
import { samePerson } from '../same-person.ts';
import type { RemediationStep } from './remediation-step.ts';

/** Steps may wait for one another, never in a circle: nothing in it could ever begin. */
export function noCircle(step: RemediationStep, look: Look): string[] {
  const seen = new Set<string>();
  const waitsOn = (fields: Readonly<Record<string, unknown>>): string[] =>
    Array.isArray(fields['dependsOn']) ? fields['dependsOn'].filter((id): id is string => typeof id === 'string') : [];
  const next = [...(step.fields.dependsOn ?? [])];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === step.id) return ['It would wait for itself, by way of the steps it waits for.'];
    if (seen.has(id)) continue;
    seen.add(id);
    const other = look.get(id);
    if (other?.kind === 'remediation_step') next.push(...waitsOn(other.fields));
  }
  return [];
}

const filled = (list: readonly unknown[] | undefined) => list !== undefined && list.length > 0;
const plain = (value: unknown) => JSON.stringify(value) ?? '';

/** A due date that moves keeps the one it had. */
export function dueChangeKept(step: RemediationStep, _look: Look, before?: RemediationStep): string[] {
  if (before === undefined) return [];
  const [was, is] = [before.fields.dueChanges ?? [], step.fields.dueChanges ?? []];
  const kept = was.every((row, i) => plain(row) === plain(is[i]));
  const moved = before.fields.due !== undefined && plain(before.fields.due) !== plain(step.fields.due);
  return [
    ...(kept ? [] : ['Earlier changes of the due date were changed or taken out.']),
    ...(moved && is.length <= was.length ? ['The due date moved: record from what, to what and why.'] : []),
  ];
}

/** Mending may destroy what an agency or a court must see. */
export function snapshotFirst(step: RemediationStep): string[] {
  const touches = (step.fields.changes ?? []).some((what) => what === 'model' || what === 'filter' || what === 'log');
  const { evidence, reason } = step.fields.snapshot ?? {};
  return touches && !filled(evidence) && reason === undefined ? ['It changes a model, a filter or a log: take a snapshot first, or record why none is needed.'] : [];
}

export function verifiedByAnother(step: RemediationStep): string[] {
  const { verification, owner } = step.fields;
  if (verification === undefined) return ['No verification is recorded.'];
  return [
    ...(filled(verification.evidence) ? [] : ['The verification has no evidence.']),
    ...(owner !== undefined && samePerson(owner, verification.by) ? ['The verifier is the owner of the step.'] : []),
    ...(owner === undefined ? ['The step has no owner, so nobody can be shown to be somebody else.'] : []),
  ];
}

export function acceptedInWriting(step: RemediationStep): string[] {
  return filled(step.fields.regulator?.evidence) ? [] : ['No communication, order or paper of the authority that accepts it.'];
}

export function riskAccepted(step: RemediationStep, look: Look): string[] {
  const { risk } = step.fields;
  if (risk === undefined) return ['Who accepts the risk, and until when, is not recorded.'];
  return risk.until < look.today ? [`The risk was accepted until ${risk.until}, which is past.`] : [];
}

export function whyStopped(step: RemediationStep): string[] {
  return step.fields.blockedBy === undefined && !filled(step.fields.dependsOn) ? ['What stands in the way is not recorded.'] : [];
}
