import { afterAll, expect, test } from 'vitest';
import { clockWords, type ClockDoubt } from '../../shared/calendar/clock-doubt.ts';
import { instantText } from '../../shared/calendar/instant.ts';
import { testPlace, verified, writeRecord } from './test-vault.ts';
import type { Vault } from './vault.ts';

const place = testPlace();
afterAll(() => place.clear());

const day = 86_400_000;
const start = place.now;
const change = (vault: Vault, id: string) => vault.change({}, (tx) => writeRecord(tx, id, id));
const notes = (vault: Vault) =>
  vault.reader
    .prepare<[], { seq: number; at: number; verb: string; image: Buffer }>("SELECT seq, at, verb, image FROM journal WHERE verb LIKE 'clock-%' ORDER BY seq")
    .all()
    // Proof of the cast: written by the vault a moment ago.
    .map(({ image, ...rest }) => ({ ...rest, ...(JSON.parse(image.toString()) as { reason: string; record: { clock: number; before: number } }) }));

test('a clock that was twenty years ahead once is told before and after it is written by, and the history notes what the clock showed afterwards', async () => {
  place.now = start;
  const made = await place.make('Ahead');
  await change(made.vault, 'a');
  expect(made.vault.clock()).toBeNull();
  await made.vault.close();

  const ahead = start + 20 * 365 * day;
  place.now = ahead;
  const wrong = await place.open(made.folder);
  // At opening, before anything is dated by it.
  expect(wrong.clock()).toEqual({ is: 'ahead-of-entry', clock: ahead, known: start });
  await change(wrong, 'b');
  expect(wrong.clock()).toEqual({ is: 'gap', clock: ahead, known: start });
  await wrong.close();

  place.now = start + day;
  const right = await place.open(made.folder);
  expect(right.clock()).toEqual({ is: 'behind-entry', clock: start + day, known: ahead });
  await change(right, 'c');
  await change(right, 'd');
  place.now += 11 * 60_000;
  const { from, to, act } = await change(right, 'e');
  // The note comes with the change, as an act of its own, and the change ends with its own entry.
  expect([from, to]).toEqual([7, 9]);
  expect(right.reader.prepare('SELECT count(*) FROM journal WHERE act = ?').pluck().get(act)).toBe(1);
  expect(notes(right).map(({ seq, at, verb, record }) => ({ seq, at, verb, record }))).toEqual([
    { seq: 3, at: ahead, verb: 'clock-ahead', record: { clock: ahead, before: start } },
    { seq: 5, at: ahead, verb: 'clock-behind', record: { clock: start + day, before: ahead } },
    // One note for what was saved within ten minutes.
    { seq: 8, at: ahead, verb: 'clock-behind', record: { clock: start + day + 11 * 60_000, before: ahead } },
  ]);
  expect(notes(right)[1]?.reason).toBe(
    `This computer’s clock showed ${instantText(start + day)}. What follows is dated ${instantText(ahead)} as the entry before it, because dates of entry never go back.`,
  );
  const report = await verified(right);
  expect(report).toMatchObject({ ok: true, findings: [] });
  expect(report.dates.map(({ part }) => part)).toEqual(['journal entry 3', 'journal entries 5 to 9', 'journal entries 3 to 9']);
  expect(report.dates[2]?.what).toContain(`after what this computer’s clock shows now (${instantText(place.now)})`);
  await right.close();
});

test('a change that is taken back takes its note with it, and drafts without an entry bring none', async () => {
  place.now = start;
  const { vault } = await place.make('Taken back');
  await change(vault, 'a');
  place.now = start - 3 * 60_000;
  await vault.change({}, (tx) => tx.db.exec("INSERT INTO draft VALUES ('form', 'x', '{}', 0)"));
  await expect(
    vault.change({}, (tx) => {
      writeRecord(tx, 'b', 'b');
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(notes(vault)).toEqual([]);
  await change(vault, 'b');
  expect(notes(vault)).toMatchObject([{ seq: 3, verb: 'clock-behind' }]);
  expect(await verified(vault)).toMatchObject({ ok: true, entries: 4, dates: [{ part: 'journal entries 3 to 4' }, { part: 'journal entries 1 to 4' }] });
  await vault.close();
});

test('a clock that lost its battery is told at the making of a vault; a few seconds and a rest of months are no doubt', async () => {
  place.now = Date.UTC(2000, 0, 1);
  const dead = await place.make('Battery');
  expect(dead.vault.clock()).toMatchObject({ is: 'behind-program' });
  await change(dead.vault, 'a');
  expect(notes(dead.vault)).toMatchObject([
    {
      verb: 'clock-behind',
      reason: 'This computer’s clock showed 2000-01-01T00:00:00Z, before 2025-01-01T00:00:00Z, when this program did not exist. What follows is dated by it.',
    },
  ]);
  await dead.vault.close();
  place.now = start;
  const { vault } = await place.make('Rest');
  await change(vault, 'a');
  place.now = start - 60_000;
  expect(vault.clock()).toBeNull();
  await change(vault, 'b');
  place.now = start + 200 * day;
  expect(vault.clock()).toBeNull();
  await change(vault, 'c');
  // A vault that rested for two years by a right clock: told for a week after it is written to again.
  place.now += 2 * 366 * day;
  expect(vault.clock()?.is).toBe('ahead-of-entry');
  await change(vault, 'd');
  place.now += 6 * day;
  expect(vault.clock()?.is).toBe('gap');
  place.now += 2 * day;
  expect(vault.clock()).toBeNull();
  expect(await verified(vault)).toMatchObject({ ok: true, dates: [{ part: 'journal entry 5' }] });
  await vault.close();
});

test('dates of a vault from somebody else that no calendar shows are told without a crash, and one that goes back is a finding', async () => {
  place.now = start;
  const made = await place.make('Strange');
  await change(made.vault, 'a');
  for (const at of [9e15, Number.MAX_SAFE_INTEGER]) {
    await made.vault.change({}, (tx) => tx.db.prepare('UPDATE head SET at = ?').run(at));
  }
  await made.vault.close();
  const again = await place.open(made.folder);
  const doubt = again.clock() ?? ({ is: 'gap', clock: 0, known: 0 } satisfies ClockDoubt);
  expect(doubt).toMatchObject({ is: 'behind-entry', known: Date.UTC(9999, 11, 31, 23, 59, 59) });
  expect(clockWords(doubt, instantText)).toContain('the last entry is dated 9999-12-31');
  await change(again, 'b');
  expect(notes(again)).toHaveLength(1);
  await again.change({}, (tx) => tx.db.exec('UPDATE journal SET at = 5 WHERE seq = 2'));
  expect((await verified(again)).findings.map(({ part, what }) => `${part}: ${what}`)).toContain('journal entry 2: its date is before that of the entry before it');
  await again.close();
});

test.each(['behind-entry', 'behind-program', 'ahead-of-entry', 'ahead-of-program', 'gap'] as const)('%s says what the clock shows and what to do', (is) => {
  const words = clockWords({ is, clock: start, known: start - day }, instantText);
  expect(words).toContain(instantText(start));
  expect(words).toMatch(/set the clock right|set it right/);
});
