import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstSettings } from '../../shared/contract/settings.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { remind } from './reminding.ts';

let made: TestVault;
beforeEach(async () => {
  made = await makeTestVault();
});
afterEach(() => made.end());

const dayMs = 86_400_000;

/** A host that keeps what it was asked to show. */
function host(reminders: 'off' | 'counts' | 'numbers') {
  const shown: { title: string; body: string }[] = [];
  const days = new Map<string, string>();
  const answers: Record<string, (question: never) => unknown> = {
    'settings.read': () => ({ ...firstSettings, reminders }),
    'reminder.last': ({ vault }: { vault: string }) => ({ day: days.get(vault) ?? null }),
    'reminder.show': ({ vault, day, words }: { vault: string; day: string; words?: { title: string; body: string } }) => {
      days.set(vault, day);
      if (words) shown.push(words);
      return { shown: words !== undefined };
    },
  };
  // Proof of the cast: the three operations that reminding asks.
  const ask = ((name: string, question: never) => Promise.resolve(answers[name]?.(question))) as never;
  return { shown, setting: { session: { now: () => ({ vault: made.vault, records: made.records }) }, clock: () => ({ instant: made.now(), zone: 'UTC' }), line: { ask } } };
}
const deadline = (day: string, more: object = {}) =>
  made.records.change(null, (writing) =>
    writing.createAny('deadline', { caseId: null, fields: { title: 'Appeal of Corvane Research', method: 'manual', side: 'ours', date: { certainty: 'exact', day }, ...more } }),
  );

test('once a day, at the first opening, and again when another day brings a rung', async () => {
  await deadline('2031-01-15');
  await deadline('2031-01-09');
  await deadline('2031-01-09', { side: 'theirs' });
  const { shown, setting } = host('counts');
  expect(await remind(setting)).toBe(true);
  expect(await remind(setting)).toBe(false);
  expect(shown).toEqual([{ title: '2 deadlines', body: '1 due tomorrow; 1 due within 7 days' }]);
  made.pass(dayMs);
  await remind(setting);
  made.pass(dayMs);
  await remind(setting);
  expect(shown.slice(1)).toEqual([
    { title: '1 deadline', body: '1 due today' },
    { title: '1 deadline', body: '1 late' },
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/Corvane|DL-/);
});

test('numbers are named by choice, what is done is not reminded of, and off is off', async () => {
  await deadline('2031-01-09');
  const done = await deadline('2031-01-09');
  await made.records.change(null, (writing) => writing.remove(done.result.id, 'entered twice'));
  const numbers = host('numbers');
  await remind(numbers.setting);
  expect(numbers.shown).toEqual([{ title: '1 deadline', body: 'DL-001 due tomorrow' }]);
  const off = host('off');
  expect(await remind(off.setting)).toBe(false);
  expect(off.shown).toEqual([]);
});

test('a clock that was ahead once does not keep it quiet until the day it showed', async () => {
  await deadline('2031-01-09');
  const { shown, setting } = host('counts');
  made.pass(9000 * dayMs);
  await remind(setting);
  made.pass(-9000 * dayMs);
  await remind(setting);
  expect(shown.map(({ body }) => body)).toEqual(['1 late', '1 due tomorrow']);
  // Over the date line and back is no such clock.
  made.pass(dayMs);
  await remind(setting);
  made.pass(-dayMs);
  expect(await remind(setting)).toBe(false);
});
