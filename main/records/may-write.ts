import { refuse } from '../../shared/failure/failure.ts';
import type { Look } from '../../shared/records/kind.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { checkGuards } from './guards.ts';
import { refuseHidden } from './hidden.ts';
import { isShell, kindOf } from './row.ts';

/** Refuses a record that may not be written: its content is closed to the person at work, or it was removed. */
export function refuseUnwritable(record: AnyRecord): void {
  refuseHidden(record);
  if (isShell(record)) refuse({ code: 'compartment-closed', compartment: kindOf(record.kind).compartment ?? 'people' });
  if (record.removed) refuse({ code: 'guard', number: record.number, guard: 'removed', facts: [`${record.number} was removed: ${record.removed.reason}`] });
}

/** The record in another state. Refuses `move-not-allowed` where its kind knows no such move, `guard` where a condition of that state is not met. */
export function movedTo(before: AnyRecord, to: string, look: Look): AnyRecord {
  const allowed = kindOf(before.kind).moves[before.state] ?? [];
  if (!allowed.includes(to)) refuse({ code: 'move-not-allowed', number: before.number, from: before.state, to, allowed });
  const record = { ...before, state: to };
  checkGuards('move', record, look, before);
  return record;
}
