import { earliestDay } from '../../../shared/records/date-fact.ts';
import { isKind } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { weAsked } from '../../../shared/records/views/owed.ts';
import { nextActs } from '../../words/records.ts';

export interface NextMove {
  readonly to: string;
  /** What the button says. */
  readonly act: string;
}

/** Forms in which the words of an order are seen, so that it can have been received. */
const seen: readonly string[] = ['original', 'copy'];

/** The change of state that a record waits for, going by what it holds; null where it waits for nothing, or for a judgment. `ordered`: an order is about this model. */
export function nextMove(record: AnyRecord, today: string, ordered: boolean): NextMove | null {
  const { state } = record;
  if (isKind(record, 'order')) {
    const { received, effective, formSeen } = record.fields;
    if (state === 'draft') {
      if (!seen.includes(formSeen)) return { to: 'unconfirmed', act: nextActs.unconfirmed };
      return received === undefined ? null : { to: 'received', act: nextActs.received };
    }
    const from = effective === undefined || effective.certainty !== 'exact' ? null : earliestDay(effective);
    return state === 'received' && received !== undefined && from !== null && from <= today ? { to: 'in_force', act: nextActs.inForce } : null;
  }
  if (isKind(record, 'scope_rule')) return state === 'proposed' ? { to: 'adopted', act: nextActs.adopted } : null;
  if (isKind(record, 'evidence_request')) {
    if (state !== 'draft') return null;
    return weAsked(record) ? { to: 'sent', act: nextActs.sent } : { to: 'received', act: nextActs.requestReceived };
  }
  if (isKind(record, 'remediation_plan')) return state === 'draft' ? { to: 'in_progress', act: nextActs.begun } : null;
  if (isKind(record, 'remediation_step')) {
    if (state === 'planned') return { to: 'in_progress', act: nextActs.begun };
    return state === 'in_progress' && (record.fields.evidence ?? []).length > 0 ? { to: 'implemented', act: nextActs.implemented } : null;
  }
  if (isKind(record, 'restricted_model')) return state === 'released' && ordered ? { to: 'restricted', act: nextActs.restricted } : null;
  return null;
}
