import { isKind, type KindName, type RecordOf } from '../kinds.ts';
import type { AnyRecord } from '../record.ts';
import { datedCase } from '../samples/dated.ts';
import { reportedCase } from '../samples/reported.ts';

const of = <K extends KindName>(records: readonly AnyRecord[], kind: K): RecordOf<K>[] => records.filter((record): record is AnyRecord & RecordOf<K> => isKind(record, kind));

/** The records of one kind in the case as one press report tells it. */
export const reported = <K extends KindName>(kind: K): RecordOf<K>[] => of(reportedCase.records, kind);
/** The records of one kind in the invented case with dates. */
export const dated = <K extends KindName>(kind: K): RecordOf<K>[] => of(datedCase().records, kind);
