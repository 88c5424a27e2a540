import { UnstyledButton } from '@mantine/core';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { loadOf, shade, type Load, type LoadDay } from '../../../shared/records/views/deadline-load.ts';
import { useScreen } from '../../screen/screen.ts';
import { useLooking } from '../../screen/use-looking.ts';
import { ChooseLook } from '../../ui/choose-look.tsx';
import parts from '../../ui/page-parts.module.css';
import { RowsBehind } from '../../ui/rows-behind.tsx';
import { dayWords } from '../../words/dates.ts';
import { weekOrder, writing } from '../../words/writing.ts';
import { load as words } from '../../words/load.ts';
import { isOurs } from '../../../shared/records/views/docket-groups.ts';
import { ExportFigure } from '../export/export-button.tsx';
import styles from './deadline-load.module.css';
import { isStopped } from '../../../shared/records/kinds/deadline-dates.ts';
import { isOneOf, useStanding } from '../../screen/standing.ts';

/** Where the coming year is full: a square a day, its figure and its ink by how much is due, or the same weeks as a table. */
export function DeadlineLoad({ rows }: { rows: readonly SlimRow[] }) {
  const looking = useLooking(rows);
  const { today } = looking;
  const [as, setAs] = useStanding<'map' | 'table'>('year', 'map', isOneOf(['map', 'table']));
  const caseId = useScreen((now) => now.caseId);
  const numbers = useMemo(() => rows.map((row) => row.number), [rows]);
  const { weekStart } = writing();
  const load = useMemo(
    () =>
      loadOf(
        rows.filter((row) => !isStopped(row)).map((row) => ({ due: row.due, hour: row.hour, ours: isOurs(row), number: row.number })),
        looking,
        weekStart,
      ),
    [rows, looking, weekStart],
  );
  const [opened, setOpened] = useState<string | null>(null);
  const open = useMemo(() => load.weeks.flatMap((week) => week.days).find((one) => one.day === opened) ?? null, [load, opened]);
  return (
    <div className={parts.scroll} tabIndex={0} role="region" aria-label={words.region}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.finding(load.busiest === null ? null : dayWords(load.busiest.start, 'short', today), load.busiest?.ours ?? 0)}</h2>
        <ChooseLook label={words.as} looks={['map', 'table']} words={words} value={as} onChange={setAs} />
        <ExportFigure name="deadline-load" caseId={caseId} numbers={numbers} />
      </div>
      <p className={styles.note}>
        {words.note} <span id="load-keys">{words.keys}</span>
      </p>
      {open !== null && open.numbers.length > 0 && (
        <div className={styles.behind}>
          <RowsBehind
            of={dayWords(open.day, 'full', today)}
            numbers={open.numbers}
            onClose={() => {
              setOpened(null);
              document.querySelector<HTMLElement>(`[role=grid] td[tabindex='0']`)?.focus();
            }}
          />
        </div>
      )}
      {as === 'map' ? <HeatMap load={load} today={today} onOpen={(one) => setOpened(one.day)} /> : <Weeks load={load} today={today} onOpen={(one) => setOpened(one.day)} />}
      <p className={styles.note}>{words.beside(load.late, load.awaited, load.later, load.undated)}</p>
    </div>
  );
}

/** A grid that is walked by the arrow keys, weeks down and days across; Enter opens what is due on the day. */
function HeatMap({ load, today, onOpen }: { load: Load; today: string; onOpen: (day: LoadDay) => void }) {
  const grid = useRef<HTMLTableElement>(null);
  const now = load.weeks[0]?.days.findIndex((one) => one.day === today) ?? 0;
  const [at, setAt] = useState<readonly [week: number, day: number]>([0, Math.max(0, now)]);
  const walk = (event: KeyboardEvent): void => {
    const next = nextSquare(at, event.key, load.weeks.length, event.ctrlKey);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.join(' ')}"]`)?.focus();
  };
  return (
    <table className={styles.map} ref={grid} role="grid" aria-label={words.caption} aria-describedby="load-keys" onKeyDown={walk}>
      <thead>
        <tr>
          <th scope="col">{words.week}</th>
          {weekOrder().map((i) => (
            <th key={i} scope="col">
              {words.days[i]}
            </th>
          ))}
          <th scope="col">{words.holidays}</th>
        </tr>
      </thead>
      <tbody>
        {load.weeks.map((week, w) => (
          <tr key={week.start}>
            <th scope="row" className="nowrap">
              {dayWords(week.start, 'short', today)}
            </th>
            {week.days.map((one, d) => (
              <td
                key={one.day}
                role="gridcell"
                data-at={`${w} ${d}`}
                tabIndex={at[0] === w && at[1] === d ? 0 : -1}
                data-shade={shade(one.ours, load.most)}
                data-off={one.off || undefined}
                data-today={one.day === today || undefined}
                aria-label={words.square(dayWords(one.day, 'full', today), one.holiday, one.past ? words.past : words.due(one.ours))}
                title={[dayWords(one.day, 'full', today), one.holiday ?? ''].filter(Boolean).join(', ')}
                onFocus={() => setAt([w, d])}
                onClick={() => one.ours > 0 && onOpen(one)}
                onKeyDown={(event) => {
                  if ((event.key !== 'Enter' && event.key !== ' ') || one.ours === 0) return;
                  event.preventDefault();
                  onOpen(one);
                }}
              >
                {one.ours > 0 && one.ours}
              </td>
            ))}
            <td className={styles.holidays}>
              {week.days
                .filter((one) => one.holiday !== null)
                .map((one) => words.holiday(dayWords(one.day, 'short', today), one.holiday ?? ''))
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Weeks({ load, today, onOpen }: { load: Load; today: string; onOpen: (day: LoadDay) => void }) {
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
                .map((one, i) => (
                  <span key={one.day}>
                    {i > 0 && ', '}
                    <UnstyledButton className={styles.day} onClick={() => onOpen(one)}>
                      {words.onDay(dayWords(one.day, 'short', today), one.ours)}
                    </UnstyledButton>
                  </span>
                ))}
            </td>
            <td className={styles.figure}>{week.theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The square a key leads to: a day on, a week on, four weeks on, the ends of a week; with Ctrl those of the year. Null for any other key and at an edge. */
export function nextSquare([week, day]: readonly [number, number], key: string, weeks: number, far: boolean): readonly [number, number] | null {
  const within = (w: number, d: number): readonly [number, number] | null => (w < 0 || w >= weeks || (w === week && d === day) ? null : [w, d]);
  switch (key) {
    case 'ArrowRight':
      return day === 6 ? within(week + 1, 0) : within(week, day + 1);
    case 'ArrowLeft':
      return day === 0 ? within(week - 1, 6) : within(week, day - 1);
    case 'ArrowDown':
      return within(week + 1, day);
    case 'ArrowUp':
      return within(week - 1, day);
    case 'PageDown':
      return within(Math.min(weeks - 1, week + 4), day);
    case 'PageUp':
      return within(Math.max(0, week - 4), day);
    case 'Home':
      return within(far ? 0 : week, 0);
    case 'End':
      return within(far ? weeks - 1 : week, 6);
    default:
      return null;
  }
}
