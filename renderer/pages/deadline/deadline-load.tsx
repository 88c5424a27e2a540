import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { loadOf, shade, type Load } from '../../../shared/records/views/deadline-load.ts';
import { useScreen } from '../../screen/screen.ts';
import { useLooking } from '../../screen/use-looking.ts';
import parts from '../../ui/page-parts.module.css';
import { dayWords } from '../../words/dates.ts';
import { weekOrder, writing } from '../../words/writing.ts';
import { load as words } from '../../words/load.ts';
import { isOurs } from '../docket/groups.ts';
import { ExportFigure } from '../export/export-button.tsx';
import styles from './deadline-load.module.css';

/** Where the coming weeks are full: a square a day, its figure and its ink by how much is due, or the same weeks as a table. */
export function DeadlineLoad({ rows }: { rows: readonly SlimRow[] }) {
  const looking = useLooking(rows);
  const { today } = looking;
  const [as, setAs] = useState<'map' | 'table'>('map');
  const caseId = useScreen((now) => now.caseId);
  const numbers = useMemo(() => rows.map((row) => row.number), [rows]);
  const { weekStart } = writing();
  const load = useMemo(
    () =>
      loadOf(
        rows.map((row) => ({ due: row.due, hour: row.hour, ours: isOurs(row) })),
        looking,
        weekStart,
      ),
    [rows, looking, weekStart],
  );
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.region}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.finding(load.busiest === null ? null : dayWords(load.busiest.start, 'short', today), load.busiest?.ours ?? 0)}</h2>
        <SegmentedControl
          aria-label={words.as}
          value={as}
          onChange={(value) => setAs(value === 'table' ? 'table' : 'map')}
          data={[
            { value: 'map', label: words.map },
            { value: 'table', label: words.table },
          ]}
        />
        <ExportFigure name="deadline-load" caseId={caseId} numbers={numbers} />
      </div>
      <p className={styles.note}>{words.note}</p>
      {as === 'map' ? <HeatMap load={load} today={today} /> : <Weeks load={load} today={today} />}
      <p className={styles.note}>{words.beside(load.late, load.later, load.undated)}</p>
    </div>
  );
}

function HeatMap({ load, today }: { load: Load; today: string }) {
  return (
    <table className={styles.map}>
      <caption className="hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.week}</th>
          {weekOrder().map((i) => (
            <th key={i} scope="col">
              {words.days[i]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {load.weeks.map((week) => (
          <tr key={week.start}>
            <th scope="row" className="nowrap">
              {dayWords(week.start, 'short', today)}
            </th>
            {week.days.map((one) => (
              <td
                key={one.day}
                data-shade={shade(one.ours, load.most)}
                data-off={one.off || undefined}
                data-today={one.day === today || undefined}
                title={[dayWords(one.day, 'full', today), one.holiday ?? ''].filter(Boolean).join(', ')}
              >
                {one.ours > 0 ? one.ours : <span className="hidden">{one.past ? words.past : words.nothing}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Weeks({ load, today }: { load: Load; today: string }) {
  const full = load.weeks.filter(({ ours, theirs }) => ours + theirs > 0);
  if (full.length === 0) return <p className={styles.note}>{words.none}</p>;
  return (
    <table className={styles.weeks}>
      <caption className="hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.week}</th>
          <th scope="col" className={styles.figure}>
            {words.ours}
          </th>
          <th scope="col">{words.onDays}</th>
          <th scope="col" className={styles.figure}>
            {words.theirs}
          </th>
        </tr>
      </thead>
      <tbody>
        {full.map((week) => (
          <tr key={week.start}>
            <th scope="row" className="nowrap">
              {dayWords(week.start, 'full', today)}
            </th>
            <td className={styles.figure}>{week.ours}</td>
            <td>
              {week.days
                .filter(({ ours }) => ours > 0)
                .map(({ day, ours }) => words.onDay(dayWords(day, 'short', today), ours))
                .join(', ')}
            </td>
            <td className={styles.figure}>{week.theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
