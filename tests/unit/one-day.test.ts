import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { reminders } from '../../main/bridge/reminding.ts';
import { quietOutside } from '../../main/commands/quiet-outside.test-support.ts';
import { run } from '../../main/commands/run.ts';
import { memoryDestination } from '../../main/exchange/destination.ts';
import { exportCalendar } from '../../main/exchange/export-calendar.ts';
import { exportFigure } from '../../main/exchange/export-figure.ts';
import { exportTable } from '../../main/exchange/export-records.ts';
import { Citations } from '../../main/filings/citations.ts';
import { deadlineSheet, holdingDate } from '../../main/filings/deadline-sheet.ts';
import { nextDeadline } from '../../main/filings/deadlines.ts';
import type { Desk } from '../../main/filings/desk.ts';
import { internalShelf } from '../../main/filings/shelf.ts';
import { makeTestVault, testPassphrase, type TestVault } from '../../main/records/test-vault.ts';
import { columnsOf } from '../../renderer/pages/list/columns.tsx';
import { groupOf } from '../../shared/records/views/docket-groups.ts';
import { hourLine } from '../../renderer/pages/docket/hour-line.ts';
import { lookingAt } from '../../shared/records/binding-hour.ts';
import type { DateFact, HourOfDay } from '../../shared/records/date-fact.ts';
import { dateGiven } from '../../shared/records/kinds/deadline-guards.ts';
import { fileBy, lastDay } from '../../shared/records/kinds/deadline-dates.ts';
import { kinds, type RecordOf } from '../../shared/records/kinds.ts';

/** The clock of the test vault shows 8 January 2031 in New York. */
const [before, after] = [
  { certainty: 'range', latest: '2031-01-20' },
  { certainty: 'range', earliest: '2031-01-20' },
] as const;
interface Known {
  readonly fact: DateFact;
  readonly day: string | null;
  readonly hour?: HourOfDay;
  /** What the line says that the day rests on. */
  readonly rests?: string;
}
/** Every way in which a date can be known, and the day under which it stands everywhere: the earliest it allows (domain.md §7 U9). */
const known: Readonly<Record<string, Known>> = {
  'an exact day': { fact: { certainty: 'exact', day: '2031-01-20' }, day: '2031-01-20' },
  'an exact hour': { fact: { certainty: 'exact', day: '2031-01-20', time: '10:00', zone: 'Europe/Berlin' }, day: '2031-01-20', hour: { time: '10:00', zone: 'Europe/Berlin' } },
  'an approximate day': { fact: { certainty: 'approximate', day: '2031-01-20' }, day: '2031-01-20', rests: 'About 20 Jan; the true day may be earlier.' },
  'between two days': { fact: { certainty: 'range', earliest: '2031-01-20', latest: '2031-01-24' }, day: '2031-01-20', rests: 'Between 20 and 24 Jan; the earliest day counts.' },
  'by a day': { fact: before, day: '2031-01-20', rests: 'On or before 20 Jan; the last day named counts.' },
  'from a day on': { fact: after, day: '2031-01-20', rests: 'On or after 20 Jan; the earliest day counts, no last day is named.' },
  disputed: {
    fact: {
      certainty: 'disputed',
      readings: [
        { day: '2031-01-24', saidBy: 'them' },
        { day: '2031-01-20', saidBy: 'us' },
      ],
    },
    day: '2031-01-20',
    rests: 'Disputed: 20 or 24 Jan; the earliest counts until it is settled.',
  },
  'a disputed hour': {
    fact: {
      certainty: 'disputed',
      readings: [
        { day: '2031-01-20', time: '14:00', zone: 'America/New_York', saidBy: 'them' },
        { day: '2031-01-20', time: '10:00', zone: 'America/Los_Angeles', saidBy: 'us' },
      ],
    },
    day: '2031-01-20',
    // 10:00 in Los Angeles is 13:00 in New York.
    hour: { time: '10:00', zone: 'America/Los_Angeles' },
    rests: 'Disputed: 20 Jan; the earliest counts until it is settled.',
  },
  unknown: { fact: { certainty: 'unknown' }, day: null },
};

type Fields = RecordOf<'deadline'>['fields'];
const base: Fields = { title: 'Answer', method: 'manual', side: 'ours' };
const decided = { reason: 'Stipulated', authority: 'stipulation', by: 'Counsel' } as const;
/** Where the date of a deadline stands. */
const places: Readonly<Record<string, (fact: DateFact) => Fields>> = {
  'entered by hand': (date) => ({ ...base, date }),
  'set by counsel instead': (final) => ({ ...base, override: { final, ...decided } }),
  'of an extension that was granted': (newDate) => ({ ...base, extensions: [{ grantedBy: 'The agency', newDate }] }),
};

let home: TestVault;
let folder: string;
beforeAll(async () => {
  home = await makeTestVault();
  folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-one-day-'));
  writeFileSync(path.join(folder, 'passphrase'), testPassphrase);
});
afterAll(async () => {
  await home.end();
  rmSync(folder, { recursive: true, force: true });
});

const looking = lookingAt(Date.UTC(2031, 0, 8, 15), 'America/New_York');
let last: string | null = null;
async function created(fields: Fields) {
  const made = (await home.records.change(null, (w) => w.create('deadline', { caseId: null, fields }))).result;
  last = made.id;
  return made;
}
// Each stands alone in the vault.
afterEach(async () => {
  if (last !== null && home.records.reading().get(last) !== undefined) await removed(last);
  last = null;
});
const unfolded = (ical: string): string => ical.replaceAll('\r\n ', '');
const removed = (id: string) => home.records.change(null, (w) => w.remove(id, 'looked at'));
const rowOf = (number: string, kind: keyof typeof kinds) =>
  home.records
    .reading()
    .list({ kind, sort: 'number', limit: 2000 })
    .rows.find((row) => row.number === number);

async function text(write: (destination: ReturnType<typeof memoryDestination>) => Promise<unknown>): Promise<string> {
  const destination = memoryDestination('out');
  await write(destination);
  return Buffer.from(destination.bytes()).toString();
}

/** What a day's notification says; null where none comes. */
async function reminded(day: string): Promise<string | null> {
  let said: string | null = null;
  const ask = (name: string, question: { words?: { body: string } }) => {
    if (name === 'reminder.show') said = question.words?.body ?? null;
    return Promise.resolve(
      name === 'settings.read' ? { reminders: 'numbers', reminderDays: [7, 3, 1, 0], quietHours: null } : name === 'reminder.last' ? { told: null } : { shown: true },
    );
  };
  await reminders({
    session: { now: () => ({ vault: home.vault, records: home.records }), beforeEnd: () => {} },
    clock: () => ({ instant: Date.parse(`${day}T12:00:00-05:00`), zone: 'America/New_York' }),
    line: { ask } as never,
  }).look();
  return said;
}

function desk(): Desk {
  const shelf = internalShelf(home.records.reading());
  return {
    shelf,
    cite: new Citations(shelf, undefined, 'internal'),
    profile: 'internal',
    looking,
    today: looking.today,
    todayWords: 'January 8, 2031',
    model: undefined as never,
    orders: [],
    filing: undefined,
  };
}

async function listed(vault: string): Promise<string> {
  const lines: string[] = [];
  const { clock, random } = home.setting;
  const outside = quietOutside({ clock, random, vaultSetting: home.setting, line: (line) => void lines.push(line) });
  await run(['list', vault, '--kind', 'deadline', '--passphrase-file', path.join(folder, 'passphrase')], outside);
  return lines.join('\n');
}

describe.each(Object.keys(places))('a date %s', (place) => {
  test.each(Object.keys(known))('that is %s stands under one day in every place', async (how) => {
    const { fact, day, hour, rests } = known[how] as Known;
    const made = await created((places[place] as (typeof places)[string])(fact));
    const { fields } = made;
    // The row from which docket, lists, agenda, week, month, load and the sidebar's counts are drawn.
    const row = rowOf(made.number, 'deadline');
    expect(row).toMatchObject({ due: day, ...(hour && { hour }) });
    expect(row?.doubt?.certainty).toBe(day === null || fact.certainty === 'exact' ? undefined : fact.certainty);
    expect(row && groupOf(row, looking)).toBe(day === null ? 'undated' : 'later');
    const line = row ? hourLine(row, looking.today).replaceAll('\u00a0', ' ') : '';
    expect(line.includes(rests ?? '')).toBe(true);
    if (rests === undefined && hour === undefined) expect(line).toBe('');
    const column = columnsOf(kinds.deadline as never, ['due'], looking.today).find((one) => one.key === 'due');
    expect(column?.sort?.({ number: made.number, row: row ?? null })).toBe(day ?? '\uffff');
    // What lets it be confirmed, and what it is late against.
    expect([fileBy(fields), lastDay(fields)]).toEqual([day, day]);
    expect(dateGiven(made)).toHaveLength(day === null ? 1 : 0);
    // Calendar, with what the day rests on.
    const whole = await text((destination) => exportCalendar(home.records, { audience: 'internal', destination, titles: true, remindDays: [7], now: home.now() }));
    const compact = day?.replaceAll('-', '') ?? '';
    const calendar =
      unfolded(whole)
        .split('BEGIN:VEVENT')
        .find((one) => one.includes(made.id)) ?? '';
    expect(calendar !== '').toBe(day !== null);
    if (day !== null) expect(calendar).toMatch(hour ? `DTSTART;TZID=${hour.zone ?? ''}:${compact}T` : `DTSTART;VALUE=DATE:${compact}`);
    expect(calendar.includes('The date is recorded as')).toBe(rests !== undefined);
    // Reminders, the table of the load, the list as a table.
    expect(await reminded('2031-01-13')).toBe(day === null ? null : `${made.number} due within 7 days`);
    expect(await reminded('2031-01-21')).toBe(day === null ? null : `${made.number} late`);
    const load = await text((destination) => exportFigure(home.records, { figure: 'deadline-load', as: 'csv', at: looking, weekStart: 'Mon', audience: 'internal', destination }));
    expect(load).toMatch(day === null ? /Without a date,1/ : /2031-01-20,1,2031-01-20,0/);
    const table = await text((destination) => exportTable(home.records, { kind: 'deadline', as: 'csv', audience: 'internal', destination }));
    expect(table).toContain(`${made.number},Answer,Proposed,${day ?? ''},`);
    // Papers: the date as it is known, under the same day, and first among what is next.
    const at = desk();
    const paper = at.shelf.get('deadline', made.id);
    expect(paper && nextDeadline(at, [paper])?.number).toBe(day === null ? undefined : made.number);
    expect(paper && JSON.stringify(holdingDate(paper, 'internal') ?? 'none')).toContain(day ?? 'n');
    expect(paper && JSON.stringify(deadlineSheet(at, paper))).toContain(day ?? 'unknown');
  });
});

test('the command line lists the day, the hour with its zone, and what the day rests on', async () => {
  const made: RecordOf<'deadline'>[] = [];
  for (const { fact } of Object.values(known)) made.push(await created({ ...base, date: fact }));
  const vault = home.vault.folder;
  home.records.close();
  await home.vault.close();
  const lines = (await listed(vault)).split('\n');
  const of = (i: number) => lines.find((line) => line.startsWith(made[i]?.number ?? '')) ?? '';
  expect(of(1)).toContain('2031-01-20 10:00 Europe/Berlin');
  expect(of(4)).toContain('2031-01-20 (on or before 20 Jan 2031)');
  expect(of(5)).toContain('2031-01-20 (on or after 20 Jan 2031)');
  expect(of(8)).not.toContain('2031');
  home = await makeTestVault();
});

/** Every other kind whose day a person records. */
const others: Readonly<Record<string, (fact: DateFact) => object>> = {
  remediation_step: (due) => ({ title: 'Patch', due }),
  notice: (due) => ({ title: 'Tell the customer', due }),
  evidence_request: (answerBy) => ({ title: 'Logs', direction: 'from_government', answerBy }),
  communication: (due) => ({ commitments: [{ by: 'us', text: 'Send it', state: 'open', due }] }),
  watch: (nextReview) => ({ nextReview }),
  search_record: (repeatBy) => ({ repeatBy }),
  decision: (revisit) => ({ revisit }),
  authorization: (validTo) => ({ validTo }),
  weakness: (deadline) => ({ deadline }),
};
test.each(Object.keys(others))('a %s stands under the same day as a deadline would, however its date is known', (kind) => {
  const definition = Object.values(kinds).find((one) => one.kind === kind) as unknown as {
    due: (fields: object) => string | null;
    dated: (fields: object) => DateFact | undefined;
  };
  for (const { fact, day } of Object.values(known)) {
    const fields = (others[kind] as (typeof others)[string])(fact);
    expect(definition.due(fields)).toBe(day);
    expect(definition.dated(fields)).toEqual(day === null && kind === 'communication' ? undefined : fact);
  }
});

test('an extension that was only asked for moves no date, in lists or in papers', async () => {
  const made = await created({ ...base, date: { certainty: 'exact', day: '2031-01-20' }, extensions: [{ newDate: { certainty: 'exact', day: '2031-03-20' } }] });
  expect(rowOf(made.number, 'deadline')?.due).toBe('2031-01-20');
  const paper = desk().shelf.get('deadline', made.id);
  expect(paper && holdingDate(paper, 'outgoing')).toEqual({ value: '2031-01-20' });
});
