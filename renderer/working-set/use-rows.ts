import { liveQuery } from 'dexie';
import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { create } from 'zustand';
import type { Contract, SlimRow } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import { useAnswer } from '../answers/use-answer.ts';
import { useScreen } from '../screen/screen.ts';
import { workingSet } from './keep.ts';

/** The open rows of the working set as they stand now: one query for the whole window, however many parts of it look. */
let held: readonly SlimRow[] = [];
const lookers = new Set<() => void>();
let watching: { unsubscribe(): void } | null = null;

function look(changed: () => void): () => void {
  lookers.add(changed);
  watching ??= liveQuery(() => workingSet.rows.toArray()).subscribe((rows) => {
    held = rows.filter((row) => !row.closed);
    for (const tell of lookers) tell();
  });
  return () => {
    lookers.delete(changed);
    if (lookers.size > 0) return;
    watching?.unsubscribe();
    watching = null;
  };
}
const current = (): readonly SlimRow[] => held;

interface First {
  readonly fromVault: boolean;
  readonly rows: readonly SlimRow[];
  readonly first: Reply<Contract, 'records.list'> | null;
}
/** What stands in for the working set until it is there: asked once for the whole window, before anything else, so that the first page waits for nothing else. */
const useFirst = create<First>(() => ({ fromVault: true, rows: [], first: null }));

/** Keeps the rows that all parts of the window look at. Mounted once, before them. */
export function OpenRows(): null {
  const asOf = useScreen((now) => now.asOf);
  const rows = useSyncExternalStore(look, current);
  const fromVault = asOf !== null || rows.length === 0;
  const { reply } = useAnswer('records.list', fromVault ? { closed: false, sort: 'due', limit: asOf === null ? 200 : 2000 } : null);
  useLayoutEffect(() => useFirst.setState({ fromVault, rows, first: reply }), [fromVault, rows, reply]);
  return null;
}

/**
 * Open records, of all kinds or of some. From the working set once it is there; the first page, and every page of the past, straight from the vault.
 * `ready` once either has answered, `whole` once no open record is left out: before that, nothing may be said to be nowhere.
 */
export function useOpenRows(kinds?: readonly string[]): { readonly rows: readonly SlimRow[]; readonly ready: boolean; readonly whole: boolean } {
  const { fromVault, rows, first } = useFirst();
  const all = fromVault ? (first?.rows ?? none) : rows;
  const key = kinds?.join();
  const wanted = useMemo(() => (key === undefined ? all : all.filter((row) => key.split(',').includes(row.kind))), [all, key]);
  return { rows: wanted, ready: !fromVault || first !== null, whole: !fromVault || (first !== null && first.total <= all.length) };
}
const none: readonly SlimRow[] = [];
