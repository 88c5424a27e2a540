import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { kindNamed, kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { oldest } from '../../../shared/records/views/ageing.ts';
import { earliestDay } from '../../../shared/records/date-fact.ts';
import { usualChase, weAsked } from '../../../shared/records/views/owed.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { ofKind, useRecords, type Whole } from '../../answers/use-records.ts';
import { go, recordAddress } from '../../screen/route.ts';
import { useScreen, useToday, useWritable } from '../../screen/screen.ts';
import { Ageing } from '../../ui/ageing.tsx';
import { DataGrid, type GridColumn } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Loading } from '../../ui/not-there.tsx';
import { Ref } from '../../ui/ref.tsx';
import { State, stateLook, type Look } from '../../ui/state.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { usePicked } from '../../ui/use-picked.ts';
import parts from '../../ui/page-parts.module.css';
import { daysBetween } from '../../words/dates.ts';
import { records } from '../../words/records.ts';
import { requests as words } from '../../words/requests.ts';
import { partyOf, provided } from './ageing.ts';
import { ChosenRows } from '../list/chosen-rows.tsx';
import { fieldsOf, FilterButton, FilterRow } from '../list/filter-row.tsx';
import { useKeptFilters } from '../list/use-kept-filters.ts';
import { RequestItems } from './request-items.tsx';
import styles from './requests.module.css';

type Row = Whole & { record: RecordOf<'evidence_request'> };

/** Requests read whole at once, items and answers with them. */
const mostShown = 500;

/** Who owes whom an answer. The list above, the chosen request's items below, as in a mail program. */
export function RequestsPage() {
  const caseId = useScreen((now) => now.caseId);
  const today = useToday();
  const writable = useWritable();
  const [direction, setDirection] = useState<'all' | 'from' | 'to'>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const { filters: fields, change } = useKeptFilters('requests');
  const narrowed = fields.length > 0;
  const filters = { fields: filterFields, filters: fields, change };
  const list = useAnswer('records.list', {
    kind: 'evidence_request',
    sort: 'number',
    limit: mostShown,
    ...(caseId !== null && { caseId }),
    ...(narrowed && { fields: [...fields] }),
  });
  const found = useRecords((list.reply?.rows ?? []).map((row) => row.number));
  const all = useMemo(() => ofKind(found, 'evidence_request'), [found]);
  const rows = useMemo(
    () =>
      all
        .filter((row) => direction === 'all' || weAsked(row.record) === (direction === 'from'))
        .sort((a, b) => (oldest(b.record, today)?.days ?? -1) - (oldest(a.record, today)?.days ?? -1)),
    [all, direction, today],
  );
  const asked = all.filter((row) => weAsked(row.record)).map((row) => ({ open: oldest(row.record, today)?.waiting ?? 0, all: (row.record.fields.items ?? []).length }));
  const longest = Math.max(45, ...all.map((row) => oldest(row.record, today)?.days ?? 0));
  const columns = useMemo(() => columnsFor(today, longest), [today, longest]);
  const { picked, choice, clear } = usePicked(rows, rowId);
  const chosenRows = useMemo(() => picked.map(({ record }) => ({ number: record.number, kind: record.kind })), [picked]);
  /** Beyond what the page can weigh, nothing is counted as if it were all. */
  const total = list.reply?.total ?? 0;
  const people = useMemo(() => [...new Set(all.flatMap((row) => row.record.fields.owner ?? []))].sort(), [all]);
  const shown = rows.find((row) => row.record.id === chosen) ?? rows.find((row) => weAsked(row.record)) ?? rows[0];

  return (
    <>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.title}</h1>
        {picked.length > 0 ? (
          <ChosenRows rows={chosenRows} writable={writable} people={people} onDone={clear} />
        ) : (
          <>
            <p className={parts.headNote}>
              {all.length > 0 &&
                (total > mostShown
                  ? words.partOf(mostShown, total)
                  : words.note(
                      asked.length,
                      all.length - asked.length,
                      asked.reduce((n, one) => n + one.open, 0),
                      asked.reduce((n, one) => n + one.all, 0),
                    ))}
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
      {narrowed && <FilterRow {...filters} />}
      {!list.reply && !list.failure && <Loading />}
      {list.failure && (
        <div className={parts.section}>
          <FailureNote failure={list.failure} actions={<Button onClick={list.again}>{records.all}</Button>} />
        </div>
      )}
      {narrowed && list.reply?.rows.length === 0 && <Empty says={records.noMatch} action={<Button onClick={() => change([])}>{records.clearFilter}</Button>} />}
      {!narrowed && list.reply?.rows.length === 0 && (
        <Empty
          says={words.empty}
          then={words.emptyThen}
          action={writable && <Button onClick={() => go({ page: 'new', kind: 'evidence_request', prefill: {} })}>{words.new}</Button>}
        />
      )}
      {rows.length > 0 && (
        <>
          <div className={styles.list}>
            <DataGrid
              label={words.grid}
              rows={rows}
              columns={columns}
              rowKey={rowId}
              choice={choice}
              groups={groups}
              groupOf={groupOf}
              {...(shown && { selected: shown.record.id })}
              onPick={(row) => setChosen(row.record.id)}
              onOpen={(row) => {
                location.hash = recordAddress(row.record.number);
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
const rowId = (row: Row): string => row.record.id;
const groups = [
  { key: 'from', title: words.fromUs, note: words.tick(usualChase) },
  { key: 'to', title: words.toUs },
];
const groupOf = (row: Row): string => (weAsked(row.record) ? 'from' : 'to');

function columnsFor(today: string, longest: number): readonly GridColumn<Row>[] {
  return [
    { key: 'number', name: words.columns.number, width: '62px', sort: (row) => row.record.number, cell: (row) => <Ref>{row.record.number}</Ref> },
    {
      key: 'what',
      name: words.columns.what,
      width: 'minmax(220px, 460px)',
      sort: (row) => row.record.fields.title,
      cell: (row) => <span title={row.record.fields.title}>{row.record.fields.title}</span>,
    },
    {
      key: 'who',
      name: words.columns.who,
      width: 'minmax(100px, 180px)',
      from: 1000,
      sort: partyOf,
      cell: (row) => (
        <span className="muted" title={partyOf(row)}>
          {partyOf(row)}
        </span>
      ),
    },
    {
      key: 'asked',
      name: words.columns.asked,
      width: '112px',
      from: 720,
      cell: (row) => <UncertainDate fact={(weAsked(row.record) ? row.record.fields.asked : (row.record.fields.received ?? row.record.fields.asked)) ?? { certainty: 'unknown' }} />,
    },
    {
      key: 'due',
      name: words.columns.due,
      width: '84px',
      from: 1000,
      cell: (row) => (row.record.fields.answerBy ? <UncertainDate fact={row.record.fields.answerBy} /> : <span className="muted">{words.none}</span>),
    },
    { key: 'state', name: words.columns.state, width: '138px', sort: (row) => row.record.state, cell: (row) => <State look={lookOf(row.record, today)} /> },
    {
      key: 'items',
      name: words.columns.items,
      width: '52px',
      from: 1150,
      align: 'right',
      cell: (row) => {
        const all = (row.record.fields.items ?? []).length;
        return all === 0 ? null : <span className="muted">{words.itemsOf(provided(row.record), all)}</span>;
      },
    },
    {
      key: 'age',
      name: words.columns.age,
      width: '150px',
      from: 640,
      sort: (row) => oldest(row.record, today)?.days ?? -1,
      cell: (row) => {
        const age = oldest(row.record, today);
        if (!weAsked(row.record) || age === null) return null;
        return age.days === null ? (
          <span className="muted">{age.words}</span>
        ) : (
          <Ageing days={age.days} words={age.words} uncertain={age.uncertain} chaseAt={row.record.fields.chaseAfterDays ?? usualChase} longest={longest} />
        );
      },
    },
  ];
}

/** A request to us that is late says so; what others owe is never drawn as our lateness. */
function lookOf(request: Row['record'], today: string): Look {
  const due = request.fields.answerBy === undefined ? null : earliestDay(request.fields.answerBy);
  const closed = 'closed' in (kinds.evidence_request.states[request.state as keyof typeof kinds.evidence_request.states] ?? {}) || request.state === 'complied';
  if (!weAsked(request) && !closed && due !== null && due < today) return { shape: 'triangle', tone: 'late', word: words.daysLate(daysBetween(due, today)) };
  return stateLook('evidence_request', request.state);
}
