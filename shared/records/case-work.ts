import type { Look } from './kind.ts';

/** States in which work is over, of the kinds that keep a case open. Written here because a kind cannot look up another's definition without a circle. */
export const closedStatesOfWork: Readonly<Record<string, readonly string[]>> = {
  deadline: ['met', 'done_late', 'not_timely_relief_sought', 'waived', 'superseded', 'not_applicable'],
  order: ['complied', 'expired', 'revoked', 'superseded', 'vacated'],
  evidence_request: ['closed', 'withdrawn'],
  remediation_plan: ['closed', 'rejected'],
  legal_hold: ['released'],
  filing: ['closed', 'withdrawn', 'served', 'accepted'],
};

/** What keeps the case open, one sentence a record; nothing when it may be closed. */
export function openIn(caseId: string, look: Look): string[] {
  return look
    .inCase(caseId)
    .filter((record) => closedStatesOfWork[record.kind] !== undefined && closedStatesOfWork[record.kind]?.includes(record.state) === false)
    .map((record) => `${record.number} is still open.`);
}
