import { daysAfter } from '../../shared/calendar/day.ts';
import { monthAndYear } from '../../shared/calendar/day-words.ts';
import type { Looking } from '../../shared/records/binding-hour.ts';
import { listColumns } from '../../shared/records/columns.ts';
import { dayInWords } from '../../shared/records/date-words.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { dayOfAgenda, docketNotes, docketTitles, groupOf, holidaysAhead, monthsOfLater, type DocketGroup, type Grouped } from '../../shared/records/views/docket-groups.ts';

/** Whether a text is one of the groups that the docket has besides days and months. */
const isGroup = (key: string): key is DocketGroup => Object.hasOwn(docketTitles, key);

/**
 * Under which heading of days each of these records stands on paper, as the window has them: reckoned here, of what may go, so that nobody can have other words printed there.
 * `at` is when the paper is made, or the moment as of which it tells.
 */
export function dayHeadings(records: readonly AnyRecord[], by: 'docket' | 'agenda', at: Looking): (record: AnyRecord) => string {
  const rows = new Map(records.map((record) => [record.id, groupedOf(record)]));
  const months = by === 'docket' ? monthsOfLater([...rows.values()], at) : null;
  return (record) => {
    const row = rows.get(record.id) ?? groupedOf(record);
    if (by === 'agenda') {
      const key = dayOfAgenda(row, at);
      return isGroup(key) ? titleOf(key, at.today) : dayInWords(key);
    }
    const group = groupOf(row, at);
    const month = group === 'later' ? row.due?.slice(0, 7) : undefined;
    if (months === null || month === undefined) return titleOf(group, at.today);
    return month === months[0] ? docketNotes.laterIn(monthAndYear(month)) : monthAndYear(month);
  };
}

function groupedOf(record: AnyRecord): Grouped {
  const kind = kindNamed(record.kind);
  if (!kind) throw new Error('a heading for a kind that is not defined');
  const { due, hour, shown } = listColumns(kind, record);
  return { kind: record.kind, state: record.state, due, hour, shown };
}

/** A group with what it says of its limit: `Next 7 days (to Thu 25 Jun 2026; Fri 19 Jun 2026 is a federal holiday)`. */
function titleOf(group: DocketGroup, today: string): string {
  const notes: Partial<Record<DocketGroup, string>> = {
    today: dayInWords(today),
    awaited: docketNotes.awaited,
    week: [docketNotes.to(dayInWords(daysAfter(today, 7))), ...holidaysAhead(today).map((day) => docketNotes.holiday(dayInWords(day)))].join('; '),
    stopped: docketNotes.stopped,
  };
  const note = notes[group];
  return note === undefined ? docketTitles[group] : `${docketTitles[group]} (${note})`;
}
