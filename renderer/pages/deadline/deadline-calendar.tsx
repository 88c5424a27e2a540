import { monthAndYear } from '../../../shared/calendar/day-words.ts';
import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import type { Looking } from '../../../shared/records/binding-hour.ts';
import { recordAddress } from '../../screen/route.ts';
import { useLooking } from '../../screen/use-looking.ts';
import { Mark } from '../../ui/mark.tsx';
import parts from '../../ui/page-parts.module.css';
import { PageButton } from '../../ui/page-button.tsx';
import { Ref } from '../../ui/ref.tsx';
import { counted } from '../../words/count.ts';
import { factWords } from '../../words/date-facts.ts';
import { dayWords } from '../../words/dates.ts';
import { bindingHour } from '../../words/hours.ts';
import { docket } from '../../words/docket.ts';
import { deadline as words } from '../../words/deadline.ts';
import { weekOrder } from '../../words/writing.ts';
import { groupOf } from '../../../shared/records/views/docket-groups.ts';
import { doubtWords } from '../docket/hour-line.ts';
import { moved, weeksOf, type CalendarDay } from './calendar-weeks.ts';
import styles from './deadline-calendar.module.css';
import { isTextOrNull, useStanding } from '../../screen/standing.ts';

/** How many lines a day of a month shows; the week shows them all. */
const most = 4;

/** Deadlines on a wall calendar, by file-by date: a month or a week. What has no date stands under it, never on a day. */
export function DeadlineCalendar({ rows, as }: { rows: readonly SlimRow[]; as: 'month' | 'week' }) {
  const looking = useLooking(rows);
  const { today } = looking;
  // Until somebody turns the page it is the month or week of today, also when that is another since it was opened.
  const [turned, setAt] = useStanding('day', null, isTextOrNull);
  const at = turned ?? today;
  const weeks = weeksOf(at, as);
  const byDay = useMemo(() => daysOf(rows), [rows]);
  const undated = byDay.get(null) ?? [];
  const [first, last] = [weeks[0]?.[0]?.text ?? at, weeks.at(-1)?.at(-1)?.text ?? at];
  const title = as === 'month' ? monthAndYear(at) : `${dayWords(first, 'short', today)} – ${dayWords(last, 'short', today)}`;
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={title}>
      <div className={styles.bar}>
        <h2 className={styles.title}>{title}</h2>
        <ActionIcon aria-label={words.earlier[as]} onClick={() => setAt(moved(at, as, -1))}>
          <IconChevronLeft size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={words.later[as]} onClick={() => setAt(moved(at, as, 1))}>
          <IconChevronRight size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
        <PageButton onClick={() => setAt(null)} disabled={first <= today && today <= last}>
          {words.today}
        </PageButton>
      </div>
      <table className={styles.calendar} data-as={as} style={{ '--weeks': weeks.length }}>
        <thead>
          <tr>
            {weekOrder().map((i) => (
              <th key={i} scope="col">
                {words.weekdays[i]?.[1].slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.text}>
              {week.map((day) => (
                <DayCell key={day.text} day={day} rows={byDay.get(day.text) ?? []} looking={looking} all={as === 'week'} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {undated.length > 0 && (
        <section className={parts.section}>
          <h2 className={parts.sectionTitle}>{words.undated}</h2>
          <ul className={styles.undated}>
            {undated.map((row) => (
              <li key={row.id}>
                <Mark shape="unknown" tone="wait" /> <Ref inText>{row.number}</Ref> {row.title}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function daysOf(rows: readonly SlimRow[]): ReadonlyMap<string | null, readonly SlimRow[]> {
  const days = new Map<string | null, SlimRow[]>();
  for (const row of rows) days.set(row.due, [...(days.get(row.due) ?? []), row]);
  return days;
}

function DayCell({ day, rows, looking, all }: { day: CalendarDay; rows: readonly SlimRow[]; looking: Looking; all: boolean }) {
  const { today } = looking;
  const shown = all || rows.length <= most ? rows : rows.slice(0, most - 1);
  return (
    <td data-off={day.off || undefined} data-outside={!day.inMonth || undefined} aria-current={day.text === today ? 'date' : undefined}>
      <p className={styles.day}>
        <span className={styles.number}>{day.number}</span>
        {day.holiday && <span className={styles.holiday}>{day.holiday}</span>}
      </p>
      <ul>
        {shown.map((row) => {
          const group = groupOf(row, looking);
          const rests = row.doubt === undefined ? '' : doubtWords(row.doubt, today);
          const hour = row.due === null ? '' : bindingHour(row.due, row.hour, today);
          return (
            <li key={row.id}>
              <a className={styles.entry} href={recordAddress(row.number)} title={[row.number, hour, row.title, rests].filter((part) => part !== '').join(' ')} data-group={group}>
                {row.doubt !== undefined && <span className={styles.hour}>{factWords(row.doubt, 'short', today)}</span>}
                {hour !== '' && <span className={styles.hour}>{hour}</span>}
                {group === 'awaited' && <span className={styles.hour}>{docket.theirsLate}</span>}
                {group === 'overdue' && <Mark shape="triangle" tone="late" />}
                {group === 'overdue' && ' '}
                {row.title}
              </a>
            </li>
          );
        })}
      </ul>
      {shown.length < rows.length && <p className={styles.more}>{words.moreOn(counted(rows.length - shown.length, 'more', 'more'))}</p>}
    </td>
  );
}
