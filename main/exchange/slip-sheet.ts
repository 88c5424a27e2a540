import { blank } from '../../shared/records/blank.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';

/** The words of every field that is held back. */
export const heldBackWords = 'Held back: privileged';
export const slipTag = 'held-back';

/**
 * What stands in an export in the place of a record that stays, as a slip sheet stands in a production for a paper that is withheld: its
 * number, kind and labels, so that links to it still lead somewhere, and nothing of what it says. It is in the first state of its kind,
 * whose conditions ask for nothing.
 */
export function slipSheet(record: AnyRecord): AnyRecord {
  const kind = kindNamed(record.kind);
  if (!kind) throw new Error('a kind of record that is not defined');
  const { id, number, caseId, audience, privilege } = record;
  return { id, kind: record.kind, number, caseId, state: kind.initial, audience, privilege, tags: [slipTag], fields: blank(kind.fields, record.fields, heldBackWords) };
}
