import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../shared/failure/failure.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
let caseId: string;
beforeAll(async () => {
  home = await makeTestVault();
  caseId = (await home.records.change(null, (w) => w.create('case', { caseId: null, fields: { title: 'Case' } }))).result.id;
});
afterAll(() => home.end());

const order = { authority: 'FRE 502(b) notice', reason: 'Sent to us by mistake.' };
/** Every byte the vault keeps of records, journal, search and drafts, as far as tables show it. */
const everything = (): string =>
  ['record', 'journal', 'search_text', 'draft', 'fts_data', 'blob']
    .flatMap((table) => home.vault.reader.prepare<unknown[], Record<string, unknown>>(`SELECT * FROM ${table}`).all())
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
    .join('\n');

test('what was erased is in no table any more; its number and who erased it stay, and the vault verifies', async () => {
  const { records, vault } = home;
  const { result } = await records.change(null, (w) => w.create('note', { caseId, fields: { title: 'Canaryone', type: 'note', body: 'Canarybody' }, tags: ['canarytag'] }));
  await records.change(null, (w) => w.update(result.id, { fields: { body: 'Canarytwo' } }));
  await records.drafts.save('note', result.id, { values: { body: 'Canarydraft' } });
  expect(everything().toLowerCase()).toContain('canary');
  const erased = await records.erase({ number: result.number, ...order });
  expect(erased.numbers).toEqual([result.number]);
  expect(everything().toLowerCase()).not.toContain('canary');
  expect(records.search({ text: 'canarytwo', limit: 5 }).hits).toEqual([]);
  expect(records.reading().require(result.number)).toMatchObject({
    fields: { title: 'Erased', type: 'note' },
    removed: { reason: `Erased under ${order.authority}: ${order.reason}` },
  });
  const { entries } = records.history({ number: result.number, limit: 9 });
  expect(entries.map((entry) => [entry.verb, entry.erased])).toEqual([
    ['erased', false],
    ['remove', false],
    ['update', true],
    ['create', true],
  ]);
  expect((await vault.verify({ upgrade: records.upgrade, compare: records.compare })).findings).toEqual([]);
  expect(await answer(() => records.undo(erased.act))).toMatchObject({ failure: { code: 'cannot-undo' } });
});

test('nothing is erased under a hold or while an agency has asked for it, and then nothing has changed', async () => {
  const { records } = home;
  const made = await records.change(null, (w) => {
    const note = w.create('note', { caseId, fields: { title: 'Held', type: 'note', body: 'Stays' } });
    const hold = w.create('legal_hold', {
      caseId,
      state: 'active',
      fields: { title: 'Hold', scope: { names: [note.id] }, issuedBy: 'General Counsel', custodians: [{ who: 'Security' }] },
    });
    const item = w.create('evidence_item', { caseId, fields: { title: 'Log', type: 'log' } });
    w.create('evidence_request', { caseId, fields: { title: 'Records', direction: 'from_government', responsive: [item.id] } });
    return { note, hold, item };
  });
  const { note, hold, item } = made.result;
  expect(await answer(() => records.erase({ number: note.number, ...order }))).toMatchObject({ failure: { code: 'held', number: note.number } });
  expect(await answer(() => records.erase({ number: item.number, ...order }))).toMatchObject({ failure: { code: 'held', number: item.number } });
  expect(await answer(() => records.erase({ number: hold.number, ...order }))).toMatchObject({ failure: { code: 'misuse' } });
  expect(records.reading().require(note.number).fields).toEqual(note.fields);
  expect(await answer(() => records.erase({ number: item.number, authority: ' ', reason: 'x' }))).toMatchObject({ failure: { code: 'reason-missing' } });
});

test('of an exhibit the text and the key of its bytes go too, but not while another exhibit has the same bytes', async () => {
  const { records, vault } = home;
  const stored = await vault.blobs.put([Buffer.from('Canaryfile')]);
  const { result } = await records.change(null, (w) => {
    vault.blobs.adopt(w.transaction, stored);
    const fields = (title: string) => ({ title, type: 'document' as const, original: { filename: `${title}.txt`, sha256: stored.sha256 } });
    const first = w.create('evidence_item', { caseId, fields: fields('Canaryfirst') });
    const second = w.create('evidence_item', { caseId, fields: fields('Second') });
    w.create('evidence_text', { caseId, fields: { item: first.id, name: 'first.txt', status: 'text', text: 'Canarywords' } });
    return { first, second };
  });
  const { numbers } = await records.erase({ number: result.first.number, ...order });
  expect(numbers).toHaveLength(2);
  expect(everything().toLowerCase()).not.toContain('canary');
  expect(vault.blobs.has(stored.sha256)).toBe(true);
  await records.erase({ number: result.second.number, ...order });
  expect(vault.blobs.has(stored.sha256)).toBe(false);
  expect((await vault.verify({ upgrade: records.upgrade, compare: records.compare })).findings).toEqual([]);
});

test('a correction that quotes what was erased goes with it', async () => {
  const { records } = home;
  const { result } = await records.change(null, (w) => {
    const fact = w.create('note', { caseId, fields: { title: 'Fact', type: 'note', body: 'Canaryold' } });
    const proof = w.create('evidence_item', { caseId, fields: { title: 'Receipt', type: 'document' }, privilege: 'none' });
    w.create('filing', {
      caseId,
      state: 'filed',
      fields: {
        title: 'Report',
        forum: 'agency',
        profile: 'internal',
        type: 'status_report',
        sources: [fact.id],
        filed: { certainty: 'exact', day: '2031-01-02' },
        proof: [proof.id],
      },
    });
    return fact;
  });
  await records.change(null, (w) => w.update(result.id, { fields: { body: 'New' } }));
  const [raised] = records.reading().all('correction');
  expect(raised?.fields.change).toContain('Canaryold');
  const { numbers } = await records.erase({ number: result.number, ...order });
  expect(numbers).toEqual([result.number, raised?.number]);
  expect(everything().toLowerCase()).not.toContain('canary');
});
