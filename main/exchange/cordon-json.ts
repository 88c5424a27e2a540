import * as z from 'zod';
import { refuse } from '../../shared/failure/failure.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import { common, type AnyRecord } from '../../shared/records/record.ts';
import { jsonFault } from './json-fault.ts';

/** Name and version of the form: an export says what it is, and another version is refused by name. */
export const exportFormat = 'cordon/1';

/** A record as it stands in an export: who wrote it and when is of the vault it came from, and stays there. */
export const exportedRecord = common
  .pick({ id: true, kind: true, number: true, caseId: true, state: true, audience: true, named: true, privilege: true, privilegeBasis: true, tags: true })
  .extend({ fields: z.record(z.string(), z.unknown()) });
export type ExportedRecord = z.infer<typeof exportedRecord>;

/** Kinds that are true of one vault only. */
export const neverExported: ReadonlySet<string> = new Set(['release', 'approval']);
export const isExported = (record: AnyRecord): boolean => !record.removed && !neverExported.has(record.kind);

/** The text of an export, a piece a record, so that a large vault is never one string in memory. */
export function* exportText(records: readonly AnyRecord[]): Generator<Uint8Array> {
  const bytes = new TextEncoder();
  yield bytes.encode(`{"format":"${exportFormat}","records":[`);
  for (const [index, record] of records.entries()) {
    const { id, kind, number, caseId, state, audience, named, privilege, privilegeBasis, tags, fields } = record;
    const exported: ExportedRecord = { id, kind, number, caseId, state, audience, ...(named && { named }), privilege, ...(privilegeBasis && { privilegeBasis }), tags, fields };
    yield bytes.encode(`${index === 0 ? '' : ','}\n${JSON.stringify(exported)}`);
  }
  yield bytes.encode('\n]}\n');
}

/** Most bytes of an import: 20,000 records of ten kilobytes. Larger ones would not fit one act anyway. */
export const mostImportBytes = 200 * 1024 * 1024;

/**
 * The records of an export, each of the right form but not yet checked against its kind. Refuses `import-malformed` with the line of a JSON
 * fault, or with the record and field that are not of the form.
 */
export function readExport(bytes: Uint8Array, file: string): ExportedRecord[] {
  const parsed = jsonOf(bytes, file);
  if (typeof parsed !== 'object' || parsed === null || !('format' in parsed))
    return refuse({ code: 'import-malformed', file, field: 'format', why: `it does not say "format": "${exportFormat}"` });
  if (parsed.format !== exportFormat) refuse({ code: 'import-malformed', file, field: 'format', why: `this program reads "${exportFormat}" and nothing else` });
  const odd = Object.keys(parsed).find((name) => name !== 'format' && name !== 'records');
  if (odd !== undefined) refuse({ code: 'import-malformed', file, field: odd.slice(0, 60), why: 'there is no such part of an export' });
  const records: unknown = 'records' in parsed ? parsed.records : undefined;
  if (!Array.isArray(records)) return refuse({ code: 'import-malformed', file, field: 'records', why: 'it is not a list' });
  const ids = new Set<string>();
  return records.map((raw: unknown, index) => {
    const record = recordOf(raw, index, file);
    if (ids.has(record.id)) refuse({ code: 'import-malformed', file, record: record.number, field: 'id', why: 'another record has the same id' });
    ids.add(record.id);
    return record;
  });
}

/** The value of a JSON file. Refuses `import-malformed` with the line of its first fault. */
export function jsonOf(bytes: Uint8Array, file: string): unknown {
  if (bytes.length > mostImportBytes) refuse({ code: 'import-malformed', file, why: 'it is larger than 200 MB' });
  const text = textOf(bytes, file);
  const fault = jsonFault(text);
  if (fault) refuse({ code: 'import-malformed', file, line: fault.line, why: fault.why });
  return JSON.parse(text);
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse({ code: 'import-malformed', file, why: 'it is not UTF-8 text' });
  }
}

/** What a record is called before it has passed: its number, or its place. */
const nameOf = (raw: unknown, index: number): string =>
  typeof raw === 'object' && raw !== null && 'number' in raw && typeof raw.number === 'string' && raw.number !== '' ? raw.number.slice(0, 60) : `no. ${index + 1}`;

function recordOf(raw: unknown, index: number, file: string): ExportedRecord {
  const record = nameOf(raw, index);
  // What is left out takes the kind's own start, as it does where a person makes the record.
  const kindName = typeof raw === 'object' && raw !== null && 'kind' in raw && typeof raw.kind === 'string' ? raw.kind : '';
  const kind = kindNamed(kindName);
  if (!kind) return refuse({ code: 'import-malformed', file, record, field: 'kind', why: `there is no kind of record "${kindName.slice(0, 60)}"` });
  if (neverExported.has(kindName)) refuse({ code: 'import-malformed', file, record, field: 'kind', why: 'releases and approvals are true of one vault only and are not imported' });
  const read = exportedRecord.safeParse({ number: record, caseId: null, state: kind.initial, audience: kind.audience, privilege: kind.privilege, tags: [], ...(raw as object) });
  if (!read.success) {
    const issue = read.error.issues[0];
    return refuse({ code: 'import-malformed', file, record, field: pathOf(issue), why: issue?.message ?? 'malformed' });
  }
  if (!Object.hasOwn(kind.states, read.data.state))
    refuse({ code: 'import-malformed', file, record, field: 'state', why: `a ${kind.label.toLowerCase()} is never "${read.data.state.slice(0, 60)}"` });
  return read.data;
}

/** Where in a record the fault lies; an unknown name is the fault itself, not the object around it. */
export function pathOf(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return '';
  const name = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  return [...issue.path, ...(name === undefined ? [] : [name])].join('.').slice(0, 200);
}
