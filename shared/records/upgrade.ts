import { refuse } from '../failure/failure.ts';
import type { KindDefinition } from './kind.ts';
import { kindNamed } from './kinds.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A stored record of an older shape as one of today's: its fields through the kind's `upgrades`, one shape at a time. Stored bytes are
 * never rewritten; this runs whenever they are read. Refuses `record-malformed` for a kind or a shape this program does not know.
 */
export function upgraded(kind: string, shape: number, record: object): object {
  const definition = kindNamed(kind);
  if (definition === undefined) return refuse({ code: 'record-malformed', kind, field: 'kind', why: 'there is no such kind of record' });
  return upgradedBy(definition, shape, record);
}

/** `upgraded` by a definition in hand. */
export function upgradedBy(definition: KindDefinition, shape: number, record: object): object {
  if (!Number.isInteger(shape) || shape < 1 || shape > definition.shape) {
    return refuse({
      code: 'record-malformed',
      kind: definition.kind,
      field: 'shape',
      why: `shape ${String(shape)} is not known here: this program knows 1 to ${String(definition.shape)}`,
    });
  }
  if (shape === definition.shape || !('fields' in record)) return record;
  // Proof of the cast: what the journal holds was parsed with its own shape's schema when it was written.
  const fields = definition.upgrades.slice(shape - 1).reduce<Fields>((old, upgrade) => upgrade(old), record.fields as Fields);
  return { ...record, fields };
}
