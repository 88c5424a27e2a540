import { useCallback, useMemo, useRef, useState } from 'react';
import type { FieldFilter } from '../../../shared/records/field-filter.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import { requestSorts, type RequestSort, type Side } from '../../../shared/records/views/request-order.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { ofKind, useRecords, type Whole } from '../../answers/use-records.ts';
import { useScreen, useToday } from '../../screen/screen.ts';
import type { GridSort } from '../../ui/data-grid.tsx';

/** A request with its items and answers. */
export type WholeRequest = Whole & { readonly record: RecordOf<'evidence_request'> };
/** A line of the list: its number and who asked are known at once, the rest when it has been read. */
export interface RequestLine {
  readonly number: string;
  readonly side: Side;
  readonly whole: WholeRequest | null;
}

export interface RequestLines {
  readonly lines: readonly RequestLine[];
  /** Every request that has been read: all of them, where the list is not long. */
  readonly read: readonly WholeRequest[];
  /** How many requests meet the filter, whoever asked; null until the vault has said. */
  readonly total: number | null;
  /** What is counted over all of them. */
  readonly counts: Reply<Contract, 'requests.lines'>['counts'] | null;
  readonly failure: Failure | null;
  readonly again: () => void;
  /** Only a long list has it: which lines are on screen. */
  readonly onShown?: (first: number, last: number) => void;
}

/** Requests read whole at once, items and answers with them; of a longer list only those that are seen. */
const wholeUpTo = 500;
/** Lines read before and behind those that are seen, so that none is met blank. */
const ahead = 80;
/** Lines of a long list that are read before it is known which are seen: a window's height of them. */
const atFirst = 40;
const sorts: ReadonlySet<string> = new Set(requestSorts);
const inVault = (sort: GridSort): RequestSort[] =>
  // Proof of the cast: found in the set.
  sort.flatMap(({ key, down }) => (sorts.has(key) ? [{ key: key as RequestSort['key'], down }] : []));

/**
 * Who owes whom an answer, sorted as is asked for: what has been owed longest first. The vault sorts; the window reads all of a short list, which it can sort anew by itself,
 * and of a long one what is seen.
 */
export function useRequestLines(filters: readonly FieldFilter[], direction: Side | 'all', sort: GridSort): RequestLines {
  const caseId = useScreen((now) => now.caseId);
  const asOf = useScreen((now) => now.asOf);
  const today = useToday();
  const { reply, failure, again } = useAnswer('requests.lines', { ...(caseId !== null && { caseId }), fields: [...filters], sort: inVault(sort), today });
  const counts = reply?.counts ?? null;
  const total = counts && counts.from + counts.to;
  const long = total !== null && total > wholeUpTo;

  const order = useMemo(
    () => (reply === null ? none : reply.numbers.map((number, at) => ({ number, side: at < reply.counts.from ? ('from' as const) : ('to' as const) }))),
    [reply],
  );
  const chosen = useMemo(() => order.filter(({ side }) => direction === 'all' || direction === side), [order, direction]);
  const [seen, setSeen] = useState<readonly [first: number, last: number] | null>(null);
  const wanted = !long ? order : seen === null ? chosen.slice(0, atFirst) : chosen.slice(Math.max(0, seen[0] - ahead), seen[1] + ahead);
  const found = useRecords(wanted.map(({ number }) => number));
  const read = useMemo(() => ofKind(found, 'evidence_request'), [found]);

  // What is known of a line is shown until it is read again, but not in another time.
  const known = useRef(new Map<string, WholeRequest>());
  const time = useRef(asOf);
  if (time.current !== asOf) known.current = new Map();
  time.current = asOf;
  for (const one of read) known.current.set(one.record.number, one);

  const lines = useMemo((): readonly RequestLine[] => {
    if (long) return chosen.map((line) => ({ ...line, whole: known.current.get(line.number) ?? null }));
    // A short list stands when all of it has been read, and is never counted by halves.
    const there = new Map(read.map((one) => [one.record.number, one]));
    return chosen.flatMap((line) => {
      const whole = there.get(line.number);
      return whole === undefined ? [] : [{ ...line, whole }];
    });
  }, [long, chosen, read]);

  const onShown = useCallback((first: number, last: number) => setSeen([first, last]), []);
  return { lines, read, total, counts, failure, again, ...(long && { onShown }) };
}
const none: readonly never[] = [];
