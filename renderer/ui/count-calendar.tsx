import { monthAndYear } from '../../shared/calendar/day-words.ts';
import { Fragment } from 'react';
import { dayText, isWeekend, parseDay, weekdayOf, daysAfter } from '../../shared/calendar/day.ts';
import { dayWords } from '../words/dates.ts';
import { deadline as words } from '../words/deadline.ts';
import { daysIntoWeek, weekOrder } from '../words/writing.ts';
import styles from './count-calendar.module.css';

export interface Counted {
  readonly day: string;
  readonly role: string;
  readonly n?: number | undefined;
  readonly name?: string | undefined;
}
export interface CountCalendarProps {
  readonly days: readonly Counted[];
  readonly trigger: string;
  readonly due: string;
  readonly safe: string | null;
}

/** The most months that are drawn: a longer count is checked by its first and its last ones. */
const most = 6;
const legend = [
  ['trigger', words.legend.trigger],
  ['due', words.legend.last],
  ['safe', words.legend.safe],
  ['off', words.legend.off],
] as const;

/** The count on a wall calendar, so that counsel can check it with a finger: small figures are the running count. */
export function CountCalendar(props: CountCalendarProps) {
  const { trigger, due, safe } = props;
  const [from, to] = [trigger, due, safe ?? due].sort().filter((_, i, all) => i === 0 || i === all.length - 1);
  const months = monthsBetween(from ?? trigger, to ?? due);
  const shown = months.length <= most ? months : [...months.slice(0, most / 2), ...months.slice(-most / 2)];
  return (
    <div className={styles.months} tabIndex={0} role="region" aria-label={words.months}>
      {shown.map((first) => (
        <Month key={first} first={first} {...props} />
      ))}
      <div className={styles.legend}>
        {legend.map(([role, name]) => (
          <Fragment key={role}>
            <span className={styles.key} data-role={role} />
            <span>{name}</span>
          </Fragment>
        ))}
      </div>
    </div>
  );
}

function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = `${from.slice(0, 7)}-01`; month <= to && months.length < 240; month = `${daysAfter(month, 31).slice(0, 7)}-01`) months.push(month);
  return months;
}

function Month({ first, days, trigger, due, safe }: CountCalendarProps & { first: string }) {
  const number = parseDay(first) ?? 0;
  const start = number - daysIntoWeek(weekdayOf(number));
  const month = first.slice(0, 7);
  const weeks = Array.from({ length: 6 }, (_, w) => Array.from({ length: 7 }, (_, d) => dayText(start + w * 7 + d))).filter((week) => week.some((day) => day.startsWith(month)));
  return (
    <table className={styles.month}>
      <caption>{monthAndYear(first)}</caption>
      <thead>
        <tr>
          {weekOrder().map((i) => (
            <th key={i} scope="col">
              <abbr title={words.weekdays[i]?.[1]}>{words.weekdays[i]?.[0]}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              if (!day.startsWith(month)) return <td key={day} />;
              const counted = days.find((one) => one.day === day);
              const role = day === due ? 'due' : day === safe ? 'safe' : day === trigger ? 'trigger' : undefined;
              const off = counted?.name ?? (isWeekend(parseDay(day) ?? 0) ? words.weekend : undefined);
              return (
                <td
                  key={day}
                  data-role={role}
                  data-both={(day === due && day === safe) || undefined}
                  data-off={off ? true : undefined}
                  title={`${dayWords(day, 'full', day)}${off ? `, ${off}` : ''}`}
                >
                  <span className={styles.day}>{Number(day.slice(8))}</span>
                  <span className={styles.count}>
                    {counted?.n !== undefined && <span className="hidden">{words.countedAs} </span>}
                    {day === trigger && counted?.n === undefined ? words.notice : (counted?.n ?? '\u00a0')}
                  </span>
                  {/* What its ground says to who sees it. */}
                  <span className="hidden">{[day === due && words.legend.last, day === safe && words.legend.safe].filter(Boolean).join(', ')}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
