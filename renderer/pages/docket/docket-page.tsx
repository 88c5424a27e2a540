import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { go, recordAddress } from '../../screen/route.ts';
import { nowInstant, setScreen, useScreen, useToday, useWritable, useZone } from '../../screen/screen.ts';
import { DataGrid, type GridColumn } from '../../ui/data-grid.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { Ref } from '../../ui/ref.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import parts from '../../ui/page-parts.module.css';
import { dayAt, dayWords, distance, longDay, timeAt, zoneCity } from '../../words/dates.ts';
import { docket } from '../../words/docket.ts';
import { ConflictLines } from '../duties/conflict-lines.tsx';
import { NewMenu } from '../list/new-menu.tsx';
import { useOpenRows } from '../../working-set/use-rows.ts';
import { DocketSide } from './docket-side.tsx';
import { byDue, docketGroups, groupOf, isOurs, onDocket } from './groups.ts';
import { useReasons } from './reasons.ts';
import styles from './docket.module.css';

const unknown = { certainty: 'unknown' } as const;

/** The first screen of the day: what is due and why, and beside it what others owe, what is stuck, what is new. */
export function DocketPage() {
  const today = useToday();
  const caseId = useScreen((now) => now.caseId);
  const writable = useWritable();
  const { rows: open, ready } = useOpenRows();
  const cases = useMemo(() => open.filter((row) => row.kind === 'case'), [open]);
  const rows = useMemo(() => open.filter((row) => onDocket(row) && (caseId === null || row.caseId === caseId)).sort(byDue), [open, caseId]);
  const { groups, keyOf } = useMemo(() => docketGroups(rows, today), [rows, today]);
  const reasons = useReasons(rows, today);
  const below = useMemo(() => ['title', (row: SlimRow) => reasons.get(row.id)] as const, [reasons]);
  const columns = useMemo(() => columnsFor(today, cases, caseId !== null || cases.length < 2), [today, cases, caseId]);

  return (
    <Page
      side={<DocketSide open={open} caseId={caseId} />}
      sideName={docket.side}
      head={(sideButton) => (
        <div className={parts.head}>
          <h1 className={parts.headTitle}>{docket.title}</h1>
          <Now />
          {cases.length > 1 && cases.length < 5 && (
            <SegmentedControl
              aria-label={docket.which}
              value={caseId ?? ''}
              onChange={(value) => setScreen({ caseId: value === '' ? null : value })}
              data={[{ value: '', label: docket.all }, ...cases.map((one) => ({ value: one.id, label: shortTitle(one.title) }))]}
            />
          )}
          {sideButton}
          {writable && <NewMenu />}
        </div>
      )}
    >
      <ConflictLines />
      {ready && rows.length === 0 ? (
        <Empty
          says={docket.empty}
          then={docket.emptyThen}
          action={writable && <Button onClick={() => go({ page: 'new', kind: 'deadline', prefill: {} })}>{docket.newDeadline}</Button>}
        />
      ) : (
        <DataGrid
          label={docket.grid}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          groups={groups}
          groupOf={keyOf}
          below={below}
          onOpen={(row) => {
            location.hash = recordAddress(row.number);
          }}
        />
      )}
    </Page>
  );
}

const shortTitle = (title: string): string => (title.length > 24 ? `${title.slice(0, 23).trimEnd()}…` : title);

function columnsFor(today: string, cases: readonly SlimRow[], oneCase: boolean): readonly GridColumn<SlimRow>[] {
  const caseTitle = (row: SlimRow): string => cases.find((one) => one.id === row.caseId)?.title ?? '';
  return [
    { key: 'due', name: docket.columns.due, width: '108px', sort: (row) => row.due ?? '9999', cell: (row) => <Due row={row} today={today} /> },
    { key: 'left', name: docket.columns.left, quiet: true, width: '78px', cell: (row) => <Left row={row} today={today} /> },
    { key: 'title', name: docket.columns.what, width: 'minmax(200px, 620px)', sort: (row) => row.title, cell: (row) => <span title={row.title}>{row.title}</span> },
    ...(oneCase
      ? []
      : [
          {
            key: 'case',
            name: docket.columns.case,
            width: '132px',
            from: 1000,
            sort: caseTitle,
            cell: (row: SlimRow) => (
              <span className="muted" title={caseTitle(row)}>
                {caseTitle(row)}
              </span>
            ),
          },
        ]),
    { key: 'number', name: docket.columns.number, width: '72px', sort: (row) => row.number, cell: (row) => <Ref>{row.number}</Ref> },
    {
      key: 'with',
      name: docket.columns.with,
      width: '132px',
      from: 780,
      sort: (row) => row.shown?.['owner'] ?? '',
      cell: (row) => (
        <span className="muted" title={row.shown?.['owner']}>
          {row.shown?.['owner']}
        </span>
      ),
    },
  ];
}

function Due({ row, today }: { row: SlimRow; today: string }) {
  if (row.due === null) return <UncertainDate fact={unknown} />;
  const words = dayWords(row.due, 'short', today);
  if (groupOf(row, today) === 'overdue')
    return (
      <span className={styles.late}>
        <Mark shape="triangle" tone="late" />
        {words}
      </span>
    );
  if (row.due === today)
    return (
      <span className={styles.today}>
        <Mark shape="circleDot" />
        {docket.endOfDay}
      </span>
    );
  return <span className={styles.plain}>{words}</span>;
}

function Left({ row, today }: { row: SlimRow; today: string }) {
  if (row.due === null) return null;
  if (row.due < today && !isOurs(row)) return <span className={styles.theirs}>{docket.theirsLate}</span>;
  return <span className={row.due < today ? styles.lateWord : 'muted'}>{distance(row.due, today)}</span>;
}

/** Day, hour and the city whose clocks they are. */
function Now() {
  const zone = useZone();
  const asOf = useScreen((now) => now.asOf);
  const [now, setNow] = useState(nowInstant);
  useEffect(() => {
    const tick = setInterval(() => setNow(nowInstant()), 15_000);
    return () => clearInterval(tick);
  }, []);
  const at = asOf ?? now;
  return <p className={parts.headNote}>{docket.now(longDay(dayAt(at, zone)), timeAt(at, zone), zoneCity(zone))}</p>;
}
