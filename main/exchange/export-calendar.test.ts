import ICAL from 'ical.js';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordOf } from '../../shared/records/kinds.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { memoryDestination } from './destination.ts';
import { exportCalendar, type CalendarExporting } from './export-calendar.ts';
import { componentText, textValue } from './ical-text.ts';

let home: TestVault;
beforeAll(async () => {
  home = await makeTestVault();
});
afterAll(() => home.end());

type Fields = RecordOf<'deadline'>['fields'];
const base: Fields = { title: 'Answer to Heron Labs', method: 'manual', side: 'ours', date: { certainty: 'exact', day: '2031-02-03' } };
const deadline = async (more: Partial<Fields> = {}) => (await home.records.change(null, (w) => w.create('deadline', { caseId: null, fields: { ...base, ...more } }))).result;
async function calendar(more: Partial<CalendarExporting> = {}) {
  const destination = memoryDestination('deadlines.ics');
  const manifest = await exportCalendar(home.records, { audience: 'internal', destination, titles: false, remindDays: [7], now: home.now(), ...more });
  const text = Buffer.from(destination.bytes()).toString();
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return { text, manifest, event: (id: string) => events.find((one) => one.getFirstPropertyValue('uid') === id) };
}

test('a day is a day, reminded of a week before, and says nothing of the case', async () => {
  const { id } = await deadline();
  const { text, event } = await calendar();
  const found = event(id);
  expect(text).toContain('DTSTART;VALUE=DATE:20310203');
  expect([found?.getFirstPropertyValue('summary'), found?.getFirstPropertyValue('class'), found?.getFirstPropertyValue('status')]).toEqual([
    'Case deadline',
    'CONFIDENTIAL',
    'TENTATIVE',
  ]);
  expect(found?.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString()).toBe('-P7D');
  expect(text).not.toContain('Heron');
  expect((await calendar({ titles: true })).text).toContain('Heron');
});

test('an hour is told in its zone, with the zone written out', async () => {
  const { id } = await deadline({ date: { certainty: 'exact', day: '2031-03-10', time: '16:30', zone: 'America/New_York' } });
  const { text, event } = await calendar();
  expect(text).toContain('DTSTART;TZID=America/New_York:20310310T163000');
  const zone = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vtimezone');
  const time = event(id)?.getFirstPropertyValue('dtstart') as ICAL.Time;
  const read = ICAL.Time.fromData({ year: time.year, month: time.month, day: time.day, hour: time.hour, minute: time.minute }, new ICAL.Timezone(zone ?? ''));
  // 10 March 2031 is the first Monday of summer time.
  expect(read.toUnixTime() * 1000).toBe(Date.UTC(2031, 2, 10, 20, 30));
});

test('the end of a day elsewhere stands at its hour, by the clocks there, and the end of the reader’s own day is that day', async () => {
  const { id } = await deadline({ date: { certainty: 'exact', day: '2031-03-10', time: '23:59', zone: 'Asia/Tokyo' } });
  const startsAt = async (zone: string) => String((await calendar({ zone })).event(id)?.getFirstPropertyValue('dtstart'));
  expect(await startsAt('America/New_York')).toBe('2031-03-10T23:59:00');
  expect((await calendar({ zone: 'America/New_York' })).text).toContain('DTSTART;TZID=Asia/Tokyo:20310310T235900');
  expect(await startsAt('Asia/Tokyo')).toBe('2031-03-10');
  expect(await startsAt('Asia/Seoul')).toBe('2031-03-10');
});

test('what a computed date rests on is said in a calendar for us, and in none for others', async () => {
  const answer = { due: '2031-02-10', safe: '2031-02-07', assumptions: [{ input: 'filing', text: 'Filed electronically.' }], zone: 'America/New_York' };
  const { date: _by, ...rest } = base;
  const fields = { ...rest, method: 'rule', answer, confirmation: { by: 'Ann Reyes' } } as unknown as Fields;
  const { id } = (await home.records.change(null, (w) => w.create('deadline', { caseId: null, audience: 'agency', fields }))).result;
  const said = async (more: Partial<CalendarExporting>) => String((await calendar({ titles: true, ...more })).event(id)?.getFirstPropertyValue('description'));
  expect(await said({})).toContain('Assumed: Filed electronically.');
  expect(await said({ audience: 'agency' })).not.toContain('Assumed');
});

test('a changed deadline keeps its UID and grows its SEQUENCE; one set aside, or removed after it went out, is cancelled', async () => {
  const one = await deadline();
  const other = await deadline();
  const before = await calendar();
  await home.records.change(null, (w) => w.update(one.id, { fields: { date: { certainty: 'exact', day: '2031-02-10' }, whyNot: 'The order was amended.' } }));
  await home.records.change(null, (w) => w.move(one.id, 'superseded'));
  await home.records.change('entered twice', (w) => w.remove(other.id, 'entered twice'));
  const after = await calendar();
  const sequence = (read: typeof before, id: string) => Number(read.event(id)?.getFirstPropertyValue('sequence'));
  expect(sequence(after, one.id)).toBe(sequence(before, one.id) + 2);
  expect(sequence(after, other.id)).toBeGreaterThan(sequence(before, other.id));
  expect([one.id, other.id].map((id) => after.event(id)?.getFirstPropertyValue('status'))).toEqual(['CANCELLED', 'CANCELLED']);
  expect(after.event(one.id)?.getFirstSubcomponent('valarm')).toBeNull();
});

test('a deadline whose time does not run stands as tentative and reminds of nothing', async () => {
  const { id } = await deadline();
  await home.records.change('stayed', (w) => {
    w.update(id, { fields: { confirmation: { by: 'Ann Reyes' } } });
    for (const state of ['confirmed', 'active', 'tolled']) w.move(id, state);
  });
  const found = (await calendar()).event(id);
  expect([found?.getFirstPropertyValue('status'), found?.getFirstSubcomponent('valarm')]).toEqual(['TENTATIVE', null]);
});

test('a privileged deadline is held back and named', async () => {
  const { id, number } = (await home.records.change(null, (w) => w.create('deadline', { caseId: null, privilege: 'work_product', fields: base }))).result;
  const { manifest, event } = await calendar();
  expect(event(id)).toBeUndefined();
  expect(manifest.withheld).toContainEqual({ number, why: 'privileged' });
});

test('lines are folded at 75 octets between characters, and any text is read back by another program', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (raw) => {
      const text = raw.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
      const written = componentText({ name: 'VCALENDAR', properties: [{ name: 'SUMMARY', value: textValue(text) }] });
      for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(new ICAL.Component(ICAL.parse(written)).getFirstPropertyValue('summary') ?? '').toBe(text);
    }),
    { numRuns: 300 },
  );
});
