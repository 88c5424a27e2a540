import type { Add } from '../sample.ts';

const noDue = { certainty: 'unknown', reason: 'Not set.' } as const;

/** The plan: what enforcement may need as the report itself says, and the gate before access returns. No condition of the issuer is reported. */
export function remediation(add: Add): void {
  add('weakness', 'weak-prompts', 'investigating', {
    title: 'Prompts that draw out withheld information',
    description: 'Reported for Fable 5. The technique has not been given.',
    source: ['weakness', 'finding-test'],
    models: ['fable'],
    rating: 'Disputed',
    reason: 'Two assessments, never merged: see the disputed issue.',
  });
  add('weakness', 'weak-identity', 'open', {
    title: 'Eligible users cannot be told from others',
    description: 'No surface has an identity check that would satisfy the reported bar.',
    source: ['report'],
    models: ['fable', 'mythos'],
    rating: 'Not rated',
  });
  add('remediation_plan', 'plan', 'draft', {
    title: 'Meet the concerns and restore access',
    type: 'access_segregation',
    order: ['restriction', 'direction'],
    models: ['fable', 'mythos'],
    owner: 'General Counsel',
    acceptanceAuthority: 'commerce',
    weaknesses: ['weak-prompts', 'weak-identity'],
    constraints: ['Safety principles are not given up'],
    conditions: [],
  });
  const step = { plan: 'plan', due: noDue } as const;
  // As enforcement may need them, by the report (¶ 24): identity checks, limits on staff, separation, a change of the cloud service.
  add('remediation_step', 'step-identity', 'planned', {
    ...step,
    title: 'Identity check at every surface, under each reading of the class',
    owner: 'Identity engineering',
    changes: ['identity'],
    obligations: ['OB-2', 'OB-3'],
    weakness: 'weak-identity',
  });
  add('remediation_step', 'step-staff', 'planned', {
    ...step,
    title: 'Access of staff by determination, with a guard against discrimination',
    owner: 'People team',
    changes: ['staff'],
    obligations: ['OB-5'],
    note: '8 USC 1324b: no request for particular documents, the same questions for everybody in the role. Nobody is removed by nationality without the clause, an approver and employment counsel.',
  });
  add('remediation_step', 'step-segregate', 'blocked', {
    ...step,
    title: 'Technical separation of eligible users',
    owner: 'Platform engineering',
    changes: ['filter'],
    dependsOn: ['step-identity'],
    blockedBy: 'Not feasible at once, as reported; waits for the identity check.',
    snapshot: { reason: 'Nothing has been changed yet.' },
  });
  add('remediation_step', 'step-cloud', 'planned', { ...step, title: 'Change of the cloud service with the cloud partner', owner: 'Partnerships', changes: ['none'] });
  add('remediation_step', 'step-fix', 'blocked', {
    ...step,
    title: 'Correct the reported weakness',
    owner: 'Safety research',
    changes: ['model', 'filter'],
    dependsOn: ['evidence-request'],
    obligations: ['OB-1a'],
    weakness: 'weak-prompts',
    blockedBy: 'The technique has not been given: items 3 and 4 of the request.',
    snapshot: { reason: 'To be taken before anything is changed: mending may destroy what an agency or a court must see.' },
  });
  add('remediation_step', 'step-attest', 'planned', {
    ...step,
    title: 'Attest that both models are off on every surface',
    owner: 'Model operations',
    changes: ['none'],
    obligations: ['OB-2', 'OB-3', 'OB-5'],
    note: 'The only evidence of the switch-off in hand is the report.',
  });
  const both = { models: ['fable', 'mythos'], plan: 'plan' };
  add('restore_criterion', 'crit-text', 'open', {
    ...both,
    text: 'The text of the restriction is in hand',
    heading: 'law',
    source: 'law',
    waitsFor: ['evidence-request'],
    decider: 'General Counsel',
  });
  add('restore_criterion', 'crit-lifted', 'open', {
    ...both,
    text: 'The restriction is lifted or amended, or a license covers the audience',
    heading: 'law',
    source: 'law',
    order: 'restriction',
    decider: 'Department of Commerce',
  });
  add('restore_criterion', 'crit-accepted', 'open', {
    ...both,
    text: 'The Department of Commerce accepts in writing',
    heading: 'law',
    source: 'regulator',
    order: 'restriction',
    decider: 'Department of Commerce',
  });
  add('restore_criterion', 'crit-fix', 'open', {
    models: ['fable'],
    plan: 'plan',
    text: 'The reported weakness is corrected, verified by somebody other than its owner',
    heading: 'technical',
    source: 'regulator',
    order: 'direction',
    waitsFor: ['step-fix'],
  });
  add('restore_criterion', 'crit-identity', 'open', {
    ...both,
    text: 'Every surface tells eligible users from the rest',
    heading: 'technical',
    source: 'regulator',
    waitsFor: ['step-identity', 'step-segregate'],
  });
  add('restore_criterion', 'crit-principles', 'open', {
    ...both,
    text: 'The safety principles are unchanged',
    heading: 'own',
    source: 'company_principle',
    nonNegotiable: true,
    waitsFor: ['safety-principles'],
  });
  add('restore_criterion', 'crit-second', 'open', {
    ...both,
    text: 'A second lawyer approves the return of access',
    heading: 'own',
    source: 'company_principle',
    nonNegotiable: true,
    decider: 'Second reviewer',
  });
}
