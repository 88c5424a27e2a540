import { dayText } from '../../shared/calendar/day.ts';
import { dayWords } from '../../shared/calendar/day-words.ts';
import { holidaysOfYear, packs } from '../../shared/calendar/holidays.ts';
import type { PackId } from '../../shared/calendar/holiday-pack.ts';
import { misuse, oneOf, wholeNumber, type Command } from './command.ts';

// Proof of the cast: the keys of this very record.
const packIds = Object.keys(packs) as PackId[];
const [earliest, latest] = [1800, 2200] as const;

/** Holidays of a year as the time limits count them. */
export const holidays: Command = {
  name: 'holidays',
  usage: `holidays --year YEAR [--pack ${packIds.join('|')}]`,
  says: 'Lists the days of a year on which the holidays of a pack are kept. A day kept for a holiday that falls on a weekend is marked; where it is open whether that day is a legal holiday, it says so. Needs no vault.',
  options: { year: { type: 'string' }, pack: { type: 'string' } },
  operands: [0, 0],
  run(given) {
    const year = wholeNumber(given, 'year', earliest) ?? misuse('Name the year: --year 2026.');
    if (year > latest) misuse(`--year takes a year from ${earliest} to ${latest}.`);
    const id = oneOf(given, 'pack', packIds) ?? 'us-federal';
    const pack = packs[id];
    const rows = [...holidaysOfYear(id, year)].map(([day, { name, instead, settled }]) => ({ day, row: { date: dayText(day), name, observed: instead, settled } }));
    return {
      json: { year, pack: id, standing: pack.standing, authority: pack.authority, checkedOn: pack.checkedOn, holidays: rows.map(({ row }) => row) },
      words: [
        `${pack.name} (${pack.authority})`,
        ...rows.map(
          ({ day, row }) => `${dayWords(day).padEnd(28)}${row.name}${row.observed ? ', kept on this day' : ''}${row.settled ? '' : '; whether this is a legal holiday is open'}`,
        ),
        ...(pack.standing === 'arguable' ? ['Arguable: these days move the latest date of a court period, never the file-by date.'] : []),
        ...(pack.standing === 'user' ? ['This pack is filled by the user.'] : []),
        ...(pack.checkedOn === null ? ['Not checked against the text in force.'] : []),
      ],
    };
  },
};
