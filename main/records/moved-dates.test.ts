import { afterEach, beforeEach, expect, test } from 'vitest';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { compute } from '../../shared/law/compute.ts';
import { ruleById } from '../../shared/law/rules.ts';
import { recomputed } from '../../shared/records/views/recomputed.ts';
import { shippedLaw } from '../../shared/law/law-book.ts';
import { isKind } from '../../shared/records/kinds.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { lawOf } from './law-of.ts';
import { approveMoved, movedDates } from './moved-dates.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let made: TestVault;
beforeEach(async () => {
  made = await makeTestVault();
});
afterEach(() => made.end());

const by = { name: 'Ada Reyes', today: '2031-01-08' };
const plain = (value: unknown): Record<string, never> => JSON.parse(JSON.stringify(value)) as Record<string, never>;

/** A deadline as the form records one: rule, inputs and the answer of that day. */
async function deadline(ruleId: string, trigger: string, inputs: object = {}, more: object = {}): Promise<string> {
  const { countedDays: _days, ...answer } = compute(ruleById(ruleId), { trigger, ...inputs });
  const fields = {
    title: ruleId,
    method: 'rule',
    side: 'ours',
    ruleId,
    inputs: plain({ trigger, ...inputs }),
    answer: plain(answer),
    consequence: answer.consequence,
    nature: answer.nature,
    ...more,
  };
  const { result } = await made.records.change(null, (writing) => writing.createAny('deadline', { caseId: null, fields }));
  return result.number;
}
const enter = async (kind: string, fields: object): Promise<string> =>
  (await made.records.change(null, (writing) => writing.createAny(kind, { caseId: null, fields: { ...fields } }))).result.id;
const moved = () => movedDates(made.records.reading());
const answerOf = (number: string) => made.records.reading().require(number).fields['answer'];

test('no date of the sample moves by itself', () => {
  for (const record of datedCase().records) if (isKind(record, 'deadline')) expect([record.number, recomputed(record, shippedLaw)?.to ?? 'same']).toEqual([record.number, 'same']);
});

test('a holiday entered once shows what it would do to every date it touches, and moves none', async () => {
  const answer = await deadline('frcp.12.answer.21', '2031-01-08');
  const other = await deadline('bis.766.answer.30', '2031-06-04');
  expect(moved()).toEqual({ checked: 2, moved: [] });
  await enter('closure', { title: 'National day of mourning', date: '2031-01-29', effect: 'holiday', by: 'president', source: 'Executive order' });
  expect(moved()).toMatchObject({
    checked: 2,
    moved: [{ number: answer, before: { due: '2031-01-29', safe: '2031-01-29' }, after: { due: '2031-01-30', safe: '2031-01-30' }, confirmed: false, instead: null, ground: null }],
  });
  expect(answerOf(answer)).toMatchObject({ due: '2031-01-29' });
  await approveMoved(made.records, [answer], by, 'Mourning day');
  expect(answerOf(answer)).toMatchObject({ due: '2031-01-30', steps: expect.arrayContaining([expect.stringContaining('declared by the President')]) });
  expect(moved().moved).toEqual([]);
  expect(answerOf(other)).toMatchObject({ due: '2031-07-07' });
});

test('a court’s office that could not be reached moves the dates of that court only', async () => {
  const here = await deadline('frcp.12.answer.21', '2031-01-08', { court: 'us-dcd' });
  await deadline('frcp.12.answer.21', '2031-01-08', { court: 'us-cand' });
  await enter('closure', { title: 'Flooded', date: '2031-01-29', effect: 'inaccessible', court: 'us-dcd', source: 'Notice of the clerk' });
  expect(moved().moved).toMatchObject([{ number: here, after: { due: '2031-01-30' } }]);
});

test('a rule that counsel changes is confirmed anew, and one switched off leaves a date that nobody can count', async () => {
  const number = await deadline('bis.766.answer.30', '2031-06-04');
  const rule = await enter('time_limit_rule', { ruleId: 'bis.766.answer.30', count: 20, reason: 'Amended in 2031' });
  const confirmed = () => lawOf(made.records.reading()).rules.find((one) => one.id === 'bis.766.answer.30')?.confirmed_by;
  const { number: ruleNumber } = made.records.reading().require('RULE-001');
  const move = (state: string) => made.records.change(null, (writing) => writing.move(rule, state));
  await expect(move('confirmed')).rejects.toMatchObject({ failure: { code: 'guard', guard: 'who-confirms' } });
  await made.records.approve({ number: ruleNumber, role: 'approver' });
  await move('confirmed');
  expect(confirmed()).toEqual({ name: made.vault.person.name, date: expect.any(String) });
  expect(moved().moved).toMatchObject([{ number, after: { due: '2031-06-24' } }]);
  const count = (units: number) => made.records.change(null, (writing) => writing.update(rule, { fields: { count: units } }));
  await expect(count(25)).rejects.toMatchObject({ failure: { code: 'guard', guard: 'confirmed-stands' } });
  await move('proposed');
  await count(25);
  expect(confirmed()).toBeNull();
  // What was signed was 20 days: the same signature does not confirm 25.
  await expect(move('confirmed')).rejects.toMatchObject({ failure: { code: 'guard', guard: 'who-confirms', facts: [expect.stringContaining('changed after it was signed')] } });
  await made.records.approve({ number: ruleNumber, role: 'approver' });
  await move('confirmed');
  expect(confirmed()).not.toBeNull();
  await made.records.change(null, (writing) => writing.move(rule, 'off'));
  expect(moved().moved).toMatchObject([{ number, after: null, failure: { code: 'rule-unknown' }, instead: 'look' }]);
});

test('a typed confirmation is not authenticated, does not stand for somebody with a key, and falls with the words it was for', async () => {
  const rule = await enter('time_limit_rule', { ruleId: 'bis.766.answer.30', count: 20, reason: 'Amended', confirmation: { by: made.vault.person.name, on: '2031-01-08' } });
  const change = (fields: object) => made.records.change(null, (writing) => writing.update(rule, { fields: { ...fields } }));
  const confirm = () => made.records.change(null, (writing) => writing.move(rule, 'confirmed'));
  await expect(confirm()).rejects.toMatchObject({ failure: { guard: 'who-confirms', facts: [expect.stringContaining('has a key in this vault')] } });
  await change({ confirmation: { by: 'Outside Counsel', on: '2031-01-09' } });
  await confirm();
  const now = () => lawOf(made.records.reading()).rules.find((one) => one.id === 'bis.766.answer.30');
  expect(now()?.confirmed_by).toEqual({ name: 'Outside Counsel', date: '2031-01-09', attested: true });
  const own = now();
  expect(own && compute(own, { trigger: '2031-06-04' }).assumptions.map((one) => one.text)).toContain('Attested by Outside Counsel on Thu 9 Jan 2031, not authenticated.');
  await made.records.change(null, (writing) => writing.move(rule, 'proposed'));
  await expect(change({ count: 25 })).rejects.toMatchObject({ failure: { guard: 'confirmed-stands' } });
  await expect(change({ unit: 'business_day' })).rejects.toMatchObject({ failure: { guard: 'whole-rule' } });
  await change({ count: 25, confirmation: { by: 'Outside Counsel', on: '2031-02-01' } });
});

test('a rule of one’s own needs what nothing shipped says, and then counts', async () => {
  await expect(enter('time_limit_rule', { ruleId: 'own.notice', reason: 'Contract' })).rejects.toMatchObject({ failure: { code: 'guard', guard: 'whole-rule' } });
  await enter('time_limit_rule', {
    ruleId: 'own.notice',
    title: 'Notice under the hosting contract',
    citation: 'Contract, section 9.2',
    event: 'Receipt of the order',
    count: 5,
    unit: 'business_day',
    method: 'BUSINESS_DAYS',
    nature: 'our_act',
    reason: 'The contract says so',
  });
  const book = lawOf(made.records.reading());
  const own = book.rules.find((one) => one.id === 'own.notice');
  expect(own && compute(own, { trigger: '2031-01-08' }, { law: book })).toMatchObject({ due: '2031-01-15' });
});

test('a confirmed date moves only where counsel signs the new one, and a grave one not from a list at all', async () => {
  const light = await deadline('frcp.12.answer.21', '2031-01-08', {}, { consequence: 'loses_right' });
  const grave = await deadline('frcp.12.answer.21', '2031-01-08');
  await made.records.approve({ number: light, role: 'approver' });
  await made.records.change(null, (writing) => writing.move(writing.require(light).id, 'confirmed'));
  await made.records.change(null, (writing) => writing.update(writing.require(grave).id, { fields: { confirmation: { by: 'One', reviewedBy: 'Two' } } }));
  await made.records.change(null, (writing) => writing.move(writing.require(grave).id, 'confirmed'));
  await enter('closure', { title: 'Day of mourning', date: '2031-01-29', effect: 'holiday', by: 'president', source: 'Executive order' });
  expect(moved().moved).toMatchObject([
    { number: light, confirmed: true, instead: null },
    { number: grave, confirmed: true, instead: 'override' },
  ]);
  const answer = answerOf(light);
  await expect(
    made.records.change(null, (writing) => writing.update(writing.require(light).id, { fields: { answer: { ...(answer as object), due: '2031-02-03', safe: '2031-02-03' } } })),
  ).rejects.toBeInstanceOf(Refused);
  await expect(approveMoved(made.records, [light, grave], by, 'Mourning day')).rejects.toMatchObject({ failure: { code: 'guard', guard: 'second-reviewer' } });
  expect(answerOf(light)).toEqual(answer);
  await approveMoved(made.records, [light], by, 'Mourning day');
  expect(answerOf(light)).toMatchObject({ due: '2031-01-30' });
  expect(made.records.reading().linkingTo(made.records.reading().require(light).id, 'approves')).toHaveLength(2);
});

test('a corrected date of the order is counted again from it, shown before and after, and recorded only where somebody approves', async () => {
  const text = { title: 'Letter', instrument: 'unknown', formSeen: 'original', textInHand: true, authority: 'stated' };
  const exact = (day: string, time?: string) => ({ certainty: 'exact', day, ...(time && { time }) });
  const order = await enter('order', { ...text, issued: exact('2031-01-06'), received: exact('2031-01-08') });
  const runs = (dateKind: string, day: string) => deadline('bis.appeal.45', day, {}, { trigger: { record: order, dateKind, value: exact(day) } });
  const [paper, receipt, unnamed] = [await runs('Date on the paper', '2031-01-06'), await runs('received', '2031-01-08'), await runs('The day we knew', '2031-01-08')];
  await made.records.change(null, (writing) => writing.update(order, { fields: { issued: exact('2031-01-07') } }));
  const [first, second] = moved().moved;
  expect(moved().moved).toHaveLength(2);
  expect(first).toMatchObject({
    number: paper,
    before: { due: '2031-02-20' },
    after: { due: '2031-02-21' },
    instead: null,
    ground: { says: 'other', was: 'Mon 6 Jan 2031', now: 'Tue 7 Jan 2031' },
  });
  expect(second).toMatchObject({ number: unnamed, after: null, instead: 'look', ground: { says: 'no-such-date' } });
  expect(receipt).not.toBe(paper);
  expect(answerOf(paper)).toMatchObject({ due: '2031-02-20' });
  await approveMoved(made.records, [paper], by, 'The letter is dated 7 January');
  expect(made.records.reading().require(paper).fields).toMatchObject({
    answer: { due: '2031-02-21' },
    inputs: { trigger: '2031-01-07' },
    trigger: { value: { day: '2031-01-07' } },
  });
  expect(moved().moved.map(({ number }) => number)).toEqual([unnamed]);
  // A date that becomes unsure leaves no due date, only the safe one.
  await made.records.change(null, (writing) => writing.update(order, { fields: { issued: { certainty: 'range', earliest: '2031-01-03', latest: '2031-01-07' } } }));
  expect(moved().moved.find(({ number }) => number === paper)).toMatchObject({ after: { due: null, safe: '2031-02-14' } });
});

test('a record that starts the time and changed later is named, so that somebody looks', async () => {
  const order = await enter('decision', { question: 'Whether the letter is an order' });
  const number = await deadline('frcp.12.answer.21', '2031-01-08', {}, { trigger: { record: order, value: { certainty: 'exact', day: '2031-01-08' } } });
  expect(moved().moved).toEqual([]);
  await made.records.change(null, (writing) => writing.update(order, { fields: { question: 'Whether the letter of January 9 is an order' } }));
  expect(moved().moved).toMatchObject([{ number, ground: { title: 'Whether the letter of January 9 is an order', by: null, says: 'no-such-date' }, instead: 'look' }]);
});

test('a date that was computed before its zone was kept is offered once more with it, and no day moves', async () => {
  const number = await deadline('court.order.hours', '2031-01-08T16:30', { offset: 48, court: 'us-cand' });
  const computed = answerOf(number) as { due: string; zone: string };
  expect(computed.zone).toBe('America/Los_Angeles');
  const { zone: _zone, ...before } = computed;
  const { id } = made.records.reading().require(number);
  await made.records.change(null, (writing) => writing.update(id, { fields: { answer: plain(before) } }));
  const days = { due: computed.due, ends: null };
  expect(moved().moved).toMatchObject([{ number, before: { ...days, zone: null }, after: { ...days, zone: 'America/Los_Angeles' }, instead: null }]);
  await approveMoved(made.records, [number], by, 'The zone is stated');
  expect(answerOf(number)).toMatchObject({ due: computed.due, zone: 'America/Los_Angeles' });
  expect(moved().moved).toEqual([]);
});

test('a day that ends at another hour, because the court’s hour was corrected, is offered too', async () => {
  const number = await deadline('frcp.12.answer.21', '2031-01-08', { court: 'us-ca3', filing: 'electronic' });
  const computed = answerOf(number) as { due: string; detail: { due_local_court: string } };
  expect(computed.detail.due_local_court).toContain('T17:00');
  const { id } = made.records.reading().require(number);
  await made.records.change(null, (writing) =>
    writing.update(id, { fields: { answer: plain({ ...computed, detail: { due_local_court: computed.detail.due_local_court.replace('T17', 'T16') } }) } }),
  );
  expect(moved().moved).toMatchObject([
    { number, before: { due: computed.due, ends: expect.stringContaining('T16:00') }, after: { due: computed.due, ends: expect.stringContaining('T17:00') } },
  ]);
});
