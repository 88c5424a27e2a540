import { expect, test } from 'vitest';
import { dated, reported } from './sample-records.test-support.ts';
import { knowingParties, whoKnew } from './who-knew.ts';

test('what a party knew is what is recorded; who only took part in the contact is told apart', () => {
  const rows = whoKnew(reported('chronology_event'), reported('communication'));
  const warning = rows.find((row) => row.id === 'event-warning');
  expect(warning?.known.get('treasury')).toMatchObject([{ how: 'Told by the chief executive', by: 'EVT-002', inferred: false }]);
  expect(warning?.known.get('cloud-chief')).toMatchObject([{ by: 'COM-002', inferred: true }]);
  expect(warning?.known.has('defense')).toBe(false);
  expect(warning?.hedge).toBe('helped trigger');
});

test('of the invented case the day on which the agency knew is a range', () => {
  const [call] = whoKnew(dated('chronology_event'), dated('communication'));
  expect(call?.known.get('oee')?.[0]?.at).toMatchObject({ certainty: 'range' });
  expect(knowingParties(call === undefined ? [] : [call])).toEqual(['corvane', 'oee']);
});

test('an event that was replaced is left out', () => {
  const events = reported('chronology_event');
  expect(
    whoKnew(
      events.map((one) => ({ ...one, state: 'replaced' })),
      [],
    ),
  ).toEqual([]);
});

test('an event that only the press tells says so, and knowledge of it keeps its source', () => {
  const rows = whoKnew(reported('chronology_event'), reported('communication'));
  const tested = rows.find((row) => row.id === 'event-test');
  expect(tested).toMatchObject({ hedge: null, told: 'press' });
  expect(tested?.known.get('cloud-partner')).toMatchObject([{ source: 'report' }]);
});
