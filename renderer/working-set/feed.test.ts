import { expect, test } from 'vitest';
import type { SlimRow } from '../../shared/contract/contract.ts';
import { openWorkingSet } from './database.ts';
import { feed, type Changes, type FeedAsk } from './feed.ts';

const row = (id: string, title = id): SlimRow => ({ id, kind: 'note', number: `NOTE-${id}`, caseId: null, state: 'open', title, due: null, closed: false, seq: 1 });
const change = (from: number, to: number, puts: SlimRow[], removes: string[] = []): Changes => ({ from, to, puts, removes });
const never: FeedAsk = {
  changesSince: () => Promise.reject(new Error('was not to be asked')),
  reload: () => Promise.reject(new Error('was not to be asked')),
  outgrown: () => false,
};
const titles = async (set: ReturnType<typeof openWorkingSet>): Promise<string[]> => (await set.rows.toArray()).map((one) => one.title).sort();

test('a change that follows on is applied without asking', async () => {
  const set = openWorkingSet();
  const follow = feed(set, never, 10, () => {});
  await follow.take(change(10, 12, [row('1'), row('2')]));
  await follow.take(change(12, 13, [row('1', 'renamed')], ['2']));
  expect(await titles(set)).toEqual(['renamed']);
  expect(follow.held()).toBe(13);
});

test('a gap is asked for, so that nothing is missed', async () => {
  const set = openWorkingSet();
  const asked: number[] = [];
  const follow = feed(set, { ...never, changesSince: async (seq) => (asked.push(seq), { ...change(seq, 15, [row('1'), row('2'), row('3')]), reload: false }) }, 10, () => {});
  await follow.take(change(14, 15, [row('3')]));
  expect(asked).toEqual([10]);
  expect(await titles(set)).toEqual(['1', '2', '3']);
});

test('what is too old to be told piece by piece is loaded anew', async () => {
  const set = openWorkingSet();
  await set.rows.put(row('old'));
  const ask: FeedAsk = {
    ...never,
    changesSince: async (seq) => ({ ...change(seq, 90, []), reload: true }),
    reload: async () => {
      await set.rows.clear();
      await set.rows.put(row('new'));
      return 90;
    },
  };
  const follow = feed(set, ask, 10, () => {});
  await follow.take(change(80, 81, [row('x')]));
  expect(await titles(set)).toEqual(['new']);
  expect(follow.held()).toBe(90);
});

test('changes are applied in their order even when they come at once, and one that is known is left aside', async () => {
  const set = openWorkingSet();
  const reached: number[] = [];
  const follow = feed(set, never, 0, (seq) => reached.push(seq));
  await Promise.all([follow.take(change(0, 1, [row('1', 'first')])), follow.take(change(1, 2, [row('1', 'second')])), follow.take(change(0, 1, [row('1', 'first')]))]);
  expect(await titles(set)).toEqual(['second']);
  expect(reached).toEqual([1, 2]);
});

test('what does not come whole leaves what was held, and is asked for again at the next change', async () => {
  const set = openWorkingSet();
  await set.rows.put(row('old'));
  let loads = 0;
  const reached: number[] = [];
  const ask: FeedAsk = { ...never, changesSince: () => Promise.resolve(null), reload: () => Promise.resolve(++loads < 2 ? null : 82) };
  const follow = feed(set, ask, 10, (seq) => reached.push(seq));
  await follow.take(change(80, 81, [row('x')]));
  expect([await titles(set), follow.held(), reached]).toEqual([['old'], 10, []]);
  await follow.take(change(81, 82, [row('y')]));
  expect([loads, follow.held(), reached]).toEqual([2, 82, [82]]);
});

test('a set that has outgrown the window is loaded anew', async () => {
  const set = openWorkingSet();
  let loads = 0;
  const ask: FeedAsk = { ...never, reload: async () => (++loads, await set.rows.delete('2'), 3), outgrown: () => loads === 0 };
  const follow = feed(set, ask, 1, () => {});
  await follow.take(change(1, 2, [row('1'), row('2')]));
  expect([loads, await titles(set), follow.held()]).toEqual([1, ['1'], 3]);
});

test('two working sets share nothing: it is memory of the page', async () => {
  const one = openWorkingSet();
  await one.rows.put(row('secret'));
  expect(await openWorkingSet().rows.count()).toBe(0);
});
