import type { SlimRow } from '../../../shared/contract/contract.ts';
import { dueStanding, isDaysEnd, type Looking } from '../../../shared/records/binding-hour.ts';
import { isStopped } from '../../../shared/records/kinds/deadline-dates.ts';
import type { GridColumn } from '../../ui/data-grid.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ref } from '../../ui/ref.tsx';
import { dateShape, UncertainDate } from '../../ui/uncertain-date.tsx';
import { dayWords, distance, hourWords } from '../../words/dates.ts';
import { docket } from '../../words/docket.ts';
import { groupOf, isOurs } from '../../../shared/records/views/docket-groups.ts';
import { doubtWords } from './hour-line.ts';
import styles from './docket.module.css';

const unknown = { certainty: 'unknown' } as const;

/** Day, time left, what, number, with whom; and the case, where `cases` names more than one. */
export function docketColumns(at: Looking, cases: readonly SlimRow[] = []): readonly GridColumn<SlimRow>[] {
  const caseTitle = (row: SlimRow): string => cases.find((one) => one.id === row.caseId)?.title ?? '';
  return [
    { key: 'due', name: docket.columns.due, width: '108px', sort: (row) => row.due ?? '9999', cell: (row) => <Due row={row} at={at} /> },
    { key: 'left', name: docket.columns.left, quiet: true, width: '78px', cell: (row) => <Left row={row} at={at} /> },
    { key: 'title', name: docket.columns.what, width: 'minmax(200px, 620px)', sort: (row) => row.title, cell: (row) => <span title={row.title}>{row.title}</span> },
    ...(cases.length < 2
      ? []
      : [
          {
            key: 'case',
            name: docket.columns.case,
            width: 'minmax(132px, 240px)',
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

function Due({ row, at }: { row: SlimRow; at: Looking }) {
  if (row.due === null) return <UncertainDate fact={unknown} />;
  const { today } = at;
  const group = groupOf(row, at);
  const hour = row.hour === undefined || isDaysEnd(row.hour) ? null : hourWords(row.hour.time);
  // A day that rests on less is not shown as if it were sure: its mark stands before it, its words under it.
  const unsure = row.doubt === undefined ? null : dateShape(row.doubt);
  const words = dayWords(row.due, 'short', today);
  const day = unsure === null || row.doubt === undefined ? words : <Unsure day={words} title={doubtWords(row.doubt, today)} />;
  if (group === 'overdue')
    return (
      <span className={styles.late}>
        <Mark shape="triangle" tone="late" />
        {/* The hour of a day is over before the day is. */}
        {hour !== null && row.due >= today ? docket.timePassed(hour) : day}
      </span>
    );
  if (group === 'today')
    return (
      <span className={styles.today}>
        <Mark shape="circleDot" />
        {unsure !== null ? day : hour === null ? docket.endOfDay : docket.byTime(hour)}
      </span>
    );
  if (unsure !== null)
    return (
      <span className={styles.unsure}>
        <Mark shape={unsure} tone="wait" />
        {day}
      </span>
    );
  return <span className={styles.plain}>{words}</span>;
}

function Unsure({ day, title }: { day: string; title: string }) {
  return (
    <span className={styles.dotted} title={title}>
      {day}
    </span>
  );
}

function Left({ row, at }: { row: SlimRow; at: Looking }) {
  if (row.due === null) return null;
  const { today } = at;
  if (isStopped(row)) return null;
  const { passed } = dueStanding(row.due, row.hour, at);
  if (passed && !isOurs(row)) return <span className={styles.theirs}>{docket.theirsLate}</span>;
  // Late by an hour is no day late; what is still to be done where the day goes on is for today.
  const words = passed && row.due >= today ? docket.lateNow : distance(!passed && row.due < today ? today : row.due, today);
  return <span className={passed ? styles.lateWord : 'muted'}>{words}</span>;
}
