import { useEffect, useState } from 'react';
import type { Answer } from '../../../shared/failure/failure.ts';
import type { FieldFilter } from '../../../shared/records/field-filter.ts';
import { vault } from '../../bridge.ts';
import { setScreen, useScreen } from '../../screen/screen.ts';

/** A page that is filtered and has no views of its own. */
type FilteredPage = 'docket' | 'requests';

interface Kept {
  readonly filters: readonly FieldFilter[];
  /** What is chosen on the page beside its conditions; null for nothing. */
  readonly choice: string | null;
}
/** What stands on each page of this window, by its name; what is not here yet is in the vault. */
const held = new Map<string, Kept>();

/**
 * The conditions on a page that has no views to keep them in, and what is chosen beside them: kept in the vault for the person at work, so that they stand again
 * after a lock and a restart. None until the vault has said which.
 */
export function useKeptFilters(page: FilteredPage): Kept & { readonly change: (filters: readonly FieldFilter[]) => void; readonly choose: (choice: string | null) => void } {
  const [kept, setKept] = useState(() => held.get(page) ?? none);
  const keeps = useScreen((now) => now.session?.vault?.readOnly == null);
  useEffect(() => {
    if (held.has(page)) return;
    let wanted = true;
    void vault.ask('filters.read', { page }).then((answer) => {
      // What was chosen meanwhile goes before what stood here the last time.
      if (!wanted || !answer.ok || held.has(page)) return;
      held.set(page, answer.reply);
      setKept(answer.reply);
    });
    return () => {
      wanted = false;
    };
  }, [page]);
  const put = (part: Partial<Kept>): void => {
    const next = { ...(held.get(page) ?? none), ...part };
    held.set(page, next);
    setKept(next);
  };
  const said = (answer: Answer<unknown>): void => {
    if (!answer.ok) setScreen({ failure: answer.failure });
  };
  return {
    ...kept,
    change: (filters) => {
      put({ filters });
      if (keeps) void vault.ask('filters.save', { page, filters: [...filters] }).then(said);
    },
    choose: (choice) => {
      put({ choice });
      if (keeps) void vault.ask('filters.choose', { page, choice }).then(said);
    },
  };
}
const none: Kept = { filters: [], choice: null };
