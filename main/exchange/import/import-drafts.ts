import { Refused, type Failure } from '../../../shared/failure/failure.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { linksChanged } from '../../../shared/records/links.ts';
import type { Records, SlicesSetting } from '../../records/records.ts';
import type { Writing } from '../../records/writing.ts';
import type { Draft } from './draft.ts';

export interface ImportedDrafts {
  /** Null for a rehearsal. */
  readonly act: string | null;
  readonly numbers: readonly { readonly number: string; readonly line: number | null }[];
}

/**
 * Writes drafts as one act, all of them or none; a rehearsal does everything a real import does, checks what only the whole can show, and takes it
 * back. Refuses `import-malformed` with the line, and `too-many-records`, `cancelled` and `vault-read-only`.
 */
export async function importDrafts(
  records: Records,
  drafts: readonly Draft[],
  file: string,
  setting: SlicesSetting & { readonly rehearse?: boolean } = {},
): Promise<ImportedDrafts> {
  const ids = new Map<string, string>();
  const made = new Map<string, Draft>();
  const numbers: { number: string; line: number | null }[] = [];
  const work = (writing: Writing, draft: Draft, index: number): void => {
    // All ids before the first record: links lead forward as well as back.
    if (index === 0) for (const { id } of drafts) ids.set(id, writing.newId());
    const { id, kind, caseId, number, state, audience, privilege, tags, fields } = draft;
    const idOf = (known: string): string => ids.get(known) ?? known;
    try {
      const record = writing.createAny(kind, {
        id: idOf(id),
        caseId: caseId === null ? null : idOf(caseId),
        tags,
        fields: linksChanged(kindNamed(kind)?.fields ?? {}, fields, idOf) ?? fields,
        number,
        state,
        audience,
        privilege,
      });
      made.set(record.number, draft);
      numbers.push({ number: record.number, line: draft.line });
    } catch (thrown) {
      throw thrown instanceof Refused ? new Refused(placed(thrown.failure, draft, file)) : thrown;
    }
  };
  try {
    if (setting.rehearse === true) {
      await records.rehearse(drafts, work);
      return { act: null, numbers: [] };
    }
    const { act } = await records.changeMany(`import of ${file}`, drafts, work, setting);
    return { act, numbers };
  } catch (thrown) {
    const number = thrown instanceof Refused && 'number' in thrown.failure ? thrown.failure.number : undefined;
    throw thrown instanceof Refused ? new Refused(placed(thrown.failure, number === undefined ? undefined : made.get(number), file)) : thrown;
  }
}

/** The vault's refusal in words of the file: the person has only that before them. */
function placed(failure: Failure, draft: Draft | undefined, file: string): Failure {
  if (draft === undefined || failure.code === 'import-malformed') return failure;
  const at = { code: 'import-malformed', file, ...(draft.line !== null && { line: draft.line }) } as const;
  switch (failure.code) {
    case 'record-malformed':
      return { ...at, field: failure.field, why: failure.why };
    case 'link-target-missing':
      return { ...at, field: failure.field, why: 'there is no such record' };
    case 'guard':
      return { ...at, why: failure.facts.join('; ').replace(/\.$/, '') };
    default:
      return failure;
  }
}
