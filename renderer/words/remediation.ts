import { counted } from './count.ts';

/** Words of the remediation pages. */
export const remediation = {
  stepsTab: 'Steps', recordTab: 'Record', showAs: 'Show as', board: 'Board', list: 'List', newStep: 'New step', newCondition: 'New condition',
  steps: (all: number, verified: number, blocked: number) => `${counted(all, 'step')}: ${verified} verified, ${blocked} blocked`,
  noSteps: 'No step is recorded.', noStepsThen: 'What has to be done before access returns stands here, each step with who has it and its proof.',
  noDate: 'no date', noProof: 'no proof', proof: (n: number) => counted(n, 'exhibit'),
  empty: {
    planned: 'Nothing is planned.', in_progress: 'A step comes here when somebody begins it.', blocked: 'Nothing is blocked.', implemented: 'A step comes here when it is done and has evidence.',
    verified: 'A step comes here when somebody other than its owner has verified it.', accepted: 'A step is accepted only in writing by the authority.', deferred: 'Nothing is deferred.', risk_accepted: 'No risk is accepted.',
  } as Readonly<Record<string, string>>,
  gate: 'Before access is restored', gateName: (met: number, all: number) => `Gate: ${met} of ${all} met`,
  gateLine: (met: number, all: number) => (all === 0 ? 'No condition is recorded. Access stays off.' : met === all ? `All ${all} conditions are met.` : `${met} of ${counted(all, 'condition')} met. Access stays off.`),
  waitsFor: (numbers: string) => `Waits for ${numbers}. Two people must approve.`,
  notNegotiable: 'Not negotiable',
  propose: 'Propose restoration', opensWhen: 'Opens when every condition is met. Two people must approve.', open: 'Opens the model’s record, where two people approve.',
  columns: { number: 'Number', step: 'Step', with: 'With', due: 'Due', proof: 'Proof', state: 'State' },
  moved: (number: string, state: string) => `${number} is now “${state}”.`,
  moveHint: 'Shift and an arrow key move a step.',
} as const;
