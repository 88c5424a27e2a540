import { useMemo } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { docketFilterables } from '../../../shared/records/docket-filter.ts';
import type { FieldFilter } from '../../../shared/records/field-filter.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useScreen } from '../../screen/screen.ts';
import { docket } from '../../words/docket.ts';
import type { FilterFields } from '../list/filter-dialog.tsx';
import type { useKeptFilters } from '../list/use-kept-filters.ts';

export interface DocketFilter {
  /** The lines that meet the conditions; all where there are none, and none until the vault has said which. */
  readonly rows: readonly SlimRow[];
  readonly filters: { readonly fields: FilterFields; readonly filters: readonly FieldFilter[]; readonly change: (filters: readonly FieldFilter[]) => void };
  readonly narrowed: boolean;
  readonly waiting: boolean;
  readonly failure: Failure | null;
}

/** The docket filtered by what the fields of its records say. The window has a few words of each line only: the vault looks at the records. */
export function useDocketFilter(due: readonly SlimRow[], { filters, change }: Pick<ReturnType<typeof useKeptFilters>, 'filters' | 'change'>): DocketFilter {
  const caseId = useScreen((now) => now.caseId);
  const names = useMemo(() => [...new Set(due.map((row) => row.kind))].sort().join(), [due]);
  const fields = useMemo(() => ({ all: docketFilterables(names === '' ? [] : names.split(',').flatMap((name) => kindNamed(name) ?? [])), what: docket.linesOf }), [names]);
  const narrowed = filters.length > 0;
  const question = { kinds: names === '' ? [] : names.split(','), fields: [...filters], ...(caseId !== null && { caseId }) };
  const { reply, failure, loading } = useAnswer('docket.fitting', narrowed ? question : null);
  // What fitted other conditions says nothing of these, and all of the lines may be chosen at once.
  const answered = narrowed && !loading ? reply : null;
  const fitting = useMemo(() => answered && new Set(answered.numbers), [answered]);
  const rows = useMemo(() => (narrowed ? (fitting === null ? none : due.filter((row) => fitting.has(row.number))) : due), [due, fitting, narrowed]);
  return { rows, filters: { fields, filters, change }, narrowed, waiting: narrowed && fitting === null && failure === null, failure };
}
const none: readonly never[] = [];
