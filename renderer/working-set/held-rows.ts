import type { SlimRow } from '../../shared/contract/contract.ts';

/** The open rows as pages look at them, oldest first. Lists are never changed: one in which nothing changed is the same list as before. */
export interface HeldRows {
  readonly all: readonly SlimRow[];
  readonly byKind: ReadonlyMap<string, readonly SlimRow[]>;
}
export interface RowChanges {
  readonly puts: readonly SlimRow[];
  readonly removes: readonly string[];
}

export const nothingHeld: HeldRows = { all: [], byKind: new Map() };

/** Ids are made in the order of time, and compared as IndexedDB compares its keys. */
export const byAge = (a: SlimRow, b: SlimRow): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What is held of these rows. */
export function heldOf(rows: readonly SlimRow[]): HeldRows {
  return after(nothingHeld, new Map(rows.filter((row) => !row.closed).map((row) => [row.id, row])), new Set());
}

/** What is held once these changes are made: a row that is put takes the place of the one before it, one that is closed or removed leaves. */
export function heldAfter(held: HeldRows, { puts, removes }: RowChanges): HeldRows {
  const last = new Map(puts.map((row) => [row.id, row]));
  const open = new Map([...last].filter(([, row]) => !row.closed));
  const gone = new Set([...removes, ...[...last.keys()].filter((id) => !open.has(id))]);
  for (const id of removes) open.delete(id);
  return after(held, open, gone);
}

function after(held: HeldRows, open: ReadonlyMap<string, SlimRow>, gone: ReadonlySet<string>): HeldRows {
  const all = listAfter(held.all, open, gone);
  if (all === held.all) return held;
  const byKind = new Map(held.byKind);
  const ofKind = new Map<string, Map<string, SlimRow>>();
  for (const row of open.values()) ofKind.set(row.kind, (ofKind.get(row.kind) ?? new Map<string, SlimRow>()).set(row.id, row));
  for (const kind of new Set([...byKind.keys(), ...ofKind.keys()])) byKind.set(kind, listAfter(byKind.get(kind) ?? nothingHeld.all, ofKind.get(kind) ?? none, gone));
  return { all, byKind };
}
const none: ReadonlyMap<string, SlimRow> = new Map();

/** Up to so many changes are put in their places one by one; more of them are faster laid over the whole list. */
const few = 100;

/** The same list where nothing of it changes. */
function listAfter(rows: readonly SlimRow[], open: ReadonlyMap<string, SlimRow>, gone: ReadonlySet<string>): readonly SlimRow[] {
  if (open.size === 0 && gone.size === 0) return rows;
  return open.size + gone.size <= few ? placed(rows, open, gone) : laidOver(rows, open, gone);
}

/** The place of an id in a list, or the one that it would take. */
function placeOf(rows: readonly SlimRow[], id: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.id ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placed(rows: readonly SlimRow[], open: ReadonlyMap<string, SlimRow>, gone: ReadonlySet<string>): readonly SlimRow[] {
  let next: SlimRow[] | null = null;
  for (const id of gone) {
    const at = placeOf(next ?? rows, id);
    if ((next ?? rows)[at]?.id === id && !open.has(id)) (next ??= rows.slice()).splice(at, 1);
  }
  for (const [id, row] of open) {
    next ??= rows.slice();
    const at = placeOf(next, id);
    next.splice(at, next[at]?.id === id ? 1 : 0, row);
  }
  return next ?? rows;
}

function laidOver(rows: readonly SlimRow[], open: ReadonlyMap<string, SlimRow>, gone: ReadonlySet<string>): readonly SlimRow[] {
  const fresh = new Map(open);
  const kept: SlimRow[] = [];
  let changed = false;
  for (const row of rows) {
    const now = fresh.get(row.id);
    if (now) fresh.delete(row.id);
    if (now || gone.has(row.id)) changed = true;
    if (now) kept.push(now);
    else if (!gone.has(row.id)) kept.push(row);
  }
  if (fresh.size === 0) return changed ? kept : rows;
  return [...kept, ...fresh.values()].sort(byAge);
}
