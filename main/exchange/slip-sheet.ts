import { unreachable } from '../../shared/failure/unreachable.ts';
import type { Field, Fields } from '../../shared/records/field.ts';
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
  return { id, kind: record.kind, number, caseId, state: kind.initial, audience, privilege, tags: [slipTag], fields: blank(kind.fields, record.fields) };
}

type Values = Readonly<Record<string, unknown>>;

/** The fields without which the kind cannot stand, emptied. */
function blank(fields: Fields, values: Values): Values {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.required)
      .map(([name, field]) => [name, emptied(field, values[name])]),
  );
}

function emptied(field: Field, value: unknown): unknown {
  switch (field.widget) {
    case 'line':
    case 'prose':
    case 'quotation':
      return heldBackWords;
    // The sort of a paper is what a privilege log tells of it too (FRCP 26(b)(5)(A)); so is what it is attached to.
    case 'choice':
    case 'link':
      return value;
    case 'words':
    case 'choices':
    case 'links':
    case 'rows':
      return [];
    case 'date-fact':
      return { certainty: 'unknown', reason: heldBackWords };
    case 'group':
      // Proof of the cast: the kind's own schema made a required group an object.
      return blank(field.fields ?? {}, value as Values);
    case 'flag':
      return false;
    case 'count':
    case 'instant':
      return 0;
    case 'day':
      return '1900-01-01';
    case 'data':
      return {};
    default:
      return unreachable(field.widget);
  }
}
