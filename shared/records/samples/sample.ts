import type { Audience, Privilege } from '../field.ts';
import { kinds, type KindName, type RecordOf } from '../kinds.ts';
import type { AnyRecord } from '../record.ts';

/** A case in export form, ready for import. */
export interface Sample {
  readonly format: 'cordon/1';
  readonly records: readonly SampleRecord[];
}
export type SampleRecord = Pick<AnyRecord, 'id' | 'kind' | 'number' | 'caseId' | 'state' | 'audience' | 'privilege' | 'tags' | 'fields'>;

type StateOf<K extends KindName> = keyof (typeof kinds)[K]['states'] & string;
export interface Marks {
  readonly audience?: Audience;
  readonly privilege?: Privilege;
  readonly tags?: readonly string[];
}
/** Adds one record and gives its id. Numbers follow the order of adding, kind by kind. */
export type Add = <K extends KindName>(kind: K, id: string, state: StateOf<K>, fields: RecordOf<K>['fields'], marks?: Marks) => string;

/** A case put together by `parts`, each of which adds what it tells of. */
export function sampleOf(caseId: string, parts: readonly ((add: Add) => void)[]): Sample {
  const records: SampleRecord[] = [];
  const last = new Map<string, number>();
  const add: Add = (kind, id, state, fields, marks = {}) => {
    const { prefix, audience, privilege } = kinds[kind];
    const count = (last.get(prefix) ?? 0) + 1;
    last.set(prefix, count);
    records.push({
      id,
      kind,
      number: `${prefix}-${String(count).padStart(3, '0')}`,
      caseId: kind === 'case' ? null : caseId,
      state,
      audience: marks.audience ?? audience,
      privilege: marks.privilege ?? privilege,
      tags: [...(marks.tags ?? [])],
      fields,
    });
    return id;
  };
  for (const part of parts) part(add);
  return { format: 'cordon/1', records };
}
