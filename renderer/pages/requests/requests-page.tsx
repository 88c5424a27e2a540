import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { hourOfFact, safeDay, type DateFact, type HourOfDay } from '../../../shared/records/date-fact.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { oldest } from '../../../shared/records/views/ageing.ts';
import { usualChase, weAsked } from '../../../shared/records/views/owed.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { go, recordAddress } from '../../screen/route.ts';
import { useScreen, useToday, useWritable } from '../../screen/screen.ts';
import { useLooking } from '../../screen/use-looking.ts';
import { DataGrid } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/not-there.tsx';
import { Ref } from '../../ui/ref.tsx';
import { usePicked } from '../../ui/use-picked.ts';
import parts from '../../ui/page-parts.module.css';
import { records } from '../../words/records.ts';
import { requests as words } from '../../words/requests.ts';
import { ChosenRows } from '../list/chosen-rows.tsx';
import { fieldsOf, FilterButton, FilterRow } from '../list/filter-row.tsx';
import { useChooseAgain } from '../list/go-on-many.ts';
import { useKeptFilters } from '../list/use-kept-filters.ts';
import { requestColumns } from './request-columns.tsx';
import { RequestItems } from './request-items.tsx';
import { useRequestLines, type RequestLine, type Side } from './use-request-lines.ts';
import styles from './requests.module.css';

/** Who owes whom an answer. The list above, the chosen request's items below, as in a mail program. */
export function RequestsPage() {
  const caseId = useScreen((now) => now.caseId);
  const today = useToday();
  const writable = useWritable();
  const [direction, setDirection] = useState<Side | 'all'>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const { filters: fields, change } = useKeptFilters('requests');
  const narrowed = fields.length > 0;
  const filters = { fields: filterFields, filters: fields, change };
  const { lines, read, total, counts, failure, again, onShown } = useRequestLines(fields, direction);
  const everything =
    useAnswer('records.numbers', narrowed ? { kind: 'evidence_request', sort: 'number', first: 1, ...(caseId !== null && { caseId }) } : null).reply?.total ?? null;
  const asked = read.filter((row) => weAsked(row.record)).map((row) => ({ open: oldest(row.record, today)?.waiting ?? 0, all: (row.record.fields.items ?? []).length }));
  const longest = Math.max(45, ...read.map((row) => oldest(row.record, today)?.days ?? 0));
  const long = onShown !== undefined;
  const looking = useLooking(useMemo(() => read.map((row) => dueOf(row.record.fields.answerBy)), [read]));
  const columns = useMemo(() => requestColumns(looking, longest, !long), [looking, longest, long]);
  const { picked, choice, clear } = usePicked(lines, lineNumber);
  useChooseAgain(
    () => lines.map(lineNumber),
    () => picked.map(lineNumber),
    (wanted) => choice.set(new Set(wanted)),
  );
  const chosenRows = useMemo(() => picked.map(({ number }) => ({ number, kind: 'evidence_request' })), [picked]);
  const people = useMemo(() => [...new Set(read.flatMap((row) => row.record.fields.owner ?? []))].sort(), [read]);
  const at = lines.find((line) => line.number === chosen) ?? lines.find((line) => line.side === 'from') ?? lines[0];
  const shown = at?.whole;

  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        {picked.length > 0 ? (
          <ChosenRows rows={chosenRows} writable={writable} people={people} onDone={clear} />
        ) : (
          <>
            <p className={`${parts.headNote} ${parts.headCount}`}>
              {long
                ? counts && words.longNote(counts.from, counts.to)
                : read.length > 0 &&
                  words.note(
                    asked.length,
                    read.length - asked.length,
                    asked.reduce((n, one) => n + one.open, 0),
                    asked.reduce((n, one) => n + one.all, 0),
                  )}
            </p>
            <SegmentedControl
              aria-label={words.which}
              value={direction}
              onChange={(value) => setDirection(value === 'from' || value === 'to' ? value : 'all')}
              data={[
                { value: 'all', label: words.all },
                { value: 'from', label: words.fromUs },
                { value: 'to', label: words.toUs },
              ]}
            />
            <FilterButton {...filters} />
            {writable && <Button onClick={() => go({ page: 'new', kind: 'evidence_request', prefill: {} })}>{words.new}</Button>}
          </>
        )}
      </div>
      {narrowed && <FilterRow {...filters} shown={direction === 'all' ? total : (counts?.[direction] ?? null)} all={everything} />}
      {long && <p className={parts.note}>{words.long}</p>}
      {total === null && !failure && <Loading />}
      {failure && (
        <div className={parts.section}>
          <FailureNote failure={failure} actions={<Button onClick={again}>{records.all}</Button>} />
        </div>
      )}
      {narrowed && total === 0 && <Empty says={records.noMatch} action={<Button onClick={() => change([])}>{records.clearFilter}</Button>} />}
      {!narrowed && total === 0 && (
        <Empty
          says={words.empty}
          then={words.emptyThen}
          action={writable && <Button onClick={() => go({ page: 'new', kind: 'evidence_request', prefill: {} })}>{words.new}</Button>}
        />
      )}
      {lines.length > 0 && (
        <>
          <div className={styles.list}>
            <DataGrid
              label={words.grid}
              rows={lines}
              columns={columns}
              rowKey={lineNumber}
              choice={choice}
              groups={groups}
              groupOf={groupOf}
              drawn={wholeOf}
              {...(at && { selected: at.number })}
              {...(onShown && { onShown, sorted: true })}
              onPick={(line) => setChosen(line.number)}
              onOpen={(line) => {
                location.hash = recordAddress(line.number);
              }}
            />
          </div>
          {shown && (
            <section className={styles.detail} aria-label={shown.record.number}>
              <div className={styles.detailHead}>
                <h2>
                  <Ref>{shown.record.number}</Ref>
                </h2>
                <p>{shown.record.fields.title}</p>
                {writable && <Button onClick={() => go({ page: 'edit', number: shown.record.number, field: 'items' })}>{words.answer}</Button>}
              </div>
              <RequestItems whole={shown} request={shown.record} />
            </section>
          )}
        </>
      )}
    </>
  );
}

const filterFields = fieldsOf(kindNamed('evidence_request'));
const lineNumber = (line: RequestLine): string => line.number;
/** A line of a long list is another object when any of them is read, and drawn anew only when it was itself. */
const wholeOf = (line: RequestLine): unknown => line.whole;
const groupOf = (line: RequestLine): string => line.side;

/** The day and the hour by which a request is to be answered. */
function dueOf(answerBy: DateFact | undefined): { readonly due: string | null; readonly hour?: HourOfDay } {
  const hour = hourOfFact(answerBy);
  return { due: safeDay(answerBy), ...(hour !== null && { hour }) };
}
const groups = [
  { key: 'from', title: words.fromUs, note: words.tick(usualChase) },
  { key: 'to', title: words.toUs },
];
