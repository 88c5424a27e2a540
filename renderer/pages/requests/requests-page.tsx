import { useMemo } from 'react';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { usualChase } from '../../../shared/records/views/owed.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { go, recordAddress } from '../../screen/route.ts';
import { useScreen, useWritable } from '../../screen/screen.ts';
import { useLooking } from '../../screen/use-looking.ts';
import { ChooseLook } from '../../ui/choose-look.tsx';
import { DataGrid, type GridSort } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/not-there.tsx';
import { Ref } from '../../ui/ref.tsx';
import { usePicked } from '../../ui/use-picked.ts';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { records } from '../../words/records.ts';
import { requests as words } from '../../words/requests.ts';
import { ChosenRows } from '../list/chosen-rows.tsx';
import { useListOnPaper } from '../../print/list-on-paper.ts';
import { ExportButton } from '../export/export-button.tsx';
import { usual } from '../list/columns.tsx';
import { fieldsOf, FilterButton, FilterRow, useConditions } from '../list/filter-row.tsx';
import { useChooseAgain } from '../list/go-on-many.ts';
import { useKeptFilters } from '../list/use-kept-filters.ts';
import { dueOf } from './ageing.ts';
import { requestColumns } from './request-columns.tsx';
import { RequestItems } from './request-items.tsx';
import { useRequestLines, type RequestLine } from './use-request-lines.ts';
import styles from './requests.module.css';
import { isSort, isTextOrNull, useStanding } from '../../screen/standing.ts';

/** Who owes whom an answer. The list above, the chosen request's items below, as in a mail program. */
export function RequestsPage() {
  const caseId = useScreen((now) => now.caseId);
  const writable = useWritable();
  const [sort, setSort] = useStanding<GridSort>('order', [], isSort);
  const [chosen, setChosen] = useStanding('chosen', null, isTextOrNull);
  const { filters: fields, change, choice: kept, choose } = useKeptFilters('requests');
  const direction = kept === 'from' || kept === 'to' ? kept : 'all';
  const narrowed = fields.length > 0;
  const filters = { fields: filterFields, filters: fields, change };
  const { lines, read, total, counts, failure, again, onShown } = useRequestLines(fields, direction, sort);
  const everything =
    useAnswer('records.numbers', narrowed ? { kind: 'evidence_request', sort: 'number', first: 1, ...(caseId !== null && { caseId }) } : null).reply?.total ?? null;
  const longest = Math.max(45, counts?.longest ?? 0);
  const looking = useLooking(useMemo(() => read.map((row) => dueOf(row.record.fields.answerBy)), [read]));
  const columns = useMemo(() => requestColumns(looking, longest), [looking, longest]);
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
  const numbers = useMemo(() => lines.map(lineNumber), [lines]);
  const { says: conditions } = useConditions(filterFields, fields);
  const narrowedBy = [...(direction === 'all' ? [] : [words.onPaper[direction]]), ...conditions].join('. ').replaceAll('\u00a0', ' ');
  const { order, paper } = useListOnPaper(
    {
      columns: ['number', 'title', ...(requestKind ? usual(requestKind) : [])],
      group: 'direction',
      ...(narrowedBy !== '' && { narrowed: narrowedBy }),
      ...(everything !== null && { total: everything }),
    },
    numbers,
  );

  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        {picked.length > 0 ? (
          <ChosenRows rows={chosenRows} writable={writable} people={people} paper={paper} onDone={clear} />
        ) : (
          <>
            <p className={`${parts.headNote} ${parts.headCount}`}>{counts && counts.from + counts.to > 0 && words.note(counts.from, counts.to, counts.waiting, counts.items)}</p>
            <ChooseLook
              label={words.which}
              looks={['all', 'from', 'to']}
              words={{ all: words.all, from: words.fromUs, to: words.toUs }}
              value={direction}
              onChange={(which) => choose(which === 'all' ? null : which)}
            />
            <FilterButton {...filters} />
            <ExportButton kind="evidence_request" numbers={numbers} paper={paper} />
            {writable && <PageButton onClick={() => go({ page: 'new', kind: 'evidence_request', prefill: {} })}>{words.new}</PageButton>}
          </>
        )}
      </div>
      {narrowed && <FilterRow {...filters} shown={direction === 'all' ? total : (counts?.[direction] ?? null)} all={everything} />}
      {total === null && !failure && <Loading />}
      {failure && (
        <div className={parts.section}>
          <FailureNote failure={failure} actions={<PageButton onClick={again}>{records.all}</PageButton>} />
        </div>
      )}
      {narrowed && total === 0 && <Empty says={records.noMatch} action={<PageButton onClick={() => change([])}>{records.clearFilter}</PageButton>} />}
      {!narrowed && total === 0 && (
        <Empty
          says={words.empty}
          then={words.emptyThen}
          helped
          action={writable && <PageButton onClick={() => go({ page: 'new', kind: 'evidence_request', prefill: {} })}>{words.new}</PageButton>}
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
              recordOf={lineNumber}
              inOrder={order}
              choice={choice}
              groups={groups}
              groupOf={groupOf}
              drawn={wholeOf}
              {...(at && { selected: at.number })}
              sort={sort}
              onSort={setSort}
              sorted
              {...(onShown && { onShown })}
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
                {writable && <PageButton onClick={() => go({ page: 'edit', number: shown.record.number, field: 'items' })}>{words.answer}</PageButton>}
              </div>
              <RequestItems whole={shown} request={shown.record} />
            </section>
          )}
        </>
      )}
    </>
  );
}

const requestKind = kindNamed('evidence_request');
const filterFields = fieldsOf(requestKind);
const lineNumber = (line: RequestLine): string => line.number;
/** A line of a long list is another object when any of them is read, and drawn anew only when it was itself. */
const wholeOf = (line: RequestLine): unknown => line.whole;
const groupOf = (line: RequestLine): string => line.side;

const groups = [
  { key: 'from', title: words.fromUs, note: words.tick(usualChase) },
  { key: 'to', title: words.toUs },
];
