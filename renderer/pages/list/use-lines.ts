import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import type { ListView } from '../../../shared/records/list-view.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { vault } from '../../bridge.ts';
import { useScreen } from '../../screen/screen.ts';
import type { ListLine } from './columns.tsx';

/** A list is whole in the window up to here; a longer one is walked by its numbers, and only what is seen is read. */
const whole = 2000;
/** By what the vault sorts a long list. */
export const longSorts: ReadonlySet<string> = new Set(['number', 'title', 'due', 'state']);
/** Lines read before and behind those that are seen, so that none is met blank. */
const ahead = 80;

export interface Lines {
  readonly lines: readonly ListLine[];
  /** How many records the list has before the filter; null until it is known. */
  readonly total: number | null;
  readonly long: boolean;
  readonly failure: Failure | null;
  readonly again: () => void;
  readonly onShown?: (first: number, last: number) => void;
}

/** The lines of a kind's list as `view` wants them. */
export function useLines(kind: KindDefinition, view: ListView): Lines {
  const caseId = useScreen((now) => now.caseId);
  const which = {
    kind: kind.kind,
    ...(caseId !== null && kind.withoutCase !== true && { caseId }),
    ...(view.fields.length > 0 && { fields: view.fields }),
    ...(view.states.length > 0 ? { states: view.states } : !view.closed && Object.values(kind.states).some((state) => state.closed) && { closed: false }),
  };
  const columns = view.columns.filter((key) => key in kind.fields);
  const first = useAnswer('records.list', { ...which, sort: 'number', limit: whole, columns });
  const total = first.reply?.total ?? null;
  const long = total !== null && total > whole;
  const [by] = view.sort;
  const sort = by && longSorts.has(by.key) ? by : { key: 'number', down: false };
  const text = useSoon(view.filter.trim(), 150);
  const order = useAnswer(
    'records.numbers',
    // Proof of the cast: found in the set just looked through.
    long ? { ...which, ...(text !== '' && { text }), sort: sort.key as 'number', down: sort.down } : null,
  );

  const short = useMemo(() => {
    const words = view.filter.toLowerCase().split(/\s+/).filter(Boolean);
    return long ? [] : (first.reply?.rows ?? []).filter((row) => fits(row, words)).map((row) => ({ number: row.number, row }));
  }, [first.reply, view.filter, long]);
  const seen = useSeen(long ? (order.reply?.numbers ?? null) : null, order.reply?.seq ?? 0, columns);
  const { again, failure } = first;
  return { lines: long ? seen.lines : short, total, long, failure: failure ?? order.failure, again, ...(long && { onShown: seen.onShown }) };
}

function fits(row: SlimRow, words: readonly string[]): boolean {
  const text = `${row.number} ${row.title} ${Object.values(row.shown ?? {}).join(' ')}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

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
function useSeen(numbers: readonly string[] | null, seq: number, columns: readonly string[]): { lines: readonly ListLine[]; onShown: (first: number, last: number) => void } {
  const asOf = useScreen((now) => now.asOf);
  const at = `${seq} ${asOf} ${columns.join()}`;
  const known = useRef(new Map<string, Line>());
  const [, redraw] = useState(0);
  const lines = useMemo(() => {
    const next = new Map<string, Line>();
    for (const number of numbers ?? []) next.set(number, known.current.get(number) ?? { number, row: null, at: '' });
    known.current = next;
    return [...next.values()];
  }, [numbers]);

  const wanted = useRef<readonly [first: number, last: number]>([0, 0]);
  const asking = useRef(false);
  const read = useRef<() => void>(() => {});
  read.current = () => {
    const [first, last] = wanted.current;
    const missing = lines.slice(Math.max(0, first - ahead), last + ahead).filter((line) => line.at !== at);
    if (asking.current || missing.length === 0) return;
    asking.current = true;
    const question = { numbers: missing.slice(0, 500).map((line) => line.number), columns: [...columns], ...(asOf !== null && { asOf }) };
    void vault.ask('records.rows', question).then((answer) => {
      asking.current = false;
      if (!answer.ok) return;
      const found = new Map(answer.reply.rows.map((row) => [row.number, row]));
      for (const line of missing.slice(0, 500)) {
        line.row = found.get(line.number) ?? null;
        line.at = at;
      }
      redraw((turn) => turn + 1);
      read.current();
    });
  };
  useEffect(() => read.current(), [lines, at]);
  const onShown = useCallback((first: number, last: number) => {
    wanted.current = [first, last];
    read.current();
  }, []);
  return { lines, onShown };
}
