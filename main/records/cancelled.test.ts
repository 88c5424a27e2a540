import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refused } from '../../shared/failure/failure.ts';
import { putBackTogether } from './removed.ts';
import type { SlicesSetting } from './records.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';
import { changeTogether, removeTogether } from './together.ts';

/** Many records and points at which each act is stopped, or few where a run is to be short. */
const [records, points] = process.env['CORDON_LONG'] === 'all' ? [1_000, 20] : [800, 2];

let home: TestVault;
let caseId: string;
const numbers: string[] = [];
beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
  await home.records.changeMany(null, Array.from({ length: records }), (w, _, i) => {
    numbers.push(w.create('note', { caseId, fields: { title: `note ${i}`, type: 'note', body: 'b' } }).number);
  });
});
afterAll(() => home.end());

const all = { kind: 'note', sort: 'number', down: false } as const;
/** The last entry, every row with its last entry and its state, what is found, and what was removed. */
const state = () => ({
  seq: home.records.reading().seq,
  rows: home.vault.reader.prepare('SELECT id, number, state, title, closed, seq FROM record ORDER BY id').all(),
  links: home.vault.reader.prepare('SELECT count(*) AS n FROM link').get(),
  found: home.records.search({ text: 'note', limit: 5 }).hits.length,
  numbers: home.records.reading().numbers(all).length,
});

interface Stopped {
  readonly name: string;
  readonly act: (setting: SlicesSetting, last: string) => Promise<{ readonly act: string }>;
  /** Brings about what the act is done to. */
  readonly before?: () => Promise<{ readonly act: string }>;
}
const note = (title: string) => ({ caseId, fields: { title, type: 'note', body: 'b' } }) as const;
const acts: readonly Stopped[] = [
  { name: 'an import', act: (setting) => home.records.changeMany('import', Array.from({ length: records }), (w, _, i) => void w.create('note', note(`new ${i}`)), setting) },
  { name: 'a change of many', act: (setting) => changeTogether(home.records, { numbers, fields: {}, addTags: ['stopped'] }, setting) },
  { name: 'a removal of many', act: (setting) => removeTogether(home.records, numbers, 'tidy', setting) },
  {
    name: 'an undo of many',
    act: ({ signal }, last) => home.records.undo(last, signal ? { signal } : {}),
    before: () => changeTogether(home.records, { numbers, fields: {}, addTags: ['kept'] }, {}),
  },
  { name: 'putting many back', act: (setting) => putBackTogether(home.records, numbers, setting), before: () => removeTogether(home.records, numbers, 'tidy', {}) },
];

test.each(acts)(
  '$name that is stopped at any point leaves everything as it was',
  async ({ act, before }) => {
    const last = before ? (await before()).act : '';
    const whole = async (setting: SlicesSetting): Promise<void> => {
      const done = await act(setting, last);
      await home.records.undo(done.act);
    };
    // Once to its end, so that the points lie within it.
    const began = performance.now();
    const { act: done } = await act({}, last);
    const took = performance.now() - began;
    await home.records.undo(done);
    const start = { ...state(), seq: 0 };
    let stopped = 0;
    for (let point = 0; point < points; point++) {
      const stop = new AbortController();
      const seq = home.records.reading().seq;
      const timer = setTimeout(() => stop.abort(), (took * point * 0.8) / points);
      try {
        await whole({ signal: stop.signal });
      } catch (thrown) {
        if (!(thrown instanceof Refused)) throw thrown;
        stopped++;
        expect(thrown.failure).toEqual({ code: 'cancelled' });
        expect({ ...state(), seq: 0 }).toEqual(start);
        expect(home.records.reading().seq).toBe(seq);
      }
      clearTimeout(timer);
      // An act that was quicker than its stop was taken back: from here its rows have later entries.
      Object.assign(start, { ...state(), seq: 0 });
    }
    expect(stopped, 'points at which it was stopped').toBeGreaterThan(0);
    if (before) await home.records.undo(last).catch(() => undefined);
  },
  120_000,
);
