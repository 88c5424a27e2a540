import { accessDetermination } from './kinds/access-determination.ts';
import { agreement } from './kinds/agreement.ts';
import { ambiguity } from './kinds/ambiguity.ts';
import { approval } from './kinds/approval.ts';
import { assertion } from './kinds/assertion.ts';
import { audience } from './kinds/audience.ts';
import { authorization } from './kinds/authorization.ts';
import { caseKind } from './kinds/case.ts';
import { chronologyEvent } from './kinds/chronology-event.ts';
import { communication } from './kinds/communication.ts';
import { comparator } from './kinds/comparator.ts';
import { conflictOfDuties } from './kinds/conflict-of-duties.ts';
import { conflictOfInterest } from './kinds/conflict-of-interest.ts';
import { correction } from './kinds/correction.ts';
import { closure } from './kinds/closure.ts';
import { courtProfile } from './kinds/court-profile.ts';
import { deadline } from './kinds/deadline.ts';
import { decision } from './kinds/decision.ts';
import { employmentAction } from './kinds/employment-action.ts';
import { evidenceItem } from './kinds/evidence-item.ts';
import { evidenceRequest } from './kinds/evidence-request.ts';
import { evidenceText } from './kinds/evidence-text.ts';
import { filing } from './kinds/filing.ts';
import { finding } from './kinds/finding.ts';
import { impact } from './kinds/impact.ts';
import { interest } from './kinds/interest.ts';
import { legalHold } from './kinds/legal-hold.ts';
import { note } from './kinds/note.ts';
import { notice } from './kinds/notice.ts';
import { order } from './kinds/order.ts';
import { party } from './kinds/party.ts';
import { person } from './kinds/person.ts';
import { privilegeEntry } from './kinds/privilege-entry.ts';
import { productionSet } from './kinds/production-set.ts';
import { release } from './kinds/release.ts';
import { remediationPlan } from './kinds/remediation-plan.ts';
import { remediationStep } from './kinds/remediation-step.ts';
import { restoreCriterion } from './kinds/restore-criterion.ts';
import { restrictedModel } from './kinds/restricted-model.ts';
import { reviewRoute } from './kinds/review-route.ts';
import { scopeRule } from './kinds/scope-rule.ts';
import { roster } from './kinds/roster.ts';
import { screening } from './kinds/screening.ts';
import { searchRecord } from './kinds/search-record.ts';
import { statement } from './kinds/statement.ts';
import { watch } from './kinds/watch.ts';
import { weakness } from './kinds/weakness.ts';
import { timeLimitRule } from './kinds/time-limit-rule.ts';
import type { KindDefinition, RecordWith } from './kind.ts';

/** Every kind of record there is, in the order in which lists of kinds show them. A new kind is one file and one line here. */
export const kinds = {
  case: caseKind,
  restricted_model: restrictedModel,
  order,
  review_route: reviewRoute,
  authorization,
  scope_rule: scopeRule,
  ambiguity,
  evidence_request: evidenceRequest,
  evidence_item: evidenceItem,
  production_set: productionSet,
  privilege_entry: privilegeEntry,
  deadline,
  correction,
  conflict_of_duties: conflictOfDuties,
  remediation_plan: remediationPlan,
  weakness,
  remediation_step: remediationStep,
  restore_criterion: restoreCriterion,
  assertion,
  finding,
  comparator,
  search_record: searchRecord,
  statement,
  chronology_event: chronologyEvent,
  party,
  audience,
  interest,
  conflict_of_interest: conflictOfInterest,
  impact,
  agreement,
  notice,
  person,
  screening,
  roster,
  access_determination: accessDetermination,
  communication,
  legal_hold: legalHold,
  decision,
  watch,
  filing,
  note,
  employment_action: employmentAction,
  time_limit_rule: timeLimitRule,
  court_profile: courtProfile,
  closure,
  evidence_text: evidenceText,
  release,
  approval,
} as const;

export type KindName = keyof typeof kinds;
export type RecordOf<K extends KindName> = RecordWith<(typeof kinds)[K]['fields']>;
export const kindNames: readonly KindName[] = Object.keys(kinds).filter((name): name is KindName => Object.hasOwn(kinds, name));

/** The definition of a kind by a name that came from outside, or undefined. */
export function kindNamed(name: string): KindDefinition | undefined {
  // Proof of the cast: each definition's functions are only ever called with fields its own schema has parsed.
  return Object.hasOwn(kinds, name) ? (kinds as unknown as Record<string, KindDefinition>)[name] : undefined;
}

/** Whether a record whose kind is not known at compile time is of `kind`: narrows its fields. */
export function isKind<K extends KindName>(record: { readonly kind: string }, kind: K): record is RecordOf<K> {
  return record.kind === kind;
}

/** Those of `kind` among records of several, in their order. */
export const ofKind = <K extends KindName, R extends { readonly kind: string }>(records: readonly R[], kind: K): (R & RecordOf<K>)[] =>
  records.filter((record): record is R & RecordOf<K> => isKind(record, kind));
