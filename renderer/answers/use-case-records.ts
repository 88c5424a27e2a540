import { useMemo } from 'react';
import type { Failure } from '../../shared/failure/failure.ts';
import { isKind, type KindName, type RecordOf } from '../../shared/records/kinds.ts';
import { useScreen } from '../screen/screen.ts';
import { useOpenRows } from '../working-set/use-rows.ts';
import { useAnswer } from './use-answer.ts';
import type { Named } from './use-records.ts';

/** The records of some kinds, whole, in the case whose views are shown. */
export interface CaseRecords {
  readonly of: <K extends KindName>(kind: K) => readonly RecordOf<K>[];
  /** How what they link to is called, by id. */
  readonly names: ReadonlyMap<string, Named>;
  /** How many more there are than were read. */
  readonly more: number;
}

const caseKind = ['case'] as const;

/** The case whose views are shown: the one that is chosen, else the first that is open. Cases are never mixed in one view. Null until it is known. */
export function useAnalysisCase(): string | null {
  const chosen = useScreen((now) => now.caseId);
  const { rows } = useOpenRows(caseKind);
  const first = [...rows].sort((a, b) => a.number.localeCompare(b.number))[0]?.id ?? null;
  return chosen ?? first;
}

/** Asks for them and keeps the answer true; null until it is there. `kinds` must be the same list at every drawing. */
export function useCaseRecords(kinds: readonly KindName[]): { readonly records: CaseRecords | null; readonly failure: Failure | null } {
  const caseId = useAnalysisCase();
  const { reply, failure } = useAnswer('records.whole', caseId === null ? null : { kinds: [...kinds], caseId });
  const records = useMemo((): CaseRecords | null => {
    if (!reply) return null;
    const own = reply.records;
    return {
      of: <K extends KindName>(kind: K): RecordOf<K>[] => own.filter((record): record is typeof record & RecordOf<K> => isKind(record, kind)),
      names: new Map(reply.names.map((one) => [one.id, one])),
      more: reply.more,
    };
  }, [reply]);
  return { records, failure };
}
