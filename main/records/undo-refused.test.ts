import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindNamed, type KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { failure } from '../vault/test-vault.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
/** The sample case in a real vault, its papers filed, its dates confirmed, its hold in force. */
beforeAll(async () => {
  home = await makeTestVault(Date.UTC(2026, 10, 24, 15));
  await home.records.change('sample', (w) => {
    for (const { id, kind, caseId, fields, state, audience, privilege, tags } of datedCase().records)
      w.createAny(kind, { id, caseId: caseId === id ? null : caseId, fields, state, audience, privilege, tags });
  });
});
afterAll(() => home.end());
const first = (kind: KindName, state: string): AnyRecord => {
  const found = home.records
    .reading()
    .all(kind)
    .find((one) => one.state === state);
  if (!found) throw new Error(`the sample has no ${kind} that is ${state}`);
  return found;
};
const tag = (id: string, tags: string[]) => home.records.change(null, (w) => w.update(id, { tags }));

describe.each([
  ['a paper that was filed', 'filing', 'filed', 'File a correction, or withdraw the paper.'],
  ['a confirmed date', 'deadline', 'confirmed', 'Enter the new date as an override with its reason and authority.'],
  ['a date that was met', 'deadline', 'met', 'Enter the new date as an override with its reason and authority.'],
  ['a hold notice in force', 'legal_hold', 'active', 'Issue a new version, or release it with a second reviewer.'],
  ['a statement that was made', 'statement', 'made', 'What was said was said. Make a correction and link it.'],
] as const)('%s', (_what, kind, state, instead) => {
  test('refuses the undo of its last act and says what to do instead', async () => {
    const { id, number } = first(kind, state);
    const act = await tag(id, ['last']);
    expect(await failure(home.records.undo(act.act))).toEqual({ code: 'cannot-undo', number, why: instead });
    expect(home.records.reading().require(id).tags).toEqual(['last']);
  });

  test('refuses the undo of an earlier act too, whatever was changed since', async () => {
    const { id, number } = first(kind, state);
    const earlier = await tag(id, ['earlier']);
    await tag(id, ['later']);
    expect(await failure(home.records.undo(earlier.act))).toEqual({ code: 'cannot-undo', number, why: instead });
  });

  test('refuses as part of an act over many, and then none of it is undone', async () => {
    const { id, number, caseId } = first(kind, state);
    const note = await home.records.change(null, (w) => w.create('note', { caseId, fields: { title: 'Beside', type: 'note', body: 'b' } }));
    const act = await home.records.change(null, (w) => [w.update(id, { tags: ['both'] }), w.update(note.result.id, { tags: ['both'] })]);
    expect(await failure(home.records.undo(act.act))).toEqual({ code: 'cannot-undo', number, why: instead });
    expect(home.records.reading().require(note.result.id).tags).toEqual(['both']);
  });
});

test('a volume that was delivered refuses the undo of its delivery, and of what was done before', async () => {
  const { caseId } = first('filing', 'filed');
  const item = await home.records.change(null, (w) => {
    const exhibit = w.create('evidence_item', { caseId, privilege: 'none', fields: { title: 'Log of the tests', type: 'log', bytesNote: 'Kept by the laboratory.' } });
    return w.create('production_set', {
      caseId,
      fields: {
        title: 'First volume',
        volume: 'VOL001',
        documents: [{ item: exhibit.id, begin: 'HRN0000001', end: 'HRN0000004' }],
        approvedBy: 'Ada Reyes',
        delivered: { certainty: 'exact', day: '2026-11-23' },
        to: [w.all('party')[0]?.id ?? ''],
        manifestSha256: 'ab'.repeat(32),
      },
    });
  });
  const { id, number } = item.result;
  const checked = await home.records.change(null, (w) => w.move(id, 'qc'));
  await home.records.change(null, (w) => w.move(id, 'approved'));
  const delivered = await home.records.change(null, (w) => w.move(id, 'delivered'));
  const why = kindNamed('production_set')?.final?.instead;
  expect(why).toContain('replacement volume');
  for (const act of [delivered, checked, item]) expect(await failure(home.records.undo(act.act))).toEqual({ code: 'cannot-undo', number, why });
  expect(home.records.reading().require(id).state).toBe('delivered');
});

test('custody refuses the undo of an event, the last or an earlier one, and says to record another', async () => {
  const { id, number, fields } = first('evidence_item', 'registered');
  const held: unknown = fields['custody'];
  const custody = Array.isArray(held) ? (held as readonly unknown[]) : [];
  const event = (action: string) => ({ action, occurred: { certainty: 'exact', day: '2026-11-23' }, by: 'Counsel' });
  const one = await home.records.change(null, (w) => w.update(id, { fields: { custody: [...custody, event('viewed')] } }));
  const two = await home.records.change(null, (w) => w.update(id, { fields: { custody: [...custody, event('viewed'), event('copied')] } }));
  for (const act of [two, one])
    expect(await failure(home.records.undo(act.act))).toEqual({
      code: 'cannot-undo',
      number,
      why: 'Custody is only ever added to. Record an event that says what was wrong with this one.',
    });
});
