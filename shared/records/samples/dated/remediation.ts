import type { RecordOf } from '../../kinds.ts';
import type { Add } from '../sample.ts';
import type { Dates } from './calendar.ts';

type Step = RecordOf<'remediation_step'>['fields'];

/** The plan accepted with conditions, its steps in every state, and the gate before access returns. */
export const remediation =
  ({ on, day }: Dates) =>
  (add: Add): void => {
    const agency = { audience: 'agency' } as const;
    add(
      'weakness',
      'w-code',
      'remediating',
      {
        title: 'Prompts that draw out withheld code',
        description: 'Reproduced on 2.1; not on 2.2.',
        source: ['a-exploit', 'e-test', 'f-own'],
        models: ['heron'],
        likelihood: 'Low',
        impact: 'Moderate',
        rating: 'Moderate on 2.1, low on 2.2',
        reason: 'On the scale of the company’s published policy.',
      },
      agency,
    );
    add(
      'weakness',
      'w-console',
      'open',
      {
        title: 'No identity check on the console',
        source: ['e-attestation'],
        models: ['heron'],
        rating: 'High while open',
        reason: 'A surface without one cannot show compliance.',
      },
      agency,
    );
    add(
      'remediation_plan',
      'p-plan',
      'in_progress',
      {
        title: 'Correct the weakness and separate access',
        type: 'vulnerability_fix',
        order: ['letter', 'amendment'],
        models: ['heron'],
        owner: 'Safety research',
        acceptanceAuthority: 'bis',
        submitted: on('2026-08-07'),
        weaknesses: ['w-code', 'w-console'],
        constraints: ['No lowering of any safeguard to restore access'],
        conditions: [
          { text: 'Separation is verified by somebody who did not build it.', owner: 'Security', evidence: ['e-segregation'] },
          { text: 'The report on version 2.2 is sent before it is released.', owner: 'Safety research' },
        ],
        acceptance: ['e-plan-acceptance'],
      },
      agency,
    );
    const step = (id: string, state: Parameters<typeof add<'remediation_step'>>[2], fields: Omit<Step, 'plan'>): string =>
      add('remediation_step', id, state, { plan: 'p-plan', ...fields }, agency);
    const snapshot = { snapshot: { evidence: ['e-snapshot'] } };
    step('s-freeze', 'accepted', {
      title: 'Freeze versions 2.0 and 2.1 and keep a snapshot',
      owner: 'Model operations',
      start: on('2026-07-06'),
      due: on('2026-07-10'),
      changes: ['none'],
      evidence: ['e-snapshot'],
      verification: { method: 'EXAMINE', result: 'Digests agree.', evidence: ['e-snapshot'], by: 'Security', on: on('2026-07-09') },
      regulator: { submitted: on('2026-08-07'), response: 'Accepted with the plan.', evidence: ['e-plan-acceptance'] },
    });
    step('s-identity', 'verified', {
      title: 'Identity check on the API',
      owner: 'Identity team',
      start: on('2026-06-30'),
      due: on('2026-09-18'),
      dueChanges: [{ from: on('2026-09-04'), to: on('2026-09-18'), reason: 'A second check was added after review.', on: day('2026-08-31') }],
      changes: ['identity'],
      obligations: ['OB-10'],
      evidence: ['e-attestation'],
      verification: { method: 'TEST', result: 'No barred account passed in 400 attempts.', evidence: ['e-segregation'], by: 'Security', on: on('2026-09-24') },
    });
    step('s-cluster', 'verified', {
      title: 'Separated evaluation cluster',
      owner: 'Infrastructure',
      due: on('2026-09-18'),
      changes: ['none'],
      evidence: ['e-segregation'],
      verification: { method: 'EXAMINE', result: 'Separated as designed; two findings closed.', evidence: ['e-segregation'], by: 'Security', on: on('2026-09-24') },
    });
    step('s-filter', 'implemented', {
      title: 'Output filter revised in version 2.2',
      owner: 'Safety research',
      due: on('2026-10-30'),
      changes: ['filter', 'model'],
      ...snapshot,
      evidence: ['e-test'],
      obligations: ['OB-13'],
      weakness: 'w-code',
    });
    step('s-log', 'implemented', { title: 'Access log kept for every session', owner: 'Security', due: on('2026-11-06'), changes: ['log'], ...snapshot, evidence: ['e-mini-off'] });
    step('s-redteam', 'in_progress', {
      title: 'Independent test of version 2.2',
      owner: 'Safety research',
      start: on('2026-11-02'),
      due: on('2026-12-11'),
      dependsOn: ['s-filter'],
      changes: ['none'],
      obligations: ['OB-13'],
      milestones: [
        { title: 'Tester engaged', due: on('2026-11-06'), done: on('2026-11-05'), state: 'done' },
        { title: 'First round', due: on('2026-11-27'), state: 'open' },
        { title: 'Report', due: on('2026-12-11'), state: 'open' },
      ],
    });
    step('s-console', 'in_progress', {
      title: 'Identity check on the console',
      owner: 'Identity team',
      due: on('2026-11-20'),
      changes: ['identity'],
      note: 'Four days late: the vendor’s check failed for two countries.',
    });
    step('s-tenants', 'planned', {
      title: 'Identity check for enterprise tenants, by us and not by the tenant',
      owner: 'Identity team',
      due: on('2026-12-18'),
      dependsOn: ['s-console'],
      changes: ['identity'],
    });
    step('s-technique', 'blocked', {
      title: 'Correct the technique relied on by the Bureau',
      owner: 'Safety research',
      changes: ['model', 'filter'],
      ...snapshot,
      due: { certainty: 'unknown', reason: 'Waits for items 1 and 3 of our request.' },
      dependsOn: ['r-evidence'],
      blockedBy: 'The technique has not been given.',
      obligations: ['OB-13'],
    });
    step('s-halden', 'deferred', {
      title: 'Separate deployment with the cloud partner',
      owner: 'Partnerships',
      changes: ['none'],
      blockedBy: 'Put off until the Bureau says what a derivative is.',
      due: { certainty: 'unknown', reason: 'Not set.' },
    });
    step('s-legacy', 'risk_accepted', {
      title: 'Remove old keys of Heron 1.4',
      owner: 'Identity team',
      changes: ['identity'],
      risk: { by: 'General Counsel', until: day('2027-03-31'), reason: 'No order reaches Heron 1.4.' },
    });

    const gate = { models: ['heron'], plan: 'p-plan' };
    add(
      'restore_criterion',
      'k-text',
      'met',
      {
        ...gate,
        text: 'The text of the letter is in hand',
        heading: 'law',
        source: 'law',
        proof: ['e-letter', 'e-amendment'],
        provedBy: 'Export counsel',
        reviewedBy: 'Outside counsel',
        decider: 'General Counsel',
      },
      agency,
    );
    add(
      'restore_criterion',
      'k-lifted',
      'open',
      { ...gate, text: 'The letter is lifted or amended, or a license covers the audience', heading: 'law', source: 'law', order: 'letter', decider: 'The Bureau' },
      agency,
    );
    add(
      'restore_criterion',
      'k-accepted',
      'open',
      {
        ...gate,
        text: 'The Bureau accepts the completed plan in writing',
        heading: 'law',
        source: 'regulator',
        order: 'letter',
        waitsFor: ['s-redteam', 's-technique'],
        decider: 'The Bureau',
      },
      agency,
    );
    add(
      'restore_criterion',
      'k-fixed',
      'open',
      {
        ...gate,
        text: 'The weakness is corrected, verified by somebody other than its owner',
        heading: 'technical',
        source: 'regulator',
        order: 'letter',
        waitsFor: ['s-filter', 's-redteam', 's-technique'],
      },
      agency,
    );
    add(
      'restore_criterion',
      'k-separate',
      'proved',
      {
        ...gate,
        text: 'The API tells eligible users from the rest',
        heading: 'technical',
        source: 'regulator',
        proof: ['e-segregation'],
        provedBy: 'Security',
        waitsFor: ['s-identity'],
      },
      agency,
    );
    add(
      'restore_criterion',
      'k-surfaces',
      'open',
      { ...gate, text: 'Every other surface does too', heading: 'technical', source: 'regulator', waitsFor: ['s-console', 's-tenants'] },
      agency,
    );
    add('restore_criterion', 'k-safeguards', 'met', {
      ...gate,
      text: 'No safeguard was lowered',
      heading: 'own',
      source: 'company_principle',
      nonNegotiable: true,
      proof: ['dec-correct'],
      provedBy: 'Safety research',
      reviewedBy: 'General Counsel',
    });
    add('restore_criterion', 'k-second', 'open', {
      ...gate,
      text: 'A second lawyer approves the return of access',
      heading: 'own',
      source: 'company_principle',
      nonNegotiable: true,
      decider: 'Second reviewer',
    });
  };
