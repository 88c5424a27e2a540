import { refuse } from '../../shared/failure/failure.ts';
import type { KindDefinition } from '../../shared/records/kind.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { isSealedFrom } from '../../shared/records/sealed.ts';
import type { Vault } from '../vault/vault.ts';
import { isHidden } from './hidden.ts';

/** The real columns of the record table; lists, counts and the docket read nothing else. */
export interface Columns {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly case_id: string | null;
  readonly state: string;
  readonly title: string;
  readonly due: string | null;
  /** 0 open, 1 closed, 2 removed, 3 sequestered, 4 erased: one small column for all, because every list asks for the first two. */
  readonly closed: 0 | 1 | 2 | 3 | 4;
}
export interface Row extends Columns {
  readonly rowid: number;
  readonly seq: number;
}
export type Seals = Pick<Vault, 'seal' | 'unseal' | 'signer' | 'person' | 'people'>;

/** The definition of a kind that stands in the vault. A kind that this program does not know is a newer vault, refused long before. */
export function kindOf(name: string): KindDefinition {
  const kind = kindNamed(name);
  if (!kind) throw new Error(`a kind of record that is not defined: ${name}`);
  return kind;
}

/** What stands in the columns for `record`. A sealed kind shows its number and state and nothing else. */
export function columnsOf(record: AnyRecord, kind: KindDefinition): Columns {
  const unsaid = kind.compartment !== undefined || isHidden(record);
  const { fields } = record;
  return {
    id: record.id,
    kind: record.kind,
    number: record.number,
    case_id: record.caseId,
    state: record.state,
    title: unsaid ? '' : kind.title(fields),
    due: unsaid ? null : kind.due(fields),
    closed: record.erased ? 4 : record.sequestered ? 3 : record.removed ? 2 : kind.states[record.state]?.closed ? 1 : 0,
  };
}

/** The body column: the record as JSON, for a sealed kind encrypted with its compartment's key (refuses `compartment-closed` without it). */
export function bodyOf(record: AnyRecord, kind: KindDefinition, seals: Seals): string | Uint8Array {
  const json = JSON.stringify(record);
  return kind.compartment ? seals.seal(kind.compartment, Buffer.from(json)) : json;
}

/**
 * The record behind a row. Of a sealed record, for a person without the compartment's key, the shell: number, kind, case and state,
 * no fields, and the narrowest audience there is. Refuses `vault-damaged` for a body that nobody's act wrote: whoever has a key can put anything there.
 */
export function recordOf(row: Columns, body: string | Uint8Array, seals: Seals): AnyRecord {
  if (typeof body === 'string') return parsedBody(row, body);
  if (!(body instanceof Uint8Array)) return unreadable(row);
  const plain = seals.unseal(kindOf(row.kind).compartment ?? 'people', body);
  return plain ? parsedBody(row, Buffer.from(plain).toString()) : shellOf(row);
}

const unreadable = ({ number }: Columns): never => refuse({ code: 'vault-damaged', file: 'vault.db', part: `record ${number}` });

function parsedBody(row: Columns, json: string): AnyRecord {
  try {
    const record: unknown = JSON.parse(json);
    // Proof of the cast: the body column holds what `bodyOf` wrote, and the kind's schema parsed that; `verify` holds it against the journal.
    if (typeof record === 'object' && record !== null && 'fields' in record && 'kind' in record && record.kind === row.kind) return shown(row, record as AnyRecord);
  } catch {
    // Not JSON.
  }
  return unreadable(row);
}

/** Of what is sequestered, nobody is shown more than that it is. */
const shown = (row: Columns, record: AnyRecord): AnyRecord => (row.closed === 3 && record.sequestered ? { ...shellOf(row), sequestered: record.sequestered } : record);

/** What may be known of a record whose content may not: sealed for this person, or erased. */
export function shellOf(row: Pick<Columns, 'id' | 'kind' | 'number' | 'case_id' | 'state'>): AnyRecord {
  const { audience, privilege } = kindOf(row.kind);
  return { id: row.id, kind: row.kind, number: row.number, caseId: row.case_id, state: row.state, audience, privilege, tags: [], fields: {} };
}

/** Whether the record's content is closed to the person at work: sequestered, erased, or sealed, so that `shellOf` gave it and it has no fields at all. */
export function isShell(record: AnyRecord): boolean {
  return isHidden(record) || isSealedFrom(record);
}
