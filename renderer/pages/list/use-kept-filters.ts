import { useState } from 'react';
import type { FieldFilter } from '../../../shared/records/field-filter.ts';

/** The conditions that stood on a page when it was left, by its name: kept in the memory of this window only. */
const left = new Map<string, readonly FieldFilter[]>();

/** The conditions on a page that has no views to keep them in: there again when one comes back to it. */
export function useKeptFilters(page: string): { readonly filters: readonly FieldFilter[]; readonly change: (filters: readonly FieldFilter[]) => void } {
  const [filters, setFilters] = useState(() => left.get(page) ?? []);
  return {
    filters,
    change: (next) => {
      left.set(page, next);
      setFilters(next);
    },
  };
}
