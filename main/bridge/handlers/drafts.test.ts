import { afterAll, beforeAll, expect, test } from 'vitest';
import { aboutIn, aboutText, wordsForm } from '../../../shared/records/draft-place.ts';
import { makeTestVault, type TestVault } from '../../records/test-vault.ts';
import type { Context } from '../context.ts';
import { draftHandlers } from './drafts.ts';

let home: TestVault;
let caseId: string;
const number: string[] = [];
beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'A case' } }))).result.id;
  for (const title of ['one', 'two', 'three'])
    number.push((await home.records.change(null, (w) => w.create('note', { caseId: null, fields: { title, type: 'note', body: 'x' } }))).result.number);
});
afterAll(() => home.end());

const silent = { signal: new AbortController().signal, tell: () => {} };
/** The drafts as somebody asks for them whose slot this is. */
function askedBy(slot: string) {
  // Proof of the cast: of what is open the handlers read the records and the slot of the person at work.
  const session = { opened: () => ({ records: home.records, vault: { person: { slot } } }) } as unknown as Context['session'];
  const asked = draftHandlers({ session });
  return {
    save: (form: string, record: string | null, body: unknown) => asked['drafts.save']({ form, record, body }, silent),
    read: async (form: string, record: string | null) => (await asked['drafts.read']({ form, record }, silent))?.body ?? null,
    discard: (form: string, record: string | null) => asked['drafts.discard']({ form, record }, silent),
    all: async () => (await asked['drafts.all']({}, silent)).drafts,
  };
}
const stored = () => home.vault.reader.prepare<unknown[], { form: string; record: string; body: string }>('SELECT form, record, body FROM draft ORDER BY form').all();
const removing = wordsForm('remove');
const authority = { kind: 'clawback', paper: 'Letter of 3 January 2031', reason: 'Sent by mistake.' } as const;

test('words outside a form are for the person who typed them; forms are for everybody, and told by what is typed in them', async () => {
  const [ada, ben] = [askedBy('slot-a'), askedBy('slot-b')];
  const about = aboutText([number[0] ?? '']);
  await ada.save(removing, about, { reason: 'of Ada' });
  home.pass(1000);
  await ben.save(removing, about, { reason: 'of Ben' });
  home.pass(1000);
  const { id } = home.records.reading().require(number[1] ?? '');
  await ada.save('note', id, { open: true, values: { title: 'Call with  the Bureau', body: 'x' } });
  home.pass(1000);
  await ada.save('order', null, { values: {} });
  expect(await ada.read(removing, about)).toEqual({ reason: 'of Ada' });
  expect(await ben.read(removing, about)).toEqual({ reason: 'of Ben' });
  const forms = [
    { form: 'order', record: null, number: null, body: { said: '', open: false } },
    { form: 'note', record: id, number: number[1], body: { said: 'Call with the Bureau', open: true } },
  ];
  expect(await ada.all()).toMatchObject([...forms, { form: removing, record: about, number: null, body: { reason: 'of Ada' } }]);
  expect(await ben.all()).toMatchObject([...forms, { form: removing, record: about, number: null, body: { reason: 'of Ben' } }]);
  await ada.discard(removing, about);
  expect(await ada.read(removing, about)).toBeNull();
  expect(await ben.read(removing, about)).toEqual({ reason: 'of Ben' });
});

test('what a person keeps of how they look at lists is no draft that is unfinished', async () => {
  await home.records.drafts.save('views:slot-a:note', null, []);
  expect((await askedBy('slot-a').all()).map(({ form }) => form)).not.toContain('views:slot-a:note');
});

test('words about persons are sealed with their compartment, of one record and of many, and what is about no single record too', async () => {
  const ada = askedBy('slot-a');
  const person = (await home.records.change(null, (w) => w.createAny('person', { caseId, fields: { name: 'A person', kindOfPerson: 'employee', usPerson: 'unknown' } }))).result
    .number;
  await ada.save(removing, aboutText([person]), { reason: 'Canary of one' });
  await ada.save(wordsForm('remove-many', 'person'), aboutText([person, 'PER-900']), { reason: 'Canary of many' });
  await ada.save(wordsForm('redetermine', 'access_determination'), null, { reason: 'Canary of a page' });
  await ada.save(wordsForm('keep-roster', 'roster'), aboutText([number[0] ?? '']), { reason: 'Canary of a roster, kept on the page of an order' });
  expect(JSON.stringify(stored())).not.toContain('Canary');
  expect(JSON.stringify(await ada.all()).match(/Canary/g)).toHaveLength(4);
  expect(await ada.read(removing, aboutText([person]))).toEqual({ reason: 'Canary of one' });
});

test('an erasure takes the words that are about what goes, also among others, of whomever, and leaves the rest', async () => {
  const [ada, ben] = [askedBy('slot-a'), askedBy('slot-b')];
  const [one = '', two = '', three = ''] = number;
  await ada.save(removing, aboutText([one]), { reason: 'about one' });
  await ben.save(wordsForm('erase'), aboutText([one]), { reason: 'why one goes' });
  await ada.save(wordsForm('remove-many', 'note'), aboutText([one, two]), { reason: 'about one and two' });
  await ada.save(wordsForm('remove-many', 'note'), aboutText([two, three]), { reason: 'about two and three' });
  await ada.save(wordsForm('export', 'note'), null, { reason: 'about none' });
  // Those of Ada and Ben about it, and Ada's about both; not why it goes.
  expect(home.records.erasure([one]).records.map((record) => record.drafts)).toEqual([4]);
  await home.records.erase([one], authority);
  const left = stored().filter(({ body }) => body.includes('about') || body.includes('why one') || body.includes('of Ben'));
  expect(left.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ reason: 'about none' }, { reason: 'about two and three' }]);
  // What is typed after it about what is gone is not kept either.
  await ada.save(wordsForm('remove-many', 'note'), aboutText([one, three]), { reason: 'too late' });
  expect(JSON.stringify(stored())).not.toContain('too late');
});

test('why a sequestered record should be opened again is kept, though its content is closed to everybody', async () => {
  const ada = askedBy('slot-a');
  const closed = number[2] ?? '';
  await home.records.sequester([closed], authority);
  await ada.save(wordsForm('lift'), aboutText([closed]), { reason: 'The claim was withdrawn' });
  expect(await ada.read(wordsForm('lift'), aboutText([closed]))).toEqual({ reason: 'The claim was withdrawn' });
});

test('what stands in the place of an id and is no list of numbers is about nothing, and harms nothing', async () => {
  const ada = askedBy('slot-a');
  for (const odd of ['[', '[1]', '[]', '["NOTE-002"', '[null,"x"]']) {
    await ada.save(removing, odd, { reason: odd });
    expect(await ada.read(removing, odd)).toEqual({ reason: odd });
  }
  expect(['[', '[1]', null, 'an-id', '["a","b"]'].map(aboutIn)).toEqual([[], [], [], [], ['a', 'b']]);
  await home.records.erase([number[1] ?? ''], authority);
  await ada.discard(removing, '[');
});
