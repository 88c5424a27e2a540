import type { SlimRow } from '../../shared/contract/contract.ts';
import type { Looking } from '../../shared/records/binding-hour.ts';
import type { Room } from '../words/shell.ts';
import { groupOf, isOurs } from '../../shared/records/views/docket-groups.ts';

/** How many lines of each room wait for the person at work: what is late, due today or stuck. Never how much a room holds. */
export function waiting(rows: readonly SlimRow[], at: Looking): Partial<Record<Room, number>> {
  const due = rows.filter((row) => isOurs(row) && ['overdue', 'today'].includes(groupOf(row, at)));
  const of = (kind: string): number => due.filter((row) => row.kind === kind).length;
  const stuck = (kind: string, ...states: string[]): number => rows.filter((row) => row.kind === kind && states.includes(row.state)).length;
  return {
    docket: due.length,
    deadline: of('deadline'),
    requests: of('evidence_request'),
    evidence: stuck('evidence_item', 'quarantined'),
    remediation_plan: of('remediation_step') + stuck('remediation_step', 'blocked'),
    decision: of('decision'),
    communication: of('communication'),
  };
}
