import { refuse } from '../../shared/failure/failure.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { apartWords, fieldApart, recordApart } from '../../shared/records/together.ts';
import type { Reading } from './reading.ts';
import type { Records, SlicesSetting } from './records.ts';
import { kindOf } from './row.ts';
import type { Writing } from './writing.ts';

export interface Together {
  readonly numbers: readonly string[];
  /** New values by field; null takes one away. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly addTags?: readonly string[] | undefined;
  readonly dropTags?: readonly string[] | undefined;
  readonly reason?: string | undefined;
}
export interface DoneTogether {
  readonly act: string;
  readonly records: number;
  readonly seq: number;
}

/**
 * Sets fields and tags of many records as one act, which one undo takes back. All or none: refuses `not-together`, naming the record and why, for what
 * is never changed in bulk (domain.md §7 U12), and whatever else a single change would refuse.
 */
export async function changeTogether(records: Records, { numbers, fields, addTags = [], dropTags = [], reason }: Together, setting: SlicesSetting): Promise<DoneTogether> {
  const names = Object.keys(fields);
  if (names.length === 0 && addTags.length === 0 && dropTags.length === 0) refuse({ code: 'misuse', why: 'say what to change' });
  return inOneAct(records, numbers, reason ?? null, setting, (writing, number) => {
    const record = free(writing, number);
    for (const name of names) {
      const kind = kindOf(record.kind);
      const why = fieldApart(kind, name);
      if (why !== null) refuse({ code: 'not-together', number, what: kind.fields[name]?.label ?? name, why: apartWords[why] });
    }
    const tags = [...new Set([...record.tags, ...addTags])].filter((tag) => !dropTags.includes(tag));
    writing.update(record.id, { ...(names.length > 0 && { fields }), tags });
  });
}

/** Removes many records as one act, softly and with its reason. All or none: refuses what a single removal would, `held` and the conditions of their kinds among it. */
export const removeTogether = (records: Records, numbers: readonly string[], reason: string, setting: SlicesSetting): Promise<DoneTogether> =>
  inOneAct(records, numbers, reason, setting, (writing, number) => {
    writing.remove(free(writing, number).id, reason);
  });

/** `work` for each of the records, as one act. */
export async function inOneAct(
  records: Records,
  numbers: readonly string[],
  reason: string | null,
  setting: SlicesSetting,
  work: (writing: Writing, number: string) => void,
): Promise<DoneTogether> {
  const wanted = [...new Set(numbers)];
  const { act, to } = await records.changeMany(reason, wanted, work, setting);
  return { act, records: wanted.length, seq: to };
}

/** The record, where it may take part in an act over many. */
export function free(reading: Reading, number: string): AnyRecord {
  const record = reading.require(number);
  const kind = kindOf(record.kind);
  const why = recordApart(kind, record);
  if (why !== null) refuse({ code: 'not-together', number, what: kind.label, why: why === 'final' && kind.final ? `${apartWords.final} ${kind.final.instead}` : apartWords[why] });
  return record;
}
