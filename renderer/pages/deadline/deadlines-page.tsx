import { daysAfter } from '../../../shared/calendar/day.ts';
import { TextInput } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import type { Looking } from '../../../shared/records/binding-hour.ts';
import { go, recordAddress } from '../../screen/route.ts';
import { useScreen, useToday, useWritable } from '../../screen/screen.ts';
import { useLooking } from '../../screen/use-looking.ts';
import { ChooseLook } from '../../ui/choose-look.tsx';
import { DataGrid } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loading } from '../../ui/not-there.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { longDay } from '../../words/dates.ts';
import { deadline as words } from '../../words/deadline.ts';
import { docket } from '../../words/docket.ts';
import { importing } from '../../words/exchange.ts';
import { records } from '../../words/records.ts';
import { useOpenRows } from '../../working-set/use-rows.ts';
import { byDue, docketGroups } from '../docket/groups.ts';
import { dayOfAgenda, docketNotes, docketTitles } from '../../../shared/records/views/docket-groups.ts';
import { docketColumns } from '../docket/docket-columns.tsx';
import { hourLine } from '../docket/hour-line.ts';
import { ExportButton } from '../export/export-button.tsx';
import { useListOnPaper, type OrderRef } from '../../print/list-on-paper.ts';
import { list } from '../../words/list.ts';
import { ListPage } from '../list/list-page.tsx';
import { rowHolds } from '../list/use-lines.ts';
import { DeadlineCalendar } from './deadline-calendar.tsx';
import { DeadlineLoad } from './deadline-load.tsx';
import styles from './deadline-calendar.module.css';
import { typedWords } from '../../../shared/records/typed-words.ts';
import { isOneOf, useStanding } from '../../screen/standing.ts';

const looks = ['list', 'week', 'month', 'agenda', 'load', 'all'] as const;
type Look = (typeof looks)[number];
const kind = ['deadline'] as const;

/** Every time limit, by file-by date: as a list, on a wall calendar, or day by day. The closed ones stand in the last look. */
export function DeadlinesPage({ extra }: { extra?: ReactNode }) {
  const [as, setAs] = useStanding<Look>('look', 'list', isOneOf(looks));
  const caseId = useScreen((now) => now.caseId);
  const today = useToday();
  const writable = useWritable();
  const [filter, setFilter] = useState('');
  const { rows: open, ready, whole } = useOpenRows(kind);
  const rows = useMemo(() => {
    const asked = typedWords(filter);
    return open.filter((row) => (caseId === null || row.caseId === caseId) && rowHolds(row, asked)).sort(byDue);
  }, [open, caseId, filter]);
  const numbers = useMemo(() => rows.map((row) => row.number), [rows]);
  const { order, paper } = useListOnPaper(
    {
      columns: ['due', 'title', 'number', 'owner'],
      byDay: as === 'agenda' ? 'agenda' : 'docket',
      narrowed: [list.openOnes, ...(filter.trim() === '' ? [] : [list.holding(filter.trim())])].join('. '),
    },
    numbers,
  );
  const create = (): void => go({ page: 'new', kind: 'deadline', prefill: {} });
  const choice = <ChooseLook label={words.looks} looks={looks} words={words.look} value={as} onChange={setAs} />;
  if (as === 'all') return <ListPage kindName="deadline" extra={choice} everything />;
  return (
    <div className={parts.place}>
      <div className={parts.head}>
        <h1 className={parts.headTitle}>{words.plural}</h1>
        <p className={`${parts.headNote} ${parts.headCount}`}>{ready && words.openCount(rows.length, whole)}</p>
        <TextInput
          aria-label={records.filter(words.plural)}
          placeholder={records.filter(words.plural)}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          w={200}
          data-find
        />
        {choice}
        <ExportButton kind="deadline" numbers={numbers} paper={paper} />
        {writable && (
          <div className={parts.acts}>
            <PageButton onClick={() => go({ page: 'import', kind: 'deadline' })}>{importing.open}</PageButton>
            <PageButton onClick={create}>{words.new}</PageButton>
          </div>
        )}
      </div>
      {extra && <div className={styles.extra}>{extra}</div>}
      {!ready && <Loading />}
      {ready && rows.length === 0 && as !== 'month' && as !== 'week' && as !== 'load' && (
        <Empty
          says={filter === '' ? docket.empty : records.noMatch}
          {...(filter === '' && { then: words.emptyThen, helped: true })}
          action={filter === '' ? writable && <PageButton onClick={create}>{words.new}</PageButton> : <PageButton onClick={() => setFilter('')}>{records.clearFilter}</PageButton>}
        />
      )}
      {ready && (as === 'month' || as === 'week') && <DeadlineCalendar key={as} rows={rows} as={as} />}
      {ready && as === 'load' && <DeadlineLoad rows={rows} />}
      {ready && rows.length > 0 && (as === 'list' || as === 'agenda') && <Lines rows={rows} today={today} byDay={as === 'agenda'} order={order} />}
    </div>
  );
}

function Lines({ rows, today, byDay, order }: { rows: readonly SlimRow[]; today: string; byDay: boolean; order: OrderRef }) {
  const looking = useLooking(rows);
  const { groups, keyOf } = useMemo(() => (byDay ? agenda(rows, looking) : docketGroups(rows, looking)), [rows, looking, byDay]);
  const columns = useMemo(() => docketColumns(looking), [looking]);
  const below = useMemo(() => ['title', (row: SlimRow) => hourLine(row, today)] as const, [today]);
  return (
    <DataGrid
      label={words.plural}
      rows={rows}
      columns={columns}
      textOf={rowTitle}
      rowKey={(row) => row.id}
      recordOf={rowNumber}
      inOrder={order}
      groups={groups}
      groupOf={keyOf}
      below={below}
      onOpen={(row) => {
        location.hash = recordAddress(row.number);
      }}
    />
  );
}

/** One heading a day. What is late comes first under one heading, what has no date last. */
function agenda(rows: readonly SlimRow[], at: Looking): ReturnType<typeof docketGroups> {
  const { today } = at;
  const keyOf = (row: SlimRow): string => dayOfAgenda(row, at);
  const days = [...new Set(rows.map(keyOf))].filter((key) => /^\d/.test(key)).sort();
  const near = new Map([
    [today, words.todayNote],
    [daysAfter(today, 1), words.tomorrow],
  ]);
  return {
    groups: [
      { key: 'overdue', title: docketTitles.overdue },
      { key: 'awaited', title: docketTitles.awaited, note: docketNotes.awaited },
      ...days.map((day) => ({ key: day, title: longDay(day), ...(near.has(day) && { note: near.get(day) ?? '' }) })),
      { key: 'stopped', title: docketTitles.stopped, note: docketNotes.stopped },
      { key: 'undated', title: docketTitles.undated },
    ],
    keyOf,
  };
}

const rowNumber = (row: SlimRow): string => row.number;
const rowTitle = (row: SlimRow): string => row.title;
