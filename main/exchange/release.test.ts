import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { custodyEvent } from '../../shared/records/custody-event.ts';
import { answer, refuse } from '../../shared/failure/failure.ts';
import { makeTestVault, type TestVault } from '../records/test-vault.ts';
import { memoryDestination, type Destination } from './destination.ts';
import { exportRecords, exportTable } from './export-records.ts';
import { extractEvidence } from './extract-evidence.ts';
import { handOver } from './hand-over.ts';
import { cell } from './csv.ts';
import { release, type Releasing } from './release.ts';

let home: TestVault;
beforeAll(async () => {
  home = await makeTestVault();
});
afterAll(() => home.end());

const words = (text: string): Uint8Array => Buffer.from(text);
const releasing = (more: Partial<Releasing>): Releasing => ({
  what: 'A test',
  format: 'text',
  audience: 'internal',
  caseId: null,
  records: [],
  ifWithheld: 'refuse',
  destination: memoryDestination('a.txt'),
  make: () => [words('hello')],
  ...more,
});
const note = async (privilege: 'none' | 'work_product') =>
  (await home.records.change(null, (w) => w.create('note', { caseId: null, privilege, fields: { title: 'Memo', type: 'note', body: 'x' } }))).result;

test('what leaves is recorded with its digest, audience and records', async () => {
  const open = await note('none');
  const destination = memoryDestination('a.txt');
  const manifest = await release(home.records, releasing({ records: [open], destination }));
  expect(Buffer.from(destination.bytes()).toString()).toBe('hello');
  expect(home.records.reading().require(manifest.number)).toMatchObject({
    kind: 'release',
    state: 'released',
    fields: {
      file: 'a.txt',
      bytes: 5,
      sha256: createHash('sha256').update('hello').digest('hex'),
      releasedTo: 'internal',
      numbers: [open.number],
      withheld: [],
      privilegedIncluded: false,
    },
  });
});

test('a paper made of a privileged record does not leave, and nothing is written or recorded', async () => {
  const memo = await note('work_product');
  const before = home.records.reading().seq;
  const destination = memoryDestination('a.txt');
  expect(await answer(() => release(home.records, releasing({ records: [memo], destination })))).toEqual({
    ok: false,
    failure: { code: 'release-withheld', numbers: [memo.number], why: expect.stringContaining('privileged') },
  });
  expect(() => destination.bytes()).toThrow();
  expect(home.records.reading().seq).toBe(before);
});

test('the words of an exhibit leave as the exhibit may now, whatever it was when they were read', async () => {
  const { item, text } = (
    await home.records.change(null, (w) => {
      const labels = { caseId: null, audience: 'agency', privilege: 'none' } as const;
      const item = w.create('evidence_item', { ...labels, fields: { title: 'Memo', type: 'document' } });
      return { item, text: w.create('evidence_text', { ...labels, fields: { item: item.id, name: 'Canary.txt', status: 'text', text: 'Advice.' } }) };
    })
  ).result;
  const table = async (recipient?: string) => {
    const destination = memoryDestination('t.csv');
    const going = { kind: 'evidence_text', as: 'csv', audience: 'agency', numbers: [text.number], destination, ...(recipient !== undefined && { recipient }) } as const;
    const { withheld } = await exportTable(home.records, going);
    return [Buffer.from(destination.bytes()).toString().includes(text.number), withheld.map((one) => one.why)];
  };
  expect(await table()).toEqual([true, []]);
  await home.records.change(null, (w) => w.update(item.id, { named: ['Ottermole LLP'] }));
  expect([await table(), await table('Ottermole LLP')]).toEqual([
    [false, ['named']],
    [true, []],
  ]);
  await home.records.change(null, (w) => w.update(item.id, { named: null, privilege: 'attorney_client' }));
  expect(await table()).toEqual([false, ['privileged']]);
});

test('a reason lets privileged content go to ourselves and stands in the record of it', async () => {
  const memo = await note('work_product');
  const { number } = await release(home.records, releasing({ records: [memo], privilegedBecause: 'board meeting' }));
  expect(home.records.reading().require(number).fields).toMatchObject({ privilegedIncluded: true, reason: 'board meeting' });
});

/** A destination that fails at one step, and what it saw. */
function failing(at: 'write' | 'finish' | 'deliver'): Destination & { seen: string[] } {
  const seen: string[] = [];
  const step = (name: string) => (): Promise<void> => {
    seen.push(name);
    if (name === at) refuse({ code: 'disk-full', file: 'a.txt' });
    return Promise.resolve();
  };
  return {
    name: 'a.txt',
    seen,
    begin: () => Promise.resolve({ write: async () => step('write')(), finish: async () => step('finish')(), deliver: async () => step('deliver')(), discard: step('discard') }),
  };
}

test('what cannot be written was never released', async () => {
  for (const at of ['write', 'finish'] as const) {
    const before = home.records.reading().seq;
    const destination = failing(at);
    expect(await answer(() => release(home.records, releasing({ destination })))).toMatchObject({ failure: { code: 'disk-full' } });
    expect(destination.seen).toContain('discard');
    expect(home.records.reading().seq).toBe(before);
  }
});

test('what was recorded and then could not be put in its place is recorded as not delivered', async () => {
  expect(await answer(() => release(home.records, releasing({ destination: failing('deliver') })))).toMatchObject({ failure: { code: 'disk-full' } });
  expect(home.records.reading().all('release').at(-1)).toMatchObject({ state: 'not_delivered' });
});

test('a release that is cancelled while it is written leaves nothing', async () => {
  const stop = new AbortController();
  const destination = failing('deliver');
  const before = home.records.reading().seq;
  const make = function* (): Generator<Uint8Array> {
    yield words('one');
    stop.abort();
    yield words('two');
  };
  expect(await answer(() => release(home.records, releasing({ destination, make, signal: stop.signal })))).toEqual({ ok: false, failure: { code: 'cancelled' } });
  expect(destination.seen).toEqual(['write', 'discard']);
  expect(home.records.reading().seq).toBe(before);
});

test('a release is not taken back by an undo', async () => {
  const { number } = await release(home.records, releasing({}));
  const { act } = home.records.history({ number, limit: 1 }).entries[0] ?? { act: '' };
  expect(await answer(() => home.records.undo(act))).toMatchObject({ failure: { code: 'cannot-undo', number } });
});

test('a table is RFC 4180 text, without the notes that stay, and no cell of it runs as a formula', async () => {
  await home.records.change(null, (w) => w.create('note', { caseId: null, privilege: 'none', fields: { title: '=HYPERLINK("x","y")', type: 'note', body: 'x' } }));
  const destination = memoryDestination('notes.csv');
  await exportTable(home.records, { kind: 'note', as: 'csv', audience: 'internal', destination });
  const lines = Buffer.from(destination.bytes()).toString().split('\r\n');
  expect(lines[0]).toMatch(/^\ufeffNumber,Title,State,Due/);
  expect(lines.some((line) => line.includes(`"'=HYPERLINK(""x"",""y"")"`))).toBe(true);
  expect([cell('-5'), cell('+1 555'), cell('a,b'), cell('@x')]).toEqual(['-5', "'+1 555", '"a,b"', "'@x"]);
});

test('evidence without bytes here, and a record that is no evidence, cannot be extracted', async () => {
  const item = (await home.records.change(null, (w) => w.create('evidence_item', { caseId: null, fields: { title: 'Elsewhere', type: 'document' } }))).result;
  const open = await note('none');
  const clock = () => ({ instant: home.now(), zone: 'UTC' });
  for (const number of [item.number, open.number]) {
    expect(
      await answer(() => extractEvidence({ vault: home.vault, records: home.records, clock }, { number, audience: 'internal', destination: memoryDestination('x') })),
    ).toMatchObject({ failure: { code: 'release-withheld', numbers: [number] } });
  }
});

test('beyond outside counsel a time limit is its last day, only once counsel stands behind it, without what we plan and call it', async () => {
  const answer = { due: '2031-03-10', safe: '2031-03-07', latest: '2031-03-11', zone: 'America/New_York', assumptions: ['Canary assumption'] };
  const fields = { method: 'rule', ruleId: 'bis.766.answer.30', side: 'ours', answer, note: 'Canary note' } as const;
  const labels = { audience: 'agency', tags: ['Canary tag'], privilegeBasis: { author: 'Ann', purpose: 'Canary purpose', dualPurpose: false } } as const;
  const { caseId, unsure } = (
    await home.records.change(null, (w) => {
      const caseId = w.create('case', { caseId: null, fields: { title: 'Dates' }, audience: 'agency' }).id;
      const unsure = w.create('deadline', { caseId, ...labels, fields: { ...fields, title: 'Answer' } });
      w.create('deadline', { caseId, ...labels, fields: { ...fields, title: 'Reply', confirmation: { by: 'Ann Reyes' } } });
      // A date that counsel set instead and that names no day leaves the one that nobody confirmed.
      const override = { final: { certainty: 'unknown' }, reason: 'r', authority: 'court_order', by: 'Ann' } as const;
      w.create('deadline', { caseId, ...labels, fields: { ...fields, title: 'Set aside', override } });
      return { caseId, unsure: unsure.number };
    })
  ).result;
  const said = async (audience: 'outside_counsel' | 'agency') => {
    const [json, table] = [memoryDestination('a.json'), memoryDestination('a.csv')];
    const manifest = await exportRecords(home.records, { caseId, audience, destination: json });
    await exportTable(home.records, { caseId, audience, kind: 'deadline', as: 'csv', destination: table });
    return {
      manifest,
      text: Buffer.concat([json.bytes(), table.bytes()]).toString(),
      dues: [
        ...Buffer.from(table.bytes())
          .toString()
          .matchAll(/Proposed,([^,]*)/g),
      ].map(([, due]) => due),
    };
  };
  const theirs = await said('agency');
  expect(theirs.manifest.withheld.filter((one) => one.why === 'unconfirmed').map((one) => one.number)).toEqual([unsure, expect.stringMatching(/^DL-/)]);
  expect(theirs.dues).toEqual(['2031-03-10']);
  for (const ours of ['Canary', '2031-03-07', '2031-03-11']) expect(theirs.text, ours).not.toContain(ours);
  const ours = await said('outside_counsel');
  expect(ours.dues).toEqual(['2031-03-07', '2031-03-07', '2031-03-07']);
  for (const word of ['assumption', 'note', 'tag', 'purpose']) expect(ours.text).toContain(`Canary ${word}`);
});

test('whoever receives what is for named recipients is not told of the others', async () => {
  const to = memoryDestination('a.json');
  const one = await home.records.change(null, (w) => w.create('party', { caseId: null, named: ['Ottermole LLP', 'Canary Insurance'], fields: { name: 'Borea', type: 'company' } }));
  await exportRecords(home.records, { numbers: [one.result.number], audience: 'agency', recipient: 'ottermole llp', destination: to });
  expect(JSON.parse(Buffer.from(to.bytes()).toString())).toMatchObject({ records: [{ number: one.result.number, named: ['Ottermole LLP'] }] });
});

test('a chain of custody says for whom an exhibit left and not why it might, and the sheet beside a hand-over counts what is held back for counsel alone', async () => {
  const blob = await home.vault.blobs.put([words('Canary bytes')]);
  const { caseId, number } = (
    await home.records.change(null, (w) => {
      home.vault.blobs.adopt(w.transaction, blob);
      const caseId = w.create('case', { caseId: null, fields: { title: 'Handed over' }, audience: 'agency' }).id;
      w.create('note', { caseId, privilege: 'work_product', fields: { title: 'Memo', type: 'note', body: 'x' } });
      const original = { filename: 'a.txt', sha256: blob.sha256, size: 12 };
      const custody = [custodyEvent('imported', { at: w.at, zone: 'UTC', by: w.actor }, [])];
      const labels = { audience: 'agency', privilege: 'attorney_client', privilegeBasis: { author: 'Ann', purpose: 'Advice', dualPurpose: false } } as const;
      return { caseId, number: w.create('evidence_item', { caseId, ...labels, fields: { title: 'Letter', type: 'document', original, custody } }).number };
    })
  ).result;
  const desk = { vault: home.vault, records: home.records, clock: () => ({ instant: home.now(), zone: 'UTC' }) };
  await extractEvidence(desk, { number, audience: 'outside_counsel', privilegedBecause: 'Canary: they should argue waiver', destination: memoryDestination('a.txt') });
  const item = home.records.reading().require(number);
  expect(JSON.stringify(item.fields['custody'])).not.toContain('Canary');
  expect(item.fields['custody']).toEqual([expect.anything(), expect.objectContaining({ action: 'exported', purpose: 'for outside counsel' })]);
  const recipients = ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'];
  const sheetFor = async (audience: 'outside_counsel' | 'agency') => {
    const sheets = new Map<string, ReturnType<typeof memoryDestination>>();
    const beside = (ending: string) => {
      const to = memoryDestination(`x.zip.age${ending}`);
      sheets.set(ending, to);
      return to;
    };
    await handOver(desk, { caseId, audience, recipients, beside, destination: memoryDestination('x.zip.age') });
    return Buffer.from(sheets.get('.verify.txt')?.bytes() ?? []).toString();
  };
  expect(await sheetFor('outside_counsel')).toContain(', and 2 held back');
  expect(await sheetFor('agency')).not.toContain('held back');
});

test('beyond outside counsel an exhibit bears its number, and neither the name of its file nor where it lay', async () => {
  const { caseId, item } = (
    await home.records.change(null, (w) => {
      const labels = { audience: 'agency', privilege: 'none' } as const;
      const caseId = w.create('case', { caseId: null, audience: 'agency', fields: { title: 'Files' } }).id;
      const name = 'Canary weak point.DOCX';
      const source = { custodian: 'Canary keeper', path: '/home/canary', system: 'Canary drive', fileTimes: 'Canary times', method: 'received' } as const;
      const item = w.create('evidence_item', { caseId, ...labels, fields: { title: name, type: 'document', original: { filename: name, md5: 'Canary md5' }, source } });
      w.create('evidence_text', { caseId, ...labels, fields: { item: item.id, name, status: 'text', text: 'Words.' } });
      return { caseId, item: item.number };
    })
  ).result;
  const said = async (audience: 'outside_counsel' | 'agency') => {
    const [json, table] = [memoryDestination('a.json'), memoryDestination('a.csv')];
    await exportRecords(home.records, { caseId, audience, destination: json });
    await exportTable(home.records, { caseId, audience, kind: 'evidence_item', as: 'csv', destination: table });
    return Buffer.concat([json.bytes(), table.bytes()]).toString();
  };
  const theirs = await said('agency');
  expect(theirs).not.toMatch(/canary/i);
  expect(theirs.split(`${item}.docx`).length - 1).toBeGreaterThan(3);
  expect(await said('outside_counsel')).toContain('Canary weak point.DOCX');
});

test('what is for ourselves or outside counsel goes to no agency by name, under another of its names or its number', async () => {
  const fields = { name: 'Bureau of Export', otherNames: ['The Bureau'], type: 'agency' as const };
  const bureau = (await home.records.change(null, (w) => w.create('party', { caseId: null, audience: 'agency', fields }))).result;
  const to = (recipient: string, audience: 'outside_counsel' | 'agency') =>
    answer(() =>
      exportTable(home.records, { kind: 'party', as: 'csv', numbers: [bureau.number], audience, recipient, privilegedBecause: 'asked', destination: memoryDestination('a') }),
    );
  for (const name of ['the bureau', bureau.number, 'Bureau of Export'])
    expect(await to(name, 'outside_counsel')).toMatchObject({ failure: { code: 'release-withheld', numbers: [bureau.number], why: expect.stringContaining('is an agency') } });
  expect(await to('The Bureau', 'agency')).toMatchObject({ ok: true });
  expect(await to('Ottermole LLP', 'outside_counsel')).toMatchObject({ ok: true });
});
