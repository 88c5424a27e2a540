import { useEffect, useState } from 'react';
import type { FieldFilter } from '../../../shared/records/field-filter.ts';
import { vault } from '../../bridge.ts';
import { setScreen, useScreen } from '../../screen/screen.ts';

/** A page that is filtered and has no views of its own. */
type FilteredPage = 'docket' | 'requests';

/** The conditions on each page of this window, by its name; what is not here yet is in the vault. */
const held = new Map<string, readonly FieldFilter[]>();

/**
 * The conditions on a page that has no views to keep them in: kept in the vault for the person at work, so that they stand again after a lock and a restart.
 * None until the vault has said which.
 */
export function useKeptFilters(page: FilteredPage): { readonly filters: readonly FieldFilter[]; readonly change: (filters: readonly FieldFilter[]) => void } {
  const [filters, setFilters] = useState(() => held.get(page) ?? none);
  const keeps = useScreen((now) => now.session?.vault?.readOnly == null);
  useEffect(() => {
    if (held.has(page)) return;
    let wanted = true;
    void vault.ask('filters.read', { page }).then((answer) => {
      // What was chosen meanwhile goes before what stood here the last time.
      if (!wanted || !answer.ok || held.has(page)) return;
      held.set(page, answer.reply.filters);
      setFilters(answer.reply.filters);
    });
    return () => {
      wanted = false;
    };
  }, [page]);
  return {
    filters,
    change: (next) => {
      held.set(page, next);
      setFilters(next);
      if (keeps) void vault.ask('filters.save', { page, filters: [...next] }).then((answer) => answer.ok || setScreen({ failure: answer.failure }));
    },
  };
}
const none: readonly FieldFilter[] = [];
