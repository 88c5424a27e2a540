import { liveQuery } from 'dexie';
import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import { create } from 'zustand';
import type { SlimRow } from '../../shared/contract/contract.ts';
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
  readonly first: { readonly total: number; readonly rows: readonly SlimRow[] } | null;
}
/** What stands in for the working set until it is there: asked once for the whole window, before anything else, so that the first page waits for nothing else. */
const useFirst = create<First>(() => ({ fromVault: true, rows: [], first: null }));

/** Each row once, the ones that are due first. */
function together(due: readonly SlimRow[], ...others: readonly (readonly SlimRow[] | undefined)[]): readonly SlimRow[] {
  const there = new Set(due.map((row) => row.id));
  return [...due, ...others.flatMap((rows) => rows ?? none).filter((row) => !there.has(row.id))];
}

/** Keeps the rows that all parts of the window look at. Mounted once, before them. */
export function OpenRows(): null {
  const asOf = useScreen((now) => now.asOf);
  const rows = useSyncExternalStore(look, current);
  const fromVault = asOf !== null || rows.length === 0;
  const due = useAnswer('records.list', fromVault ? { closed: false, sort: 'due', limit: asOf === null ? 200 : 2000 } : null).reply;
  // Neither has a day, so neither is among the first that are due; and no page can be used without them.
  const cases = useAnswer('records.list', fromVault ? { kind: 'case', closed: false, sort: 'number', limit: 200 } : null).reply;
  const models = useAnswer('records.list', fromVault ? { kind: 'restricted_model', closed: false, sort: 'number', limit: 200 } : null).reply;
  const first = useMemo(() => due && { total: due.total, rows: together(due.rows, cases?.rows, models?.rows) }, [due, cases, models]);
  useLayoutEffect(() => useFirst.setState({ fromVault, rows, first }), [fromVault, rows, first]);
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
