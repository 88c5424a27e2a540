import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import type { ListView } from '../../../shared/records/list-view.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { useScreen } from '../../screen/screen.ts';
import type { ListLine } from './columns.tsx';
import { holdsWords, typedWords } from '../../../shared/records/typed-words.ts';

/** A list is whole in the window up to here; a longer one is walked by its numbers, and only what is seen is read. */
const whole = 2000;
/** What is painted at once: more lines than a window shows, fewer than it takes a moment to read. */
const atOnce = 100;
/** By what the vault sorts a list; a long one by nothing else. */
export const longSorts: ReadonlySet<string> = new Set(['number', 'title', 'due', 'state']);
/** Lines read before and behind those that are seen, so that none is met blank. */
const ahead = 80;

export interface Lines {
  readonly lines: readonly ListLine[];
  /** How many records the list has before the filter; null until its first lines are known. */
  readonly total: number | null;
  /** Whether `lines` are all of them: at first they are those that are painted at once. */
  readonly complete: boolean;
  readonly long: boolean;
  readonly failure: Failure | null;
  readonly again: () => void;
  readonly onShown?: (first: number, last: number) => void;
}

/**
 * The lines of a kind's list as `view` wants them. The first of them are asked for alone and painted; then come the others: of a short list the rows, which
 * the window filters and sorts by itself, of a long one the numbers.
 */
export function useLines(kind: KindDefinition, view: ListView): Lines {
  const caseId = useScreen((now) => now.caseId);
  const which = { ...recordsOf(kind, view, caseId), ...(view.fields.length > 0 && { fields: view.fields }) };
  const columns = [...new Set([...view.columns, ...(view.group === undefined ? [] : [view.group])])].filter((key) => key in kind.fields);
  const [by] = view.sort;
  const inVault = by === undefined || longSorts.has(by.key);
  // Proof of the cast: found in the set just looked through.
  const sort = { sort: (inVault ? (by?.key ?? 'number') : 'number') as 'number', down: inVault && by?.down === true };
  const first = useAnswer('records.numbers', { ...which, ...sort, first: atOnce, columns });
  const total = first.reply?.total ?? null;
  const painted = first.reply?.rows ?? none;
  const long = total !== null && total > whole;
  const text = useSoon(view.filter.trim(), 150);
  const rest = useAnswer('records.list', total !== null && total > painted.length && !long ? { ...which, sort: 'number', limit: whole, columns } : null);
  const order = useAnswer('records.numbers', long ? { ...which, ...(text !== '' && { text }), ...sort } : null);

  const rows = total !== null && total <= painted.length ? painted : rest.loading && !first.loading ? null : (rest.reply?.rows ?? null);
  const short = useMemo(() => {
    const words = typedWords(view.filter);
    return (rows ?? none).filter((row) => rowHolds(row, words)).map((row) => ({ number: row.number, row }));
  }, [rows, view.filter]);
  const seen = useSeen(long ? (order.reply?.numbers ?? null) : null, painted, columns);
  const atFirst = useMemo(() => painted.map((row) => ({ number: row.number, row })), [painted]);
  const complete = long ? order.reply !== null : rows !== null;
  const { again } = first;
  const failure = first.failure ?? rest.failure ?? order.failure;
  if (complete) return { lines: long ? seen.lines : short, total, complete, long, failure, again, ...(long && { onShown: seen.onShown }) };
  // In another order than the one in which the window sorts a short list, or unfiltered, lines would jump when the others come.
  const sortedAlike = by === undefined || (view.sort.length === 1 && (by.key === 'number' || (by.key === 'due' && !by.down)));
  const right = (long || sortedAlike) && view.filter.trim() === '';
  return { lines: right ? atFirst : none, total: right ? total : null, complete, long, failure, again };
}
const none: readonly never[] = [];

/** The records that a list is of, before anything is asked of their fields. */
const recordsOf = (kind: KindDefinition, view: ListView, caseId: string | null) => ({
  kind: kind.kind,
  ...(caseId !== null && kind.withoutCase !== true && { caseId }),
  ...(view.states.length > 0 ? { states: view.states } : !view.closed && Object.values(kind.states).some((state) => state.closed) && { closed: false }),
});

/** How many lines the list would have if nothing were asked of fields; null while nothing is, or until the vault has said. */
export function useUnfiltered(kind: KindDefinition, view: ListView): number | null {
  const caseId = useScreen((now) => now.caseId);
  const { reply } = useAnswer('records.numbers', view.fields.length > 0 ? { ...recordsOf(kind, view, caseId), first: 1 } : null);
  return reply?.total ?? null;
}

/** Whether a row is one of those that somebody filters by `words` (`typedWords`): by its number, its title, and what is shown of it. */
export const rowHolds = (row: SlimRow, words: readonly string[]): boolean => holdsWords(`${row.number} ${row.title} ${Object.values(row.shown ?? {}).join(' ')}`, words);

/** What `value` is once it has stood still for `ms`. */
function useSoon(value: string, ms: number): string {
  const [now, setNow] = useState(value);
  useEffect(() => {
    const soon = setTimeout(() => setNow(value), ms);
    return () => clearTimeout(soon);
  }, [value, ms]);
  return now;
}

interface Line extends ListLine {
  row: SlimRow | null;
  /** The entry and the columns it was read at: read again when either moved on, and shown as it was meanwhile. */
  at: string;
}

/** Lines by number, whose rows are read as they come into view, one question at a time: what was scrolled past is not asked for. */
function useSeen(
  numbers: readonly string[] | null,
  painted: readonly SlimRow[],
  columns: readonly string[],
): { lines: readonly ListLine[]; onShown: (first: number, last: number) => void } {
  const asOf = useScreen((now) => now.asOf);
  const shown = `${asOf} ${columns.join()}`;
  const known = useRef(new Map<string, Line>());
  const time = useRef(asOf);
  const [, redraw] = useState(0);
  const lines = useMemo(() => {
    const next = new Map<string, Line>();
    // What is known of a line is shown until it is read again, but not in another time.
    if (time.current !== asOf) known.current = new Map();
    time.current = asOf;
    const there = new Map(painted.map((row) => [row.number, row]));
    // What is painted already stays as it is while it is read with what is around it.
    for (const number of numbers ?? []) next.set(number, known.current.get(number) ?? { number, row: there.get(number) ?? null, at: '' });
    known.current = next;
    return [...next.values()];
  }, [numbers]);

  const wanted = useRef<readonly [first: number, last: number]>([0, 0]);
  const asking = useRef(false);
  /** The last answer: asked for again at another entry, it mostly comes to the same. */
  const answered = useRef<{ readonly question: string; readonly print: string; readonly rows: readonly SlimRow[] }>({ question: '', print: '', rows: none });
  const read = useRef<() => void>(() => {});
  read.current = () => {
    const at = `${useScreen.getState().seq} ${shown}`;
    const [first, last] = wanted.current;
    const missing = lines
      .slice(Math.max(0, first - ahead), last + ahead)
      .filter((line) => line.at !== at)
      .slice(0, 500);
    if (asking.current || missing.length === 0) return;
    asking.current = true;
    const question = { numbers: missing.map((line) => line.number), columns: [...columns], ...(asOf !== null && { asOf }) };
    const key = JSON.stringify(question);
    const before = answered.current;
    void vault.renew('records.rows', question, before.question === key ? before.print : '').then((told) => {
      asking.current = false;
      if (!told.same && !told.answer.ok) return;
      if (!told.same && told.answer.ok) answered.current = { question: key, print: told.print, rows: told.answer.reply.rows };
      const found = new Map((told.same ? before : answered.current).rows.map((row) => [row.number, row]));
      const changed = missing.some((line) => line.row !== (found.get(line.number) ?? null));
      for (const line of missing) {
        line.row = found.get(line.number) ?? null;
        line.at = at;
      }
      if (changed) redraw((turn) => turn + 1);
      read.current();
    });
  };
  useEffect(() => read.current(), [lines, shown]);
  useEffect(() => useScreen.subscribe((now, before) => void (now.seq !== before.seq && read.current())), []);
  const onShown = useCallback((first: number, last: number) => {
    wanted.current = [first, last];
    read.current();
  }, []);
  return { lines, onShown };
}
