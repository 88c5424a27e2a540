import { lookingAt, type Looking } from '../binding-hour.ts';
import type { Guard, Look } from '../kind.ts';
import { kindNamed } from '../kinds.ts';
import { linksIn } from '../links.ts';
import type { AnyRecord } from '../record.ts';
import { noSignatures } from '../signatures.ts';

/** Records that are only in memory, looked at as a vault would: for tests, and to check a sample or an import before it is written. */
export function lookInMemory(records: readonly AnyRecord[], today: string, looking: Looking = lookingAt(Date.parse(`${today}T12:00:00Z`), 'UTC')): Look {
  const byId = new Map(records.map((record) => [record.id, record]));
  const standing = records.filter((record) => record.removed === undefined);
  return {
    today,
    looking,
    get: (id) => byId.get(id),
    linkingTo: (id, role) =>
      standing.filter((record) => linksIn(kindNamed(record.kind)?.fields ?? {}, record.fields).some((link) => link.to === id && (role === undefined || link.role === role))),
    inCase: (caseId) => standing.filter((record) => record.caseId === caseId),
    signatures: noSignatures,
  };
}

/** What the guards of the record's kind say against a change: for `move`, those into the state the record is in. */
export function facts(on: Guard['on'], record: AnyRecord, look: Look, before?: AnyRecord): { readonly guard: string; readonly fact: string }[] {
  // Proof of the casts: the caller parsed both records with the schema of this kind.
  type Checked = Parameters<Guard['check']>[0];
  return (kindNamed(record.kind)?.guards ?? [])
    .filter((guard) => guard.on === on && (on !== 'move' || guard.into === undefined || guard.into.includes(record.state)))
    .flatMap((guard) => guard.check(record as Checked, look, before).map((fact) => ({ guard: guard.name, fact })));
}

/** What stands in the way of moving the record `id` of `records` to `state`, as the guards say it; empty when nothing does. */
export function hindrances(records: readonly AnyRecord[], id: string, state: string, today = '2026-11-24', looking?: Looking): readonly string[] {
  const before = records.find((record) => record.id === id);
  if (before === undefined) throw new Error(`no record ${id}`);
  return facts('move', { ...before, state }, lookInMemory(records, today, looking), before).map(({ fact }) => fact);
}
