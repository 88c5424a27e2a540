import { expect, test } from 'vitest';
import { dateFact } from '../records/date-fact.ts';
import { fileBy, fileByTime, lastDay } from '../records/kinds/deadline-dates.ts';
import { computeFromFact, type TriggerFact } from './from-fact.ts';
import { ruleById } from './rules.ts';

const answer = ruleById('frcp.12.answer.21');

test('an exact date gives the date, its hour and zone with it', () => {
  expect(computeFromFact(answer, { certainty: 'exact', day: '2026-06-15' }, {})).toMatchObject({ due: '2026-07-06', branches: [] });
  const notice = ruleById('frcp.12.after-motion.14');
  expect(computeFromFact(notice, { certainty: 'exact', day: '2026-06-15', time: '23:30', zone: 'America/Los_Angeles' }, { court: 'us-dcd' })).toMatchObject({
    due: '2026-06-30',
    safe: '2026-06-29',
  });
});

test('a disputed date gives each side’s date, no last day, and is safe by the earlier', () => {
  const fact: TriggerFact = {
    certainty: 'disputed',
    readings: [
      { day: '2026-06-15', saidBy: 'the agency' },
      { day: '2026-06-17', saidBy: 'our mail room' },
    ],
  };
  const found = computeFromFact(answer, fact, {});
  expect(found).toMatchObject({ due: null, dueInstant: null, safe: '2026-07-06', latest: '2026-07-08', missing: ['trigger'] });
  expect(found.reason).toBe('The date is disputed: no last day is stated until it is settled.');
  expect(found.branches).toEqual([
    { from: 'the agency', trigger: '2026-06-15', due: '2026-07-06', safe: '2026-07-06' },
    { from: 'our mail room', trigger: '2026-06-17', due: '2026-07-08', safe: '2026-07-08' },
  ]);
});

test('a dispute that leads to the same last day has a last day', () => {
  // Saturday 22 and Sunday 23 August both run to Monday.
  const fact: TriggerFact = {
    certainty: 'disputed',
    readings: [
      { day: '2026-08-01', saidBy: 'A' },
      { day: '2026-08-02', saidBy: 'B' },
    ],
  };
  expect(computeFromFact(answer, fact, {})).toMatchObject({ due: '2026-08-24', safe: '2026-08-24', reason: null });
});

test('a range is safe by its earliest day; without one there is no safe date', () => {
  expect(computeFromFact(answer, { certainty: 'range', earliest: '2026-06-15', latest: '2026-06-17' }, {})).toMatchObject({ due: null, safe: '2026-07-06', latest: '2026-07-08' });
  expect(computeFromFact(answer, { certainty: 'range', latest: '2026-06-17' }, {})).toMatchObject({ due: null, safe: null, latest: '2026-07-08' });
  expect(computeFromFact(answer, { certainty: 'range', earliest: '2026-06-15' }, {})).toMatchObject({ due: null, safe: '2026-07-06', latest: null });
});

test('a burden is safe by the latest day of a range', () => {
  const expiry = ruleById('bis.tdo.expiry.180');
  expect(computeFromFact(expiry, { certainty: 'range', earliest: '2026-06-10', latest: '2026-06-12' }, {})).toMatchObject({ due: null, safe: '2026-12-09' });
  expect(computeFromFact(expiry, { certainty: 'range', earliest: '2026-06-10' }, {})).toMatchObject({ due: null, safe: null });
});

test('an approximate or unknown date is never made exact', () => {
  const about = computeFromFact(answer, { certainty: 'approximate', day: '2026-06-15', reason: 'press accounts only' }, {});
  expect(about).toMatchObject({ due: null, safe: '2026-07-06', latest: null });
  expect(about.reason).toContain('about Mon 15 Jun 2026');
  const unknown = computeFromFact(answer, { certainty: 'unknown', reason: 'the reports give no date' }, {});
  expect(unknown).toMatchObject({ due: null, safe: null, latest: null, missing: ['trigger'], branches: [] });
  expect(unknown.reason).toBe('The date is unknown (the reports give no date): no last day is stated until it is settled.');
});

test('a date fact of a record fits', () => {
  const fact: TriggerFact = dateFact.parse({ certainty: 'exact', day: '2026-06-15', source: 'EX-001' });
  expect(computeFromFact(answer, fact, {}).due).toBe('2026-07-06');
});

test('where the date is not settled the court’s closing hour still stands beside the safe date, and a whole day is not earlier than an hour of it', () => {
  const readings = [
    { day: '2026-06-15', saidBy: 'the agency' },
    { day: '2026-06-17', saidBy: 'our mail room' },
  ];
  const found = computeFromFact(answer, { certainty: 'disputed', readings }, { court: 'us-dcd', filing: 'electronic' });
  expect(found).toMatchObject({ due: null, safe: '2026-07-06', detail: { safe_local_court: '2026-07-06T23:59:59' } });
  expect(found.detail.due_local_court).toBeUndefined();
  const fields = { title: 'Answer', method: 'rule', side: 'ours', answer: JSON.parse(JSON.stringify(found)) as object } as unknown as Parameters<typeof fileByTime>[0];
  expect([fileBy(fields), fileByTime(fields), lastDay(fields)]).toEqual(['2026-07-06', { time: '23:59', zone: 'America/New_York' }, null]);
  expect(computeFromFact(answer, { certainty: 'disputed', readings }, {}).detail).toEqual({});
});
