import type { Json, JsonObject } from '../../shared/records/json.ts';
import { isKind, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { samePerson } from '../../shared/records/same-person.ts';
import { confirmed } from '../../shared/records/views/confirmed-date.ts';
import { lawOf } from '../records/law-of.ts';
import type { Reading } from '../records/reading.ts';
import { neutralName } from './neutral-name.ts';

/** Whether it is a deadline whose date nobody of counsel stands behind: beyond outside counsel no such date goes, on paper or in a table (domain.md §7 U2). */
export const isUnconfirmed = (reading: Reading, record: AnyRecord): boolean => isKind(record, 'deadline') && !confirmed(record, { seeing: reading, law: lawOf(reading) });

/**
 * A record as it may be read beyond outside counsel: without our labels, with no other recipient than the one it goes to, of a time limit the last day alone, and of an exhibit
 * neither how its file was called nor where it lay. What we file by, which readings are arguable and what we assumed is our planning.
 */
export function asOthersRead(reading: Reading, record: AnyRecord, recipient: string | undefined): AnyRecord {
  const { privilegeBasis: _why, named, ...rest } = record;
  const whom = named?.filter((name) => recipient !== undefined && samePerson(name, recipient)) ?? [];
  return { ...rest, tags: [], fields: fieldsForOthers(reading, record), ...(named && { named: whom.length === 0 ? named : whom }) };
}

function fieldsForOthers(reading: Reading, record: AnyRecord): AnyRecord['fields'] {
  const { fields } = record;
  if (isKind(record, 'deadline') && record.fields.answer !== undefined) return { ...fields, answer: lastDayOnly(record.fields.answer) };
  if (isKind(record, 'evidence_item')) return { ...fields, ...ofFile(record) };
  if (isKind(record, 'evidence_text')) {
    const item = reading.get(record.fields.item);
    return { ...fields, name: neutralName(item?.number ?? record.number, record.fields.name) };
  }
  return fields;
}

/** Whoever took a file in without another title gave it the name of the file. */
function ofFile({ number, fields: { title, original, source } }: RecordOf<'evidence_item'>) {
  const { custodian: _whose, system: _where, path: _path, fileTimes: _times, ...known } = source ?? {};
  const { md5: _md5, sha1: _sha1, ...kept } = original ?? { filename: title };
  const name = neutralName(number, original?.filename);
  return {
    ...(title === original?.filename && { title: name }),
    ...(original !== undefined && { original: { ...kept, filename: name } }),
    ...(source !== undefined && { source: known }),
  };
}

/** What of an answer says when the last day is, and by whose clocks and text. */
function lastDayOnly(answer: JsonObject): JsonObject {
  const { due, dueInstant, zone, citation, strictly_before } = answer;
  const court = nested(answer['detail'])?.['due_local_court'];
  const kept = { due, dueInstant, zone, citation, strictly_before, ...(court !== undefined && { detail: { due_local_court: court } }) };
  return Object.fromEntries(Object.entries(kept).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

const nested = (value: Json | undefined): JsonObject | null =>
  // Proof of the cast: an object of JSON that is neither null nor a list has named values.
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
