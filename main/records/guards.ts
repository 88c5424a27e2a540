import { refuse } from '../../shared/failure/failure.ts';
import type { Look } from '../../shared/records/kind.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { kindOf } from './row.ts';

/** Guards of a kind, run inside the transaction they protect. Refuses `held` where a hold stands in the way, else `guard` with its facts. */
export function checkGuards(on: 'save' | 'move' | 'remove', record: AnyRecord, look: Look, before: AnyRecord | undefined): void {
  for (const guard of kindOf(record.kind).guards) {
    if (guard.on !== on || (on === 'move' && guard.into && !guard.into.includes(record.state))) continue;
    const facts = guard.check(record, look, before);
    if (facts.length === 0) continue;
    refuse(guard.name === 'held' ? { code: 'held', number: record.number, holds: facts } : { code: 'guard', number: record.number, guard: guard.name, facts });
  }
}
