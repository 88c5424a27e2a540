import { useLayoutEffect, useMemo } from 'react';
import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { SlimRow } from '../../shared/contract/contract.ts';
import { useAnswer } from '../answers/use-answer.ts';
import { useScreen } from '../screen/screen.ts';
import { byAge } from './held-rows.ts';
import { useHeld } from './keep.ts';

interface First {
  readonly fromVault: boolean;
  /** Its rows, how many open records there are in all, and whether cases and models are among the rows already. */
  readonly first: { readonly total: number; readonly rows: readonly SlimRow[]; readonly framed: boolean } | null;
}
/** What stands in for the working set until it is there: asked once for the whole window, before anything else, so that the first page waits for nothing else. */
const useFirst = create<First>(() => ({ fromVault: true, first: null }));

/** Each row once, the ones that are due first. */
function together(due: readonly SlimRow[], ...others: readonly (readonly SlimRow[] | undefined)[]): readonly SlimRow[] {
  const there = new Set(due.map((row) => row.id));
  return [...due, ...others.flatMap((rows) => rows ?? none).filter((row) => !there.has(row.id))];
}

/** Keeps the rows that all parts of the window look at. Mounted once, before them. */
export function OpenRows(): null {
  const asOf = useScreen((now) => now.asOf);
  const empty = useHeld((now) => now.all.length === 0);
  const fromVault = asOf !== null || empty;
  const due = useAnswer('records.list', fromVault ? { closed: false, sort: 'due', limit: asOf === null ? 200 : 2000 } : null).reply;
  // Neither has a day, so neither is among the first that are due; and no page can be used without them.
  const cases = useAnswer('records.list', fromVault ? { kind: 'case', closed: false, sort: 'number', limit: 200 } : null).reply;
  const models = useAnswer('records.list', fromVault ? { kind: 'restricted_model', closed: false, sort: 'number', limit: 200 } : null).reply;
  const first = useMemo(() => due && { total: due.total, rows: together(due.rows, cases?.rows, models?.rows), framed: cases !== null && models !== null }, [due, cases, models]);
  useLayoutEffect(() => useFirst.setState({ fromVault, first }), [fromVault, first]);
  return null;
}

export interface OpenRowsFound {
  readonly rows: readonly SlimRow[];
  /** Whether the vault has answered. */
  readonly ready: boolean;
  /** Whether no open record is left out: before that, nothing may be said to be nowhere. */
  readonly whole: boolean;
  /** How many are left out because a window does not hold so many; 0 as long as that is not known. */
  readonly more: number;
}

/**
 * Open records, of all kinds or of some. From the working set once it is there; the first page, and every page of the past, straight from the vault.
 * Who names kinds is drawn again only when something of these kinds changes.
 */
export function useOpenRows(kinds?: readonly string[]): OpenRowsFound {
  const { fromVault, first } = useFirst();
  const key = kinds?.join();
  const lists = useHeld(useShallow((now) => (fromVault ? [] : key === undefined ? [now.all] : key.split(',').map((kind) => now.byKind.get(kind) ?? none))));
  const more = useHeld((now) => now.more);
  const rows = useMemo(() => {
    if (fromVault) return ofKinds(first?.rows ?? none, key);
    const [only] = lists;
    return lists.length === 1 && only ? only : lists.flat().sort(byAge);
  }, [fromVault, first, key, lists]);
  if (!fromVault) return { rows, ready: true, whole: more === 0, more };
  return { rows, ready: first !== null && (key === undefined || first.framed), whole: first !== null && first.framed && first.total <= first.rows.length, more: 0 };
}

const caseKind = ['case'] as const;
/** The open cases. */
export const useOpenCases = (): OpenRowsFound => useOpenRows(caseKind);
const none: readonly SlimRow[] = [];

function ofKinds(rows: readonly SlimRow[], key: string | undefined): readonly SlimRow[] {
  if (key === undefined) return rows;
  const kinds = new Set(key.split(','));
  return rows.filter((row) => kinds.has(row.kind));
}
