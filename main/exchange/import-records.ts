import { Refused, refuse, type Failure } from '../../shared/failure/failure.ts';
import { shapeOf } from '../../shared/records/field.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { linksChanged, linksIn } from '../../shared/records/links.ts';
import type { Reading } from '../records/reading.ts';
import type { Records, SlicesSetting } from '../records/records.ts';
import type { Writing } from '../records/writing.ts';
import { pathOf, readExport, type ExportedRecord } from './cordon-json.ts';
import type { Fault } from './import/draft.ts';

/** Most records one import brings: one act, which an undo must be able to take back. */
export const mostImported = 20_000;

export interface Imported {
  readonly act: string;
  readonly records: number;
  /** New numbers beside those they had in the file. */
  readonly numbers: readonly { readonly number: string; readonly formerNumber: string }[];
  /** Cases of the file whose title a case here has already, as notes on it: taken in twice, a file makes everything twice. */
  readonly notes: readonly Fault[];
}

/**
 * Takes in a whole export, or nothing: one act. Ids are made new and links follow them; numbers are given by this vault, and each record
 * keeps the number it had as `formerNumber`. A rehearsal does the same and takes it back. Refuses `import-malformed` with the first faulty record and field, and `too-many-records`.
 */
export async function importRecords(records: Records, bytes: Uint8Array, file: string, setting: SlicesSetting & { readonly rehearse?: boolean } = {}): Promise<Imported> {
  const incoming = readExport(bytes, file);
  if (incoming.length > mostImported) refuse({ code: 'too-many-records', count: incoming.length, limit: mostImported });
  const checked = incoming.map((record) => checkedRecord(record, file));
  checkLinks(checked, file);
  const notes = casesHere(records.reading(), checked);
  /** What each record is called in the file, by the number it is given here. */
  const formerly = new Map<string, string>();
  const ids = new Map<string, string>();
  const idOf = (id: string): string => ids.get(id) ?? id;
  try {
    const work = (writing: Writing, record: ExportedRecord, index: number): void => {
      // All ids before the first record: links lead forward as well as back.
      if (index === 0) for (const { id } of checked) ids.set(id, writing.newId());
      const { id, kind, number, caseId, state, audience, named, privilege, privilegeBasis, tags, fields } = record;
      const renewed = linksChanged(kindNamed(kind)?.fields ?? {}, fields, idOf) ?? fields;
      const made = writing.createAny(kind, {
        id: idOf(id),
        number,
        caseId: caseId === null ? null : idOf(caseId),
        state,
        audience,
        privilege,
        named,
        privilegeBasis,
        tags,
        fields: renewed,
      });
      formerly.set(made.number, number);
    };
    if (setting.rehearse === true) {
      await records.rehearse(checked, work);
      return { act: '', records: checked.length, numbers: [], notes };
    }
    const { act } = await records.changeMany(`import of ${file}`, checked, work, setting);
    return { act, records: checked.length, numbers: [...formerly].map(([number, formerNumber]) => ({ number, formerNumber })), notes };
  } catch (thrown) {
    throw thrown instanceof Refused ? new Refused(inWordsOfTheFile(thrown.failure, formerly, file)) : thrown;
  }
}

function casesHere(reading: Reading, records: readonly ExportedRecord[]): Fault[] {
  const here = new Map(reading.all('case').map(({ fields, number }) => [fields.title, number]));
  return records.flatMap(({ kind, fields }) => {
    const title = kind === 'case' ? String(fields['title']) : '';
    const number = here.get(title);
    return number === undefined
      ? []
      : [{ line: null, column: title, why: `a case of this name stands here already as ${number}; taking the file in makes a second one with records of its own` }];
  });
}

function checkedRecord(record: ExportedRecord, file: string): ExportedRecord {
  const read = shapeOf(kindNamed(record.kind)?.fields ?? {}).safeParse(record.fields);
  if (read.success) return { ...record, fields: read.data };
  const issue = read.error.issues[0];
  return refuse({ code: 'import-malformed', file, record: record.number, field: `fields.${pathOf(issue)}`, why: issue?.message ?? 'malformed' });
}

/** Every link leads to a record of the same file, of a kind that may stand there. */
function checkLinks(records: readonly ExportedRecord[], file: string): void {
  const kindOf = new Map(records.map((record) => [record.id, record.kind]));
  for (const record of records) {
    if (record.caseId !== null && kindOf.get(record.caseId) !== 'case') {
      refuse({ code: 'import-malformed', file, record: record.number, field: 'caseId', why: `there is no case with the id ${record.caseId} in the file` });
    }
    for (const link of linksIn(kindNamed(record.kind)?.fields ?? {}, record.fields)) {
      const kind = kindOf.get(link.to);
      const field = `fields.${link.path}`;
      if (kind === undefined) refuse({ code: 'import-malformed', file, record: record.number, field, why: `there is no record with the id ${link.to.slice(0, 64)} in the file` });
      if (!link.kinds.includes('*') && !link.kinds.includes(kind)) refuse({ code: 'import-malformed', file, record: record.number, field, why: `a ${kind} cannot stand there` });
    }
  }
}

/** A refusal of the vault names the record as the vault would have; the person has only the file before them. */
function inWordsOfTheFile(failure: Failure, formerly: ReadonlyMap<string, string>, file: string): Failure {
  if (!('number' in failure) || failure.number === undefined) return failure;
  const record = formerly.get(failure.number) ?? failure.number;
  switch (failure.code) {
    case 'record-malformed':
      return { code: 'import-malformed', file, record, field: failure.field, why: failure.why };
    case 'link-target-missing':
      return { code: 'import-malformed', file, record, field: failure.field, why: 'there is no such record' };
    case 'guard':
      return { code: 'import-malformed', file, record, field: failure.guard, why: failure.facts.join('; ') };
    default:
      return failure;
  }
}
