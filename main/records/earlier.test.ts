import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnyRecord } from '../../shared/records/record.ts';
import { failure } from '../vault/test-vault.ts';
import { putBackTogether } from './removed.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let caseId: string;
beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
});
afterAll(() => home.end());

const make = async (kind: string, fields: Readonly<Record<string, unknown>>): Promise<AnyRecord> =>
  (await home.records.change(null, (w) => w.createAny(kind, { caseId, fields }))).result;
const note = (title: string) => make('note', { title, type: 'note', body: 'as it stood' });
const write = (id: string, fields: Readonly<Record<string, unknown>>) => home.records.change(null, (w) => w.update(id, { fields }));
const entries = (number: string): number[] => home.records.history({ number, limit: 100 }).entries.map(({ seq }) => seq);
const restore = (number: string, entry: number, fields: string[]) =>
  home.records.restoreEarlier({ number, entry, fields, seq: home.records.reading().changed(home.records.reading().require(number).id).seq, reason: 'It was right before.' });

describe('what was removed', () => {
  test('is listed last first with who, when and why, and is put back as it stood by one act that one undo takes back', async () => {
    const made = [await note('kept'), await note('first gone'), await note('second gone')];
    const [kept, one, two] = made as [AnyRecord, AnyRecord, AnyRecord];
    await home.records.change('tidy', (w) => w.remove(one.id, 'entered twice'));
    home.pass(60_000);
    await home.records.change('tidy', (w) => w.remove(two.id, 'another case'));
    const { rows, total } = home.records.removed({ caseId, limit: 10 });
    expect(total).toBe(2);
    expect(rows.map(({ number, title, at, actor, reason }) => ({ number, title, at, actor, reason }))).toEqual([
      { number: two.number, title: 'second gone', at: home.now(), actor: 'Ada Reyes', reason: 'another case' },
      { number: one.number, title: 'first gone', at: home.now() - 60_000, actor: 'Ada Reyes', reason: 'entered twice' },
    ]);
    const back = await putBackTogether(home.records, [one.number, two.number, kept.number], {});
    expect(home.records.removed({ limit: 10 }).total).toBe(0);
    expect(made.map(({ id }) => home.records.reading().get(id))).toEqual(made);
    await home.records.undo(back.act);
    expect(
      home.records
        .removed({ limit: 10 })
        .rows.map(({ reason }) => reason ?? '')
        .sort((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['another case', 'entered twice']);
    await putBackTogether(home.records, [one.number, two.number], {});
  });

  test('is found by words, page by page', async () => {
    const made: AnyRecord[] = [];
    for (let i = 0; i < 5; i++) made.push(await note(`paged ${i}`));
    await home.records.change('tidy', (w) => made.forEach(({ id }) => void w.remove(id, 'tidy')));
    const first = home.records.removed({ text: 'PAGED', limit: 3 });
    expect([first.total, first.rows.map(({ title }) => title)]).toEqual([5, ['paged 4', 'paged 3', 'paged 2']]);
    const rest = home.records.removed({ text: 'paged', limit: 3, before: first.rows.at(-1)?.seq });
    expect(rest.rows.map(({ title }) => title)).toEqual(['paged 1', 'paged 0']);
    expect(home.records.removed({ text: 'paged 3', limit: 3 }).total).toBe(1);
  });

  test('is not put back where what it needs is gone: its case, or what it links to; nothing of the act is kept', async () => {
    const other = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'Another' } }))).result;
    const inside = (await home.records.change(null, (w) => w.create('note', { caseId: other.id, fields: { title: 'inside', type: 'note', body: 'b' } }))).result;
    const beside = await note('beside');
    await home.records.change('tidy', (w) => [w.remove(inside.id, 'tidy'), w.remove(beside.id, 'tidy')]);
    await home.records.change('tidy', (w) => w.remove(other.id, 'tidy'));
    expect(await failure(putBackTogether(home.records, [beside.number, inside.number], {}))).toMatchObject({ code: 'link-target-missing', number: inside.number, field: 'caseId' });
    expect(home.records.reading().get(beside.id)?.removed).toBeDefined();
    // Together with its case it comes back.
    await putBackTogether(home.records, [inside.number, other.number, beside.number], {});
    expect(home.records.reading().get(inside.id)).toEqual(inside);
  });

  test('is not listed once it is sequestered or erased', async () => {
    const made = [await note('closed one'), await note('erased one')] as [AnyRecord, AnyRecord];
    await home.records.change('tidy', (w) => made.forEach(({ id }) => void w.remove(id, 'tidy')));
    expect(home.records.removed({ text: 'one', limit: 10 }).total).toBe(2);
    const authority = { kind: 'protective_order', paper: 'Order of 8 January', reason: 'Order of the court' } as const;
    await home.records.sequester([made[0].number], authority);
    await home.records.erase([made[1].number], authority);
    expect(home.records.removed({ text: 'one', limit: 10 }).total).toBe(0);
    expect(await failure(putBackTogether(home.records, [made[1].number], {}))).toMatchObject({ code: 'guard' });
  });
});

describe('an earlier version of a record', () => {
  test('shows what it said otherwise, and single fields are brought back as a change with its reason; what else was changed stands', async () => {
    const made = await note('First title');
    const [first] = entries(made.number);
    await write(made.id, { title: 'Second title', body: 'rewritten' });
    await write(made.id, { body: 'rewritten twice' });
    const version = home.records.earlier(made.number, first ?? 0);
    expect(version.instead).toBeNull();
    expect(version.fields.map(({ field, why, lines }) => ({ field, why, lines }))).toEqual([
      { field: 'title', why: null, lines: [{ label: 'Title', old: 'Second title', new: 'First title' }] },
      { field: 'body', why: null, lines: [{ label: expect.any(String), old: 'rewritten twice', new: 'as it stood' }] },
    ]);
    const done = await restore(made.number, first ?? 0, ['title']);
    expect(home.records.reading().get(made.id)?.fields).toMatchObject({ title: 'First title', body: 'rewritten twice' });
    expect(home.records.history({ number: made.number, limit: 1 }).entries[0]).toMatchObject({ verb: 'update', reason: 'It was right before.' });
    await restore(made.number, first ?? 0, ['body']);
    expect(home.records.reading().get(made.id)).toEqual(made);
    await home.records.undo(done.act);
    expect(home.records.reading().get(made.id)?.fields).toMatchObject({ title: 'Second title', body: 'as it stood' });
  });

  test('a field that was empty then is empty again', async () => {
    const made = await make('deadline', { title: 'Answer', method: 'manual', side: 'ours' });
    const [first] = entries(made.number);
    await write(made.id, { owner: 'Research', note: 'By mail' });
    expect(home.records.earlier(made.number, first ?? 0).fields.map(({ field }) => field)).toEqual(['owner', 'note']);
    await restore(made.number, first ?? 0, ['owner', 'note']);
    expect(home.records.reading().get(made.id)).toEqual(made);
  });

  test('is refused where somebody changed the record meanwhile, where it says the same, and where the entry is of another record', async () => {
    const made = await note('one');
    const [first = 0] = entries(made.number);
    await write(made.id, { title: 'two' });
    const { seq } = home.records.earlier(made.number, first);
    await write(made.id, { title: 'three' });
    const asked = { number: made.number, entry: first, fields: ['title'], seq, reason: 'r' };
    expect(await failure(home.records.restoreEarlier(asked))).toMatchObject({ code: 'changed-since' });
    expect(await failure(restore(made.number, first, ['body']))).toMatchObject({ code: 'misuse' });
    expect(await failure(restore(made.number, first - 1, ['title']))).toMatchObject({ code: 'record-not-found' });
    expect(home.records.reading().get(made.id)?.fields['title']).toBe('three');
  });

  test('custody is not taken back, other fields of the exhibit are', async () => {
    const event = { action: 'received', occurred: { certainty: 'exact', day: '2026-06-14' }, by: 'Counsel' };
    const made = await make('evidence_item', { title: 'Letter', type: 'document', custody: [event] });
    const [first = 0] = entries(made.number);
    await write(made.id, { title: 'Letter of 14 June', custody: [event, { ...event, action: 'viewed' }] });
    expect(home.records.earlier(made.number, first).fields.find(({ field }) => field === 'custody')?.why).toMatch(/^Custody is only ever added to\./);
    expect(await failure(restore(made.number, first, ['title', 'custody']))).toMatchObject({ code: 'cannot-restore', why: expect.stringContaining('Record an event') });
    await restore(made.number, first, ['title']);
    expect(home.records.reading().get(made.id)?.fields).toMatchObject({ title: 'Letter', custody: [event, { ...event, action: 'viewed' }] });
  });

  test('a hold that is in force stays as it is, and its kind says what to do instead', async () => {
    const hold = await make('legal_hold', { title: 'H', scope: { names: [] }, issuedBy: 'GC', custodians: [{ who: 'Research' }] });
    const [first = 0] = entries(hold.number);
    await write(hold.id, { title: 'Hold on logs' });
    await home.records.change(null, (w) => w.move(hold.id, 'issued'));
    expect(home.records.earlier(hold.number, first).instead).toMatch(/^Issue a new version/);
    expect(await failure(restore(hold.number, first, ['title']))).toMatchObject({ code: 'cannot-restore', why: expect.stringMatching(/^Issue a new version/) });
    expect(home.records.reading().get(hold.id)?.fields['title']).toBe('Hold on logs');
  });

  test('the date of a running deadline is not taken back by its earlier wording, nor by that of an override', async () => {
    const date = (day: string) => ({ certainty: 'exact', day });
    const made = await make('deadline', { title: 'Answer', method: 'manual', side: 'theirs', consequence: 'internal', date: date('2031-02-03'), note: 'old' });
    const [first = 0] = entries(made.number);
    await write(made.id, { date: date('2031-02-10'), note: 'new', title: 'Answer to the notice' });
    expect(home.records.earlier(made.number, first).fields.every(({ why }) => why === null)).toBe(true);
    await write(made.id, { confirmation: { by: 'Counsel', reviewedBy: 'Second counsel' } });
    for (const to of ['confirmed', 'active']) await home.records.change(null, (w) => w.move(made.id, to));
    const fields = home.records.earlier(made.number, first).fields;
    expect(Object.fromEntries(fields.map(({ field, why }) => [field, why]))).toEqual({
      title: null,
      date: 'Enter the new date as an override with its reason and authority.',
      confirmation: 'Enter the new date as an override with its reason and authority.',
      note: null,
    });
    expect(await failure(restore(made.number, first, ['date']))).toMatchObject({ code: 'cannot-restore' });
    await restore(made.number, first, ['note', 'title']);
    expect(home.records.reading().get(made.id)?.fields).toMatchObject({ title: 'Answer', note: 'old', date: date('2031-02-10') });
  });

  test('what was signed stands as it was signed', async () => {
    const made = await make('deadline', { title: 'Answer', method: 'manual', side: 'ours', date: { certainty: 'exact', day: '2031-02-03' }, note: 'old' });
    const [first = 0] = entries(made.number);
    await write(made.id, { date: { certainty: 'exact', day: '2031-02-10' }, note: 'new' });
    await home.records.approve({ number: made.number, role: 'approver' });
    const { fields } = home.records.earlier(made.number, first);
    expect(fields.find(({ field }) => field === 'date')?.why).toMatch(/^Ada Reyes signed for it as it stands\. Withdraw the approval/);
    expect(fields.find(({ field }) => field === 'note')?.why).toBeNull();
  });

  test('of a record that is removed nothing is brought back before the record is', async () => {
    const made = await note('one');
    const [first = 0] = entries(made.number);
    await write(made.id, { title: 'two' });
    await home.records.change('tidy', (w) => w.remove(made.id, 'tidy'));
    expect(() => home.records.earlier(made.number, first)).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code: 'guard', guard: 'removed' }) }));
  });
});
