import type { SlimRow } from '../../../shared/contract/contract.ts';
import type { GridColumn } from '../../ui/data-grid.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { UncertainDate } from '../../ui/uncertain-date.tsx';
import { dayWords, distance, hourWords } from '../../words/dates.ts';
import { isDaysEnd } from '../../words/hours.ts';
import { docket } from '../../words/docket.ts';
import { groupOf, isOurs } from './groups.ts';
import { hourStrikes } from './hour-line.ts';
import styles from './docket.module.css';

const unknown = { certainty: 'unknown' } as const;

/** Day, time left, what, number, with whom; and the case, where `cases` names more than one. `now`: an hour before it has passed. */
export function docketColumns(today: string, now: number, cases: readonly SlimRow[] = []): readonly GridColumn<SlimRow>[] {
  const caseTitle = (row: SlimRow): string => cases.find((one) => one.id === row.caseId)?.title ?? '';
  return [
    { key: 'due', name: docket.columns.due, width: '108px', sort: (row) => row.due ?? '9999', cell: (row) => <Due row={row} today={today} now={now} /> },
    { key: 'left', name: docket.columns.left, quiet: true, width: '78px', cell: (row) => <Left row={row} today={today} /> },
    { key: 'title', name: docket.columns.what, width: 'minmax(200px, 620px)', sort: (row) => row.title, cell: (row) => <span title={row.title}>{row.title}</span> },
    ...(cases.length < 2
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

function Due({ row, today, now }: { row: SlimRow; today: string; now: number }) {
  if (row.due === null) return <UncertainDate fact={unknown} />;
  const words = dayWords(row.due, 'short', today);
  const hour = row.hour === undefined || isDaysEnd(row.hour) ? null : hourWords(row.hour.time);
  // The hour of a day is over before the day is.
  const passed = row.due === today && hour !== null && isOurs(row) && hourStrikes(row) < now;
  if (passed || groupOf(row, today) === 'overdue')
    return (
      <span className={styles.late}>
        <Mark shape="triangle" tone="late" />
        {passed ? docket.timePassed(hour) : words}
      </span>
    );
  if (row.due === today)
    return (
      <span className={styles.today}>
        <Mark shape="circleDot" />
        {hour === null ? docket.endOfDay : docket.byTime(hour)}
      </span>
    );
  return <span className={styles.plain}>{words}</span>;
}

function Left({ row, today }: { row: SlimRow; today: string }) {
  if (row.due === null) return null;
  if (row.due < today && !isOurs(row)) return <span className={styles.theirs}>{docket.theirsLate}</span>;
  return <span className={row.due < today ? styles.lateWord : 'muted'}>{distance(row.due, today)}</span>;
}
