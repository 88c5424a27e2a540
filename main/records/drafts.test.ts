import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
beforeAll(async () => {
  home = await makeTestVault();
  await home.records.changeMany(
    null,
    Array.from({ length: 1200 }, (_, at) => at),
    (w, at) => w.create('note', { caseId: null, fields: { title: `${at}`, type: 'note', body: 'x' } }),
  );
});
afterAll(() => home.end());

const notes = () => home.records.reading().all('note');

test('what is typed while many records are changed is found at once, and stays when that is cancelled', async () => {
  await home.records.drafts.save('note', null, { title: 'before' });
  const stop = new AbortController();
  const said: number[] = [];
  const saving: Promise<unknown>[] = [];
  const many = answer(() =>
    home.records.changeMany(null, notes(), (w, one) => w.update(one.id, { tags: ['many'] }), {
      signal: stop.signal,
      tell: (done) => {
        said.push(done);
        if (saving.length === 0) saving.push(home.records.drafts.save('note', null, { title: 'typed meanwhile' }));
        expect(home.records.drafts.read('note', null)?.body).toEqual({ title: 'typed meanwhile' });
        stop.abort();
      },
    }),
  );
  expect(await many).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  await Promise.all(saving);
  expect(said.length).toBeGreaterThan(0);
  expect(notes().every((one) => one.tags.length === 0)).toBe(true);
  expect(home.records.drafts.read('note', null)?.body).toEqual({ title: 'typed meanwhile' });
});

test('a draft that is discarded while it waits does not come back', async () => {
  const saving = home.records.drafts.save('note', null, { title: 'thrown away' });
  await home.records.drafts.discard('note', null);
  await saving;
  expect(home.records.drafts.read('note', null)).toBeNull();
});
