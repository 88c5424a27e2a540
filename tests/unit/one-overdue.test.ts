import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarText } from '../../main/exchange/export-calendar.ts';
import { poamOf } from '../../main/exchange/oscal-poam.ts';
import { isPast } from '../../main/filings/deadline-sheet.ts';
import { datesAhead } from '../../main/filings/deadlines.ts';
import type { Desk } from '../../main/filings/desk.ts';
import { waiting } from '../../renderer/frame/waiting.ts';
import { groupOf } from '../../shared/records/views/docket-groups.ts';
import { requestState } from '../../renderer/pages/requests/request-state.ts';
import { requests as requestWords } from '../../renderer/words/requests.ts';
import { dayOf, dayText } from '../../shared/calendar/day.ts';
import { instantAt, momentAt } from '../../shared/calendar/instant.ts';
import type { SlimRow } from '../../shared/contract/slim-row.ts';
import { bindingInstant, lookingAt } from '../../shared/records/binding-hour.ts';
import type { DateFact } from '../../shared/records/date-fact.ts';
import { fileBy, fileByTime, isLate, isOverdue } from '../../shared/records/kinds/deadline-dates.ts';
import { kinds, type RecordOf } from '../../shared/records/kinds.ts';
import { loadOf } from '../../shared/records/views/deadline-load.ts';
import { answerOverdue } from '../../shared/records/views/owed.ts';
import { missedIn, remindersAt } from '../../shared/records/views/reminders.ts';

type Fields = RecordOf<'deadline'>['fields'];
const zones = ['America/New_York', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Tokyo', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];
const two = (n: number): string => String(n).padStart(2, '0');
const days = fc.integer({ min: dayOf(2026, 1, 1), max: dayOf(2027, 12, 31) }).map(dayText);
const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => `${two(h)}:${two(m)}`);
const hours = fc.record({ time: times, zone: fc.option(fc.constantFrom(...zones), { nil: undefined }) }, { requiredKeys: ['time'] });
const moments = fc.tuple(days, fc.option(hours, { nil: null })).map(([day, hour]) => ({ day, ...hour }));
const facts: fc.Arbitrary<DateFact> = fc.oneof(
  moments.map((one): DateFact => ({ certainty: 'exact', ...one })),
  moments.map(({ day }): DateFact => ({ certainty: 'range', latest: day })),
  fc.tuple(moments, moments).map(
    ([a, b]): DateFact => ({
      certainty: 'disputed',
      readings: [
        { ...a, saidBy: 'us' },
        { ...b, saidBy: 'them' },
      ],
    }),
  ),
);
/** Where the date of a deadline stands: by hand, set by counsel, granted, or counted by a rule, whose hour is that of its zone or of the end of the day of a court. */
const deadlines: fc.Arbitrary<Fields> = fc
  .tuple(facts, fc.constantFrom('hand', 'override', 'extension', 'rule'), moments, fc.constantFrom(...zones), fc.constantFrom('ours', 'theirs'))
  .map(([fact, place, counted, zone, side]): Fields => {
    const base = { title: 'Answer', method: place === 'hand' ? 'manual' : 'rule', side } as const;
    const answer = { due: counted.time === undefined ? counted.day : `${counted.day}T${counted.time}`, zone };
    if (place === 'hand') return { ...base, date: fact };
    if (place === 'override') return { ...base, answer, override: { final: fact, reason: 'Stipulated', authority: 'stipulation', by: 'Counsel' } };
    return place === 'extension' ? { ...base, answer, extensions: [{ grantedBy: 'The agency', newDate: fact }] } : { ...base, answer };
  });
const states = fc.constantFrom('proposed', 'confirmed', 'active', 'extended', 'late', 'tolled', 'met', 'done_late', 'waived', 'superseded', 'not_applicable');
const hourMs = 3_600_000;
const stateWord = (state: string): string => kinds.evidence_request.states[state as keyof typeof kinds.evidence_request.states].label;

/** The instant that a start in a calendar names, read by Temporal of the zone it says; of a whole day its last by the reader's clocks. */
function startIn(calendar: string, zone: string): number {
  const found = /DTSTART(?:;TZID=([^:;]+))?(?:;VALUE=DATE)?:(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2}))?/.exec(calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT')[1] ?? '');
  const [, tzid, y = '', m = '', d = '', h, min] = found ?? [];
  const day = dayOf(Number(y), Number(m), Number(d));
  return h === undefined ? instantAt({ day: day + 1, time: '00:00' }, zone) - 1 : instantAt({ day, time: `${h}:${min ?? ''}` }, tzid ?? zone);
}

test('docket, sidebar, load, reminders, papers and calendar agree on what is overdue, at any instant and in any zone', () => {
  fc.assert(
    fc.property(deadlines, states, fc.constantFrom(...zones), fc.integer({ min: -50, max: 50 }), fc.integer({ min: -2, max: 2 }), (fields, state, zone, away, minutes) => {
      const due = fileBy(fields) ?? '';
      const hour = fileByTime(fields);
      const last = bindingInstant(due, hour, zone);
      const now = last + away * hourMs + minutes * 60_000;
      const at = lookingAt(now, zone);
      const record = {
        id: 'd',
        kind: 'deadline',
        number: 'DL-001',
        caseId: null,
        state,
        audience: 'internal',
        privilege: 'none',
        tags: [],
        fields,
      } as unknown as RecordOf<'deadline'>;
      const isOpen = !('closed' in kinds.deadline.states[state]);
      const row: SlimRow = {
        id: 'd',
        kind: 'deadline',
        number: 'DL-001',
        caseId: null,
        state,
        title: 'Answer',
        due,
        ...(hour !== null && { hour }),
        closed: !isOpen,
        seq: 1,
        shown: { side: fields.side === 'ours' ? 'Ours' : 'Theirs' },
      };
      const passed = now > last;
      const ours = fields.side === 'ours';

      // What does not run is late nowhere.
      const runs = state !== 'tolled';
      expect(isOverdue(record, at)).toBe(passed && ours && isOpen && runs);
      expect(groupOf(row, at)).toBe(!runs ? 'stopped' : passed ? (ours ? 'overdue' : 'awaited') : groupOf(row, at));
      expect(['overdue', 'awaited'].includes(groupOf(row, at))).toBe(passed && runs);
      if (passed && ours) expect(waiting([row], at).deadline).toBe(runs ? 1 : 0);
      expect(loadOf([{ due, hour, ours, number: 'DL-001' }], at, 'Mon')).toMatchObject({ late: passed && ours ? 1 : 0, awaited: passed && !ours ? 1 : 0 });
      const [reminder] = remindersAt([{ number: 'DL-001', fileBy: due, hour }], { now, zone, quiet: null }, null, [400]).reminders;
      expect((reminder?.left ?? 0) < 0).toBe(passed);
      expect((missedIn([{ number: 'DL-001', fileBy: due, hour }], [{ told: [], until: now, zone }], { now, zone }, [400])[0]?.left ?? 0) < 0).toBe(passed);
      const desk = { looking: at, profile: 'internal' } as const;
      expect(isPast(desk, record)).toBe(passed);
      // Of what is counted nothing is later than the last day in law, so what is late in law is overdue.
      if (isLate(record, at) && fields.method === 'manual') expect(isOverdue(record, at)).toBe(true);
      if (isOpen && ours && state !== 'tolled') expect(JSON.stringify(datesAhead(desk as unknown as Desk, passed ? [record] : [])).includes('Overdue')).toBe(passed);
      const start = startIn(
        calendarText([record], () => 0, { titles: false, remindDays: [], now }),
        zone,
      );
      // A calendar program reads an hour that clocks skip in its own way, and one of nobody's clocks is written as its day.
      if (hour === null || (hour.zone !== null && momentAt(start, hour.zone).time === hour.time)) expect(now > start).toBe(passed);
    }),
    { numRuns: 400 },
  );
});

test('an answer that others owe is overdue by its hour, at any instant and in any zone, in the list, beside the docket and on its page alike', () => {
  const asked = fc.record({
    items: fc.boolean(),
    answered: fc.boolean(),
    state: fc.constantFrom('draft', 'sent', 'acknowledged', 'responding', 'complied', 'closed', 'withdrawn'),
  });
  fc.assert(
    fc.property(
      facts,
      asked,
      fc.constantFrom(...zones),
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: -2, max: 2 }),
      (answerBy, { items, answered, state }, zone, away, minutes) => {
        const fields = {
          title: 'Basis of the order',
          direction: 'to_government',
          answerBy,
          ...(items && { items: [{ number: '1', text: 'The basis', answer: answered ? 'full' : 'none' }] }),
        };
        const request = { id: 'r', kind: 'evidence_request', number: 'REQ-001', caseId: null, state, audience: 'internal', privilege: 'none', tags: [], fields };
        // Proof of the cast: these are fields of a request.
        const record = request as unknown as RecordOf<'evidence_request'>;
        // The last of the moments the date allows: an hour by its own clocks, a day by those of whoever looks.
        const moments =
          answerBy.certainty === 'disputed'
            ? answerBy.readings
            : answerBy.certainty === 'exact'
              ? [answerBy]
              : answerBy.certainty === 'range'
                ? [{ day: answerBy.latest ?? '' }]
                : [];
        const ends = moments.map((one): number => {
          const [hour, own] = 'time' in one ? [one.time, one.zone ?? zone] : [undefined, zone];
          const day = dayOf(...(one.day.split('-').map(Number) as [number, number, number]));
          return hour === undefined || hour.startsWith('23:59') ? instantAt({ day: day + 1, time: '00:00' }, own) - 1 : instantAt({ day, time: hour }, own, 'later');
        });
        const last = Math.max(...ends);
        const at = lookingAt(last + away * hourMs + minutes * 60_000, zone);
        const waits = items ? !answered && state !== 'draft' : !['draft', 'complied', 'closed', 'withdrawn'].includes(state);
        const overdue = answerOverdue(record, at);
        expect(overdue !== null).toBe(waits && at.now > last);
        // Whole days are told only where days have passed by the clocks one looks at.
        if (overdue !== null && overdue > 0) expect(at.now - last).toBeGreaterThan((overdue - 2) * 24 * hourMs);
        expect(requestState(record, at).word).toBe(overdue === null ? stateWord(state) : requestWords.theirsOverdue(overdue));
        expect(requestState(record, at).tone).not.toBe('late');
      },
    ),
    { numRuns: 400 },
  );
});

test('a step goes out in OSCAL by the day and the hour it stands under everywhere, read as a day or as an instant', () => {
  fc.assert(
    fc.property(facts, (due) => {
      const fields = { plan: 'p', title: 'Check identity', due };
      const step = { id: 's', kind: 'remediation_step', number: 'STEP-001', caseId: null, state: 'planned', audience: 'internal', privilege: 'none', tags: [], fields };
      const plan = { ...step, id: 'p', kind: 'remediation_plan', number: 'PLAN-001', state: 'draft', fields: { title: 'Plan', type: 'access_segregation' } };
      const written = JSON.stringify(poamOf(plan as unknown as RecordOf<'remediation_plan'>, [], [step as unknown as RecordOf<'remediation_step'>], 0));
      const dates = [...written.matchAll(/"(?:deadline|date)":"([^"]+)"/g)].map(([, text]) => text ?? '');
      const row = { due: kinds.remediation_step.due(fields), hour: null };
      expect(dates).toHaveLength(2);
      for (const text of dates) {
        expect(text.slice(0, 10)).toBe(row.due);
        const hour = due.certainty === 'exact' && due.time !== undefined && due.zone !== undefined && !due.time.startsWith('23:59') ? { time: due.time, zone: due.zone } : null;
        if (hour !== null && momentAt(bindingInstant(row.due ?? '', hour, 'UTC'), hour.zone).time === hour.time)
          expect(Date.parse(text)).toBe(bindingInstant(row.due ?? '', hour, 'UTC'));
      }
    }),
    { numRuns: 200 },
  );
});
