import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstSettings, type Settings } from '../../shared/contract/settings.ts';
import type { Told } from '../../shared/contract/reminders.ts';
import { missedWords } from '../../shared/records/views/reminders.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { reminders } from './reminding.ts';

let made: TestVault;
beforeEach(async () => {
  made = await makeTestVault();
});
afterEach(() => made.end());

const hour = 3_600_000;
const day = 24 * hour;

/** A computer that keeps what it was asked to show, and a program that is opened and closed on it. The clock stands at 15:00 of UTC on 8 January. */
function computer(chosen: Partial<Settings> = {}) {
  const shown: { title: string; body: string }[] = [];
  const kept = new Map<string, Told[]>();
  const answers: Record<string, (question: never) => unknown> = {
    'settings.read': () => ({ ...firstSettings, quietHours: null, ...chosen }),
    'reminder.last': ({ vault }: { vault: string }) => ({ told: kept.get(vault) ?? null }),
    'reminder.show': ({ vault, told, words }: { vault: string; told: Told[]; words?: { title: string; body: string } }) => {
      kept.set(vault, told);
      if (words) shown.push(words);
      return { shown: words !== undefined };
    },
  };
  // Proof of the cast: the three operations that reminding asks.
  const ask = ((name: string, question: never) => Promise.resolve(answers[name]?.(question))) as never;
  return {
    shown,
    /** The program is started, by the person whose key opened the vault or by another. */
    start(slot = made.vault.person.slot) {
      let isOpen = true;
      const vault = { ...made.vault, id: made.vault.id, readOnly: made.vault.readOnly, person: { ...made.vault.person, slot } };
      const works: (() => Promise<unknown>)[] = [];
      const session = { now: () => (isOpen ? { vault, records: made.records } : null), beforeEnd: (work: () => Promise<unknown>) => void works.push(work) };
      const running = reminders({ session, clock: () => ({ instant: made.now(), zone: 'UTC' }), line: { ask } });
      running.keep();
      return {
        ...running,
        words: async () => missedWords((await running.missed()).missed),
        async close() {
          for (const work of works) await work();
          isOpen = false;
        },
      };
    },
  };
}
const deadline = (text: string, more: object = {}) =>
  made.records.change(null, (writing) =>
    writing.createAny('deadline', {
      caseId: null,
      fields: { title: 'Appeal of Corvane Research', method: 'manual', side: 'ours', date: { certainty: 'exact', day: text }, ...more },
    }),
  );

test('at the first opening, and again when a day of the ladder begins or the last one is over', async () => {
  await deadline('2031-01-15');
  await deadline('2031-01-09');
  await deadline('2031-01-09', { side: 'theirs' });
  const { shown, start } = computer();
  const { look } = start();
  expect(await look()).toBe(true);
  expect(await look()).toBe(false);
  expect(shown).toEqual([{ title: '2 deadlines', body: '1 due tomorrow; 1 due within 7 days' }]);
  for (let i = 0; i < 2 * 24 * 4; i++) {
    made.pass(hour / 4);
    await look();
  }
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
  // Nor of what does not run, which is not late either once its recorded day is over.
  const stayed = await deadline('2031-01-07', { confirmation: { by: 'Ann Reyes' } });
  await made.records.change('stayed by the court', (writing) => ['confirmed', 'active', 'tolled'].map((state) => writing.move(stayed.result.id, state)));
  const numbers = computer({ reminders: 'numbers' });
  await numbers.start().look();
  expect(numbers.shown).toEqual([{ title: '1 deadline', body: 'DL-001 due tomorrow' }]);
  const off = computer({ reminders: 'off' });
  expect(await off.start().look()).toBe(false);
  expect(off.shown).toEqual([]);
});

test('nobody is reminded of what they have just entered, and nothing is told in quiet hours but what ends in them', async () => {
  const { shown, start } = computer({ quietHours: { from: '21:00', to: '07:00' } });
  const { look } = start();
  await look();
  await deadline('2031-01-09');
  await look();
  expect(shown).toEqual([]);
  const at: string[] = [];
  for (let i = 0; i < 48 * 4; i++) {
    made.pass(hour / 4);
    if (await look()) at.push(`${new Date(made.now()).toISOString().slice(5, 16)} ${shown.at(-1)?.body ?? ''}`);
  }
  expect(at).toEqual(['01-09T07:00 1 due today', '01-09T20:00 1 due in the quiet hours', '01-10T07:00 1 late']);
});

test('a clock that was ahead once does not keep it quiet until the day it showed', async () => {
  await deadline('2031-01-09');
  const { shown, start } = computer();
  made.pass(9000 * day);
  await start().look();
  made.pass(-9000 * day);
  await start().look();
  expect(shown.map(({ body }) => body)).toEqual(['1 late', '1 due tomorrow']);
});

test('what came while it was closed is missed until the person has seen it, once, and each person has missed their own', async () => {
  const { start, shown } = computer();
  const first = start();
  expect(await first.missed()).toEqual({ upTo: null, missed: [] });
  for (const one of ['2031-01-10', '2031-01-11', '2031-01-12', '2031-01-16', '2031-01-16', '2031-01-22', '2031-03-01']) await deadline(one);
  await deadline('2031-01-02');
  await first.close();

  made.pass(7 * day);
  const second = start();
  expect(await second.words()).toBe('3 deadlines passed; 2 fell due tomorrow; 1 came within 7 days');
  // Not said to be seen: it stands there at the next opening too, with what came meanwhile, as it stands then.
  await second.close();
  made.pass(day);
  const third = start();
  expect(await third.words()).toBe('3 deadlines passed; 2 fell due today; 1 came within 6 days');
  const { upTo, missed } = await third.missed();
  expect(missed.map(({ number }) => number)).not.toContain('DL-008');
  // What goes by while it is open is seen in the window, where a notification told it too.
  for (let i = 0; i < 10 * 12; i++) {
    made.pass(hour / 12);
    await third.look();
  }
  await third.acknowledge(upTo ?? 0);
  expect(await third.words()).toBe('');
  await third.close();
  expect(await start().words()).toBe('');

  // Another person was last here before all this: never, so nothing is missed yet.
  const other = start('another slot');
  expect(await other.words()).toBe('');
  await other.close();
  made.pass(3 * day);
  expect(await start('another slot').words()).toBe('1 deadline came within 2 days');
  expect(JSON.stringify(shown)).not.toMatch(/Corvane|DL-/);
});

test('a machine that slept without locking has missed what came meanwhile', async () => {
  const { start } = computer();
  const running = start();
  await deadline('2031-01-09');
  for (let i = 0; i < 10; i++) {
    await running.look();
    made.pass(60_000);
  }
  expect(await running.words()).toBe('');
  made.pass(10 * hour);
  await running.look();
  expect(await running.words()).toBe('1 deadline fell due today');
});

test('after a crash, what had been seen is not missed, and what came since is', async () => {
  const { start } = computer();
  await deadline('2031-01-09');
  await deadline('2031-01-10');
  const running = start();
  await running.look();
  made.pass(10 * hour);
  for (let i = 0; i < 10; i++) {
    await running.look();
    made.pass(5 * 60_000);
  }
  // No closing.
  made.pass(day);
  expect(await start().words()).toBe('1 deadline passed; 1 fell due today');
});
