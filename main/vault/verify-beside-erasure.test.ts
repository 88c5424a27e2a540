import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aloneOrBeside } from './in-turn.ts';
import { failure, testPlace, writeRecord } from './test-vault.ts';
import { createVault, type Vault } from './vault.ts';

const place = testPlace();
let vault: Vault;
beforeAll(async () => {
  // In a thread of its own, as in the app: what an erasure writes is written beside everything else.
  const setting = { ...place.setting(), databaseThread: path.join(import.meta.dirname, '../database-thread.ts') };
  ({ vault } = await createVault(path.join(place.path, 'Read.cordon'), { name: 'Ada', passphrase: place.passphrase }, setting));
  await vault.change({}, (tx) => {
    for (let at = 0; at < 300; at++) writeRecord(tx, `r${at}`, `Title ${at}`, `words${at} `.repeat(120));
  });
});
afterAll(async () => {
  await vault.close();
  place.clear();
});

const erase = (id: string, signal?: AbortSignal) =>
  vault.erase(
    {},
    (tx) => {
      tx.db.prepare('DELETE FROM search_text WHERE record = ?').run(id);
      writeRecord(tx, id, 'Gone');
      return { result: id, blobs: [] };
    },
    { signal },
  );

test('a vault that is verified while an erasure writes its pages anew is found whole: the check waits for the erasure, and the erasure for a check that runs', async () => {
  const order: string[] = [];
  const checked = async (name: string) => {
    let isFirst = true;
    const report = await vault.verify({
      upgrade: (_kind, _shape, image) => image,
      compare: () => null,
      tell: () => void (isFirst && order.push(`${name} begins`), (isFirst = false)),
    });
    order.push(`${name} ends`);
    return report;
  };
  const reports = [checked('first')];
  // As the window does it: the change is told while its traces are still being taken away.
  const deaf = vault.onCommit(() => void reports.push(checked('second'), checked('third')));
  await erase('r1').then(() => order.push('erased'));
  deaf();
  for (const report of await Promise.all(reports)) expect(report.findings).toEqual([]);
  expect(order.slice(0, 3)).toEqual(['first begins', 'first ends', 'erased']);
  // Two checks bear each other.
  expect(order.slice(3).toSorted()).toEqual(['second begins', 'second ends', 'third begins', 'third ends']);
  expect(vault.notices).toEqual([]);
});

test('an erasure and a backup that wait for another backup are stopped at once', async () => {
  let go: () => void = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  const saving = vault.backup({}, () => held);
  const stop = new AbortController();
  const waiting = [failure(erase('r2', stop.signal)), failure(vault.backup({ signal: stop.signal }, () => Promise.resolve()))];
  await new Promise((resolve) => setTimeout(resolve, 30));
  stop.abort();
  // While what they wait for goes on.
  expect(await Promise.all(waiting)).toEqual([{ code: 'cancelled' }, { code: 'cancelled' }]);
  go();
  await saving;
  expect(vault.reader.prepare("SELECT title FROM record WHERE id = 'r2'").pluck().get()).toBe('Title 2');
});

test('works bear each other beside, and whoever is alone waits for those before and holds those after', async () => {
  const turns = aloneOrBeside();
  const order: string[] = [];
  const work = (name: string, ms: number) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, ms));
    order.push(`${name} ends`);
    if (name === 'second') throw new Error('it fails');
  };
  const all = [turns.beside(work('first', 20)), turns.beside(work('second', 5)), turns.alone(work('alone', 5)), turns.beside(work('last', 0)), turns.alone(work('end', 0))];
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(order).toEqual(
    ['first', 'second', 'second', 'first', 'alone', 'alone', 'last', 'last', 'end', 'end'].map((name, at) => `${name} ${[0, 1, 4, 6, 8].includes(at) ? 'begins' : 'ends'}`),
  );
});
