import { useCallback, useMemo, useRef, useState } from 'react';
import type { FieldFilter } from '../../../shared/records/field-filter.ts';
import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { oldest } from '../../../shared/records/views/ageing.ts';
import { weAsked } from '../../../shared/records/views/owed.ts';
import type { Failure } from '../../../shared/failure/failure.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { ofKind, useRecords, type Whole } from '../../answers/use-records.ts';
import { useScreen, useToday } from '../../screen/screen.ts';

/** A request with its items and answers. */
export type WholeRequest = Whole & { readonly record: RecordOf<'evidence_request'> };
export type Side = 'from' | 'to';
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
  /** How many of them were asked by us and of us. */
  readonly counts: Readonly<Record<Side, number>> | null;
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
const directions = Object.keys(kinds.evidence_request.fields.direction.options ?? {});
const askedBy = (side: Side): FieldFilter => ({ field: 'direction', values: directions.filter((one) => one.startsWith('from_') === (side === 'to')), unstated: false });
const asking = { from: askedBy('from'), to: askedBy('to') } as const;

/** Who owes whom an answer: what has been owed longest first. A list too long to be weighed as a whole stands by number, the oldest first, and is read as it is seen. */
export function useRequestLines(filters: readonly FieldFilter[], direction: Side | 'all'): RequestLines {
  const caseId = useScreen((now) => now.caseId);
  const asOf = useScreen((now) => now.asOf);
  const today = useToday();
  const which = { kind: 'evidence_request', sort: 'number' as const, ...(caseId !== null && { caseId }) };
  const from = useAnswer('records.numbers', { ...which, fields: [...filters, asking.from] });
  const to = useAnswer('records.numbers', { ...which, fields: [...filters, asking.to] });
  const counts = from.reply && to.reply ? { from: from.reply.total, to: to.reply.total } : null;
  const total = counts && counts.from + counts.to;
  const long = total !== null && total > wholeUpTo;

  const order = useMemo(() => {
    if (!from.reply || !to.reply) return none;
    const of = (side: Side, numbers: readonly string[]) => numbers.map((number) => ({ number, side }));
    return [...of('from', from.reply.numbers), ...of('to', to.reply.numbers)];
  }, [from.reply, to.reply]);
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
  for (const one of long ? read : none) known.current.set(one.record.number, one);

  const lines = useMemo((): readonly RequestLine[] => {
    if (long) return chosen.map((line) => ({ ...line, whole: known.current.get(line.number) ?? null }));
    return read
      .filter(({ record }) => direction === 'all' || weAsked(record) === (direction === 'from'))
      .sort((a, b) => (oldest(b.record, today)?.days ?? -1) - (oldest(a.record, today)?.days ?? -1))
      .map((whole) => ({ number: whole.record.number, side: weAsked(whole.record) ? 'from' : 'to', whole }));
  }, [long, chosen, read, direction, today]);

  const onShown = useCallback((first: number, last: number) => setSeen([first, last]), []);
  return {
    lines,
    read,
    total,
    counts,
    failure: from.failure ?? to.failure,
    again: () => {
      from.again();
      to.again();
    },
    ...(long && { onShown }),
  };
}
const none: readonly never[] = [];
