import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let caseId: string;
let model: string;
let sent: string;
const on = (day: string) => ({ certainty: 'exact', day }) as const;

beforeAll(async () => {
  home = await makeTestVault();
  const made = await home.records.change(null, (w) => {
    const { id } = w.create('case', { caseId: null, fields: { title: 'Case' } });
    const agency = w.create('party', { caseId: id, fields: { name: 'Bureau of Industry and Security', type: 'agency' } });
    const heron = w.create('restricted_model', { caseId: id, fields: { name: 'Heron 2.1', safeguards: ['Filter 3'] } });
    const proof = w.create('evidence_item', { caseId: id, fields: { title: 'Receipt', type: 'document' }, privilege: 'none' });
    const filing = w.create('filing', {
      caseId: id,
      state: 'filed',
      fields: {
        title: 'First report',
        forum: 'agency',
        profile: 'outgoing',
        type: 'status_report',
        to: [agency.id],
        statements: [
          { text: 'Heron 2.1 runs with Filter 3.', sources: [heron.id] },
          { text: 'It is off.', sources: [proof.id] },
        ],
        filed: on('2031-01-02'),
        proof: [proof.id],
      },
    });
    return { id, model: heron.id, sent: filing.id };
  });
  ({ id: caseId, model, sent } = made.result);
});
afterAll(() => home.end());

const corrections = (): RecordOf<'correction'>[] => home.records.reading().all('correction');
const filter = (name: string) => home.records.change(null, (w) => w.update(model, { fields: { safeguards: [name] } }));

test('a changed fact behind a paper that was sent raises a correction with the sentence, the change and a draft', async () => {
  await filter('Filter 4');
  const [raised, ...more] = corrections();
  expect(more).toEqual([]);
  expect(raised).toMatchObject({ state: 'open', caseId, privilege: 'attorney_client', audience: 'internal' });
  expect(raised?.fields).toMatchObject({
    told: sent,
    changed: model,
    title: 'What we told Bureau of Industry and Security in FIL-001 may no longer be true: MODEL-001 changed',
    sentences: [{ text: 'Heron 2.1 runs with Filter 3.' }],
    change: 'Safeguards: “Filter 3” became “Filter 4”',
    raised: '2031-01-08',
  });
  expect(raised?.fields.draft).toContain('We said: “Heron 2.1 runs with Filter 3.”');
  expect(home.records.reading().list({ kind: 'correction' }).rows[0]).toMatchObject({ due: '2031-01-08' });
});

test('while it is open a further change raises no second one; once it is closed with a reason it does', async () => {
  await filter('Filter 5');
  expect(corrections()).toHaveLength(1);
  const [first] = corrections();
  const close = () => home.records.change('looked at', (w) => w.move(first?.id ?? '', 'still_true'));
  expect(await answer(close)).toMatchObject({ failure: { code: 'guard', facts: ['Why nothing has to be corrected is not recorded.'] } });
  await home.records.change(null, (w) => w.update(first?.id ?? '', { fields: { reason: 'The filter has a new name and is the same.' } }));
  await close();
  await filter('Filter 6');
  expect(corrections()).toHaveLength(2);
});

test('taking back the change takes back what it raised', async () => {
  const open = corrections().filter((one) => one.state === 'open');
  for (const one of open) {
    await home.records.change(null, (w) => w.update(one.id, { fields: { reason: 'Known.' } }));
    await home.records.change(null, (w) => w.move(one.id, 'still_true'));
  }
  const { act } = await filter('Filter 7');
  expect(corrections().filter((one) => one.state === 'open')).toHaveLength(1);
  await home.records.undo(act);
  expect(corrections().filter((one) => one.state === 'open')).toEqual([]);
});

test('a draft, an internal paper, tags and what the program itself writes raise nothing', async () => {
  const before = corrections().length;
  await home.records.change(null, (w) => {
    const fact = w.create('note', { caseId, fields: { title: 'Fact', type: 'note', body: 'One' } });
    const paper = { title: 'Paper', profile: 'internal' as const, type: 'board_memo' as const, sources: [fact.id] };
    w.create('filing', { caseId, fields: { ...paper, forum: 'agency' } });
    w.create('filing', { caseId, state: 'closed', fields: { ...paper, forum: 'internal' } });
    return fact;
  });
  const [note] = home.records.reading().all('note');
  await home.records.change(null, (w) => w.update(note?.id ?? '', { fields: { body: 'Two' } }));
  await home.records.change(null, (w) => w.update(model, { tags: ['seen'] }));
  const [proof] = home.records.reading().all('evidence_item');
  await home.records.change(null, (w) => w.update(proof?.id ?? '', { fields: { custody: [{ action: 'received', occurred: on('2031-01-08') }] } }));
  expect(corrections()).toHaveLength(before);
});

test('a statement that continues is watched as a paper is, and a removal is a change', async () => {
  await home.records.change(null, (w) => {
    const speaker = w.create('party', { caseId, fields: { name: 'We', type: 'company' } });
    const fact = w.create('finding', {
      caseId,
      fields: { title: 'Test', model, tester: [speaker.id], prompts: 'in_hand', attribution: { level: 'first_hand' } },
    });
    w.create('statement', {
      caseId,
      state: 'made',
      fields: {
        title: 'Answer',
        side: 'ours',
        speaker: [speaker.id],
        forum: 'regulator',
        verbatim: 'No test shows it.',
        at: on('2031-01-03'),
        attribution: { level: 'document' },
        facts: [fact.id],
        continuing: true,
      },
    });
  });
  const [finding] = home.records.reading().all('finding');
  await home.records.change(null, (w) => w.remove(finding?.id ?? '', 'Entered twice.'));
  expect(corrections().at(-1)?.fields).toMatchObject({ sentences: [{ text: 'No test shows it.' }], change: 'It was removed: Entered twice.' });
});
