import { byNumber } from '../../shared/records/by-number.ts';
import { useMemo } from 'react';
import type { Failure } from '../../shared/failure/failure.ts';
import { isKind, type KindName, type RecordOf } from '../../shared/records/kinds.ts';
import { useScreen } from '../screen/screen.ts';
import { useOpenCases } from '../working-set/use-rows.ts';
import { useAnswer } from './use-answer.ts';
import type { Named } from './use-records.ts';

/** What is asked of each kind: some of its fields, and of its records perhaps only those that the others link to; all where nothing is said. */
export type Wanted = { readonly [K in KindName]?: { readonly fields?: readonly (keyof RecordOf<K>['fields'] & string)[]; readonly linked?: true } };
/** A record with the fields that were asked for. What was not asked for cannot be taken for what is not recorded: the compiler does not know it. */
export type Part<W extends Wanted, K extends keyof W & KindName> = W[K] extends { readonly fields: readonly (infer Name)[] }
  ? Omit<RecordOf<K>, 'fields'> & { readonly fields: Pick<RecordOf<K>['fields'], Name & keyof RecordOf<K>['fields']> }
  : RecordOf<K>;

/** The records of some kinds in the case whose views are shown. */
export interface CaseRecords<W extends Wanted> {
  readonly of: <K extends keyof W & KindName>(kind: K) => readonly Part<W, K>[];
  /** How what they link to is called, by id. */
  readonly names: ReadonlyMap<string, Named>;
  /** How many more there are than were read. */
  readonly more: number;
}

/** The case whose views are shown: the one that is chosen, else the first that is open. Cases are never mixed in one view. Null until it is known. */
export function useAnalysisCase(): string | null {
  const chosen = useScreen((now) => now.caseId);
  const { rows } = useOpenCases();
  const first = [...rows].sort(byNumber)[0]?.id ?? null;
  return chosen ?? first;
}

/** Asks for them and keeps the answer true; null until it is there. `wanted` must be the same value at every drawing. */
export function useCaseRecords<const W extends Wanted>(wanted: W): { readonly records: CaseRecords<W> | null; readonly failure: Failure | null } {
  const caseId = useAnalysisCase();
  const { reply, failure } = useAnswer('records.whole', caseId === null ? null : { ...questionOf(wanted), caseId });
  const records = useMemo((): CaseRecords<W> | null => {
    if (!reply) return null;
    const own = reply.records;
    return {
      // Proof of the cast: of each kind the vault gives the fields that were asked for.
      of: <K extends keyof W & KindName>(kind: K) => own.filter((record) => isKind(record, kind)) as unknown as Part<W, K>[],
      names: new Map(reply.names.map((one) => [one.id, one])),
      more: reply.more,
    };
  }, [reply]);
  return { records, failure };
}

function questionOf(wanted: Wanted) {
  const kinds = Object.entries(wanted);
  const fields = Object.fromEntries(kinds.flatMap(([kind, { fields: names }]): [string, string[]][] => (names === undefined ? [] : [[kind, [...names]]])));
  const linked = kinds.flatMap(([kind, of]) => (of.linked === true ? [kind] : []));
  return { kinds: kinds.map(([kind]) => kind), ...(Object.keys(fields).length > 0 && { fields }), ...(linked.length > 0 && { linked }) };
}
