import { shortMonthAndYear } from '../../words/dates.ts';
import { chronology as words } from '../../words/chronology.ts';
import type { Axis, Bar } from './axis.ts';
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

/** When things happened, as far as that is known: a day is a point, a doubt as wide as it is, an open end broken. For the eye; the list has every word of it. */
export function AxisFigure({ axis, picked, onPick }: { axis: Axis; picked: string | null; onPick: (id: string) => void }) {
  const lane = Math.min(laneHeight, mostHeight / Math.max(1, axis.lanes));
  const height = tickHeight + axis.lanes * lane + 10;
  return (
    <div className={styles.axis}>
      <svg width="100%" height={height} role="img" aria-label={words.axis(axis.bars.length, axis.undated)}>
        {axis.ticks.map((tick, i) => (
          <svg key={tick.day} x={`${tick.x * 100}%`} overflow="visible">
            <line className={styles.tick} y1={0} y2={height} />
            <text className={styles.tickName} x={5} y={14}>
              {tickName(axis.ticks, i)}
            </text>
          </svg>
        ))}
        {axis.bars.map((bar) => (
          <g key={bar.id} className={styles.bar} data-picked={bar.id === picked || undefined} onClick={() => onPick(bar.id)}>
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
    </div>
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
