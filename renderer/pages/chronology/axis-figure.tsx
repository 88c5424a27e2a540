import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Happening } from '../../../shared/records/views/course.ts';
import { useToday } from '../../screen/screen.ts';
import { factWords } from '../../words/date-facts.ts';
import { shortMonthAndYear } from '../../words/dates.ts';
import { chronology as words } from '../../words/chronology.ts';
import type { Axis, Bar } from '../../../shared/records/views/axis.ts';
import styles from './chronology.module.css';

/** Height of a lane and of the line of ticks, in pixels. */
const [laneHeight, tickHeight] = [14, 24];
/** The most lanes that are drawn in full: more would push the list out of sight, so the lanes draw together. */
const mostHeight = 220;

/** So many ticks stand close: the name behind one with its year would touch it. */
const close = 10;
const withYear = (day: string, i: number): boolean => i === 0 || day.slice(5, 7) === '01';

/** The month, with its year where that is another; none where the name before it takes its room. */
function tickName(ticks: Axis['ticks'], i: number): string {
  const day = ticks[i]?.day ?? '';
  if (withYear(day, i)) return shortMonthAndYear(day);
  const before = ticks[i - 1]?.day;
  return ticks.length > close && before !== undefined && withYear(before, i - 1) ? '' : shortMonthAndYear(day).slice(0, 3);
}

interface AxisFigureProps {
  readonly axis: Axis;
  readonly course: readonly Happening[];
  readonly picked: string | null;
  readonly onPick: (id: string | null) => void;
  /** What can be done with it. */
  readonly act?: ReactNode;
}
/**
 * When things happened, as far as that is known: a day is a point, a doubt as wide as it is, an open end broken. Arrows walk along the marks, Enter shows the line of one
 * in the list, which has every word of it.
 */
export function AxisFigure({ axis, course, picked, onPick, act }: AxisFigureProps) {
  const today = useToday();
  const [at, setAt] = useState(0);
  const lane = Math.min(laneHeight, mostHeight / Math.max(1, axis.lanes));
  const height = tickHeight + axis.lanes * lane + 10;
  const byId = new Map(course.map((one) => [one.id, one]));
  const pick = (id: string): void => onPick(id === picked ? null : id);
  const onKey = (event: KeyboardEvent<SVGGElement>, i: number): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return pick(axis.bars[i]?.id ?? '');
    }
    const next = { ArrowRight: i + 1, ArrowDown: i + 1, ArrowLeft: i - 1, ArrowUp: i - 1, Home: 0, End: axis.bars.length - 1 }[event.key];
    if (next === undefined || axis.bars[next] === undefined) return;
    event.preventDefault();
    event.currentTarget.parentElement?.querySelectorAll<SVGGElement>('[data-mark]')[next]?.focus();
  };
  const says = (bar: Bar): string => {
    const one = byId.get(bar.id);
    return one ? words.mark(one.number, [words.kind[one.kind], one.words].filter((part) => part !== '').join(': '), factWords(one.at, 'full', today)) : bar.number;
  };
  const reached = Math.min(at, axis.bars.length - 1);
  return (
    <figure className={styles.axis}>
      <figcaption className={styles.head}>
        <h2>{words.axisTitle(axis.bars.length, shortMonthAndYear(axis.first), shortMonthAndYear(axis.last))}</h2>
        {act}
      </figcaption>
      <p className={styles.note}>{words.axisNote}</p>
      <svg width="100%" height={height} role="group" aria-label={words.axis(axis.bars.length, axis.undated)}>
        {axis.ticks.map((tick, i) => (
          <svg key={tick.day} x={`${tick.x * 100}%`} overflow="visible" aria-hidden>
            <line className={styles.tick} y1={0} y2={height} />
            <text className={styles.tickName} x={5} y={14}>
              {tickName(axis.ticks, i)}
            </text>
          </svg>
        ))}
        {axis.bars.map((bar, i) => (
          <g
            key={bar.id}
            className={styles.bar}
            data-mark
            data-picked={bar.id === picked || undefined}
            role="button"
            aria-label={says(bar)}
            aria-pressed={bar.id === picked}
            tabIndex={i === reached ? 0 : -1}
            onClick={() => pick(bar.id)}
            onFocus={() => setAt(i)}
            onKeyDown={(event) => onKey(event, i)}
          >
            <BarMark bar={bar} y={tickHeight + bar.lane * lane + lane / 2} />
          </g>
        ))}
      </svg>
      <p className={styles.key} aria-hidden>
        {(['day', 'about', 'range', 'disputed'] as const)
          .filter((look) => axis.bars.some((bar) => bar.look === look))
          .map((look) => (
            <span key={look}>
              <svg width={26} height={12}>
                <BarMark
                  bar={{
                    id: look,
                    number: '',
                    x: look === 'day' || look === 'about' ? 0.5 : 0.1,
                    width: look === 'day' || look === 'about' ? 0 : 0.8,
                    lane: 0,
                    look,
                    openStart: false,
                    openEnd: false,
                    readings: look === 'disputed' ? [0.15, 0.85] : [],
                  }}
                  y={6}
                />
              </svg>
              {words.key[look]}
            </span>
          ))}
        {axis.undated > 0 && <span>{words.undated(axis.undated)}</span>}
      </p>
    </figure>
  );
}

function BarMark({ bar, y }: { bar: Bar; y: number }) {
  const at = (share: number): string => `${share * 100}%`;
  if (bar.look === 'day') return <circle className={styles.day} cx={at(bar.x)} cy={y} r={4} />;
  if (bar.look === 'about') return <circle className={styles.about} cx={at(bar.x)} cy={y} r={4} />;
  return (
    <>
      <line className={styles.span} x1={at(bar.x)} x2={at(bar.x + bar.width)} y1={y} y2={y} data-look={bar.look} data-open={bar.openStart || bar.openEnd || undefined} />
      {!bar.openStart && bar.look === 'range' && <line className={styles.end} x1={at(bar.x)} x2={at(bar.x)} y1={y - 4} y2={y + 4} />}
      {!bar.openEnd && bar.look === 'range' && <line className={styles.end} x1={at(bar.x + bar.width)} x2={at(bar.x + bar.width)} y1={y - 4} y2={y + 4} />}
      {bar.readings.map((reading) => (
        <circle key={reading} className={styles.about} cx={at(reading)} cy={y} r={3.5} />
      ))}
    </>
  );
}
