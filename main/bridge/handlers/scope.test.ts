import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusBy } from '../../records/scope-sources.ts';
import { makeTestVault, type TestVault } from '../../records/test-vault.ts';
import type { Session } from '../session.ts';
import { scopeHandlers } from './scope.ts';

let made: TestVault;
beforeAll(async () => {
  made = await makeTestVault();
});
afterAll(() => made.end());

test('whom orders reach is found again after a change of what it rests on, and of nothing else', async () => {
  const { vault, records, now } = made;
  const { model, order } = (
    await records.change(null, (w) => {
      const restricted = w.create('restricted_model', { caseId: null, fields: { name: 'Heron' } });
      w.create('restricted_model', { caseId: null, fields: { name: 'Egret' } });
      const letter = w.createAny('order', {
        caseId: null,
        state: 'unconfirmed',
        fields: { title: 'Letter', instrument: 'unknown', formSeen: 'original', authority: 'stated', clauses: [{ number: '1' }] },
      });
      return { model: restricted.id, order: letter.id };
    })
  ).result;
  // Proof of the cast: nothing else of the session is asked for here.
  const session = { opened: () => ({ vault, records }) } as unknown as Session;
  const handlers = scopeHandlers({ session, clock: () => ({ instant: now(), zone: 'America/New_York' }) });
  const ask = () => handlers['scope.status']({ caseId: null, first: 1 }, { signal: new AbortController().signal, tell: () => {} });

  let before = await ask();
  expect(before).toMatchObject({ models: 1, of: 2 });
  const asked: string[] = [];
  const after = async (kind: string, change: () => Promise<unknown>): Promise<void> => {
    await change();
    const now_ = await ask();
    if (now_ !== before) asked.push(kind);
    before = now_;
  };
  await after('note', () => records.change(null, (w) => w.create('note', { caseId: null, fields: { title: 'Call', type: 'note', body: 'With the directorate.' } })));
  await after('party', () => records.change(null, (w) => w.create('party', { caseId: null, fields: { name: 'Directorate', type: 'agency' } })));
  await after('restricted_model', () => records.change(null, (w) => w.update(model, { fields: { name: 'Heron 2' } })));
  await after('order', () => records.change(null, (w) => w.update(order, { tags: ['read'] })));
  await after('scope_rule', () =>
    records.change(null, (w) =>
      w.createAny('scope_rule', {
        caseId: null,
        state: 'adopted',
        fields: { order, clause: '1', rule: 'barred', persons: 'everyone', models: [model], tests: [{ join: 'must', test: 'everyone' }] },
      }),
    ),
  );
  await after('ambiguity', () =>
    records.change(null, (w) => w.createAny('ambiguity', { caseId: null, fields: { term: 'access', order, about: 'access', readings: [{ letter: 'A', text: 'Every use.' }] } })),
  );
  expect(asked.toSorted()).toEqual([...statusBy].sort());
  const first = before.rows[0];
  expect(first?.cells.some(({ result }) => result !== 'not_barred')).toBe(true);
});
